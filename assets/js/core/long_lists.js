// Long lists: the page holds a part of them, and more where the reader asks for it. An ordinary
// record has no list so long; with thousands of quotes or dates, every step would cost them all.

import { all, focusOn, hide, made, setText } from "./dom.js";
import { fill } from "./text.js";

const acts = new WeakMap(); // What each button to go on does.

// A button to go on; with nothing left, it is hidden. What it does gives back the element to read
// on from.
export function moreButton(act) {
  const button = made("button", { name: "quiet go-on", goOn: "" });
  button.hidden = true;
  acts.set(button, act);
  return button;
}

// Tells a button what is left.
export function tellLeft(button, text, left, { portion }) {
  setText(button, fill(text, { n: Math.min(left, portion), left }));
  hide(button, left <= 0);
}

// A long list that never changes: its first portion, and a button after it.
function shorten(list, record) {
  const left = [...list.children].slice(record.portion);
  const more = moreButton(() => {
    const next = left.splice(0, record.portion);
    list.append(...next);
    tellLeft(more, record.texts.goOn, left.length, record);
    return next[0];
  });
  for (const element of left) element.remove();
  list.after(more);
  tellLeft(more, record.texts.goOn, left.length, record);
}

// Shortens every long list in `root` that never changes.
export function shortenLists(root, record) {
  for (const list of all("[data-portions]", root)) {
    delete list.dataset.portions;
    shorten(list, record);
  }
}

// The keyboard goes on to what came, as its button has moved behind that.
export function goOn(button) {
  focusOn(acts.get(button)());
  document.dispatchEvent(new Event("flankwatch:more"));
}
