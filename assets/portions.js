// Long lists: the page holds a portion of them, and more where the reader asks for it. An ordinary
// record has no list so long; with thousands of quotes or dates, every step would cost them all.
(function (flankwatch) {
  "use strict";

  const { all, setText, hide } = flankwatch.dom;

  const acts = new WeakMap(); // What each button to go on does.

  // A button to go on, and how it is told what is left: with nothing left, it is hidden. What it
  // does gives back the element to read on from.
  function button(act) {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "quiet go-on";
    element.dataset.goOn = "";
    element.hidden = true;
    acts.set(element, act);
    return element;
  }

  function tell(element, text, left, { portion }) {
    const n = Math.min(left, portion);
    setText(element, flankwatch.record.fill(text, { n, left }));
    hide(element, left <= 0);
  }

  // A long list that never changes: its first portion, and a button after it.
  function unroll(list, record) {
    const left = [...list.children].slice(record.portion);
    const more = button(() => {
      const next = left.splice(0, record.portion);
      list.append(...next);
      tell(more, record.texts.goOn, left.length, record);
      return next[0];
    });
    for (const element of left) element.remove();
    list.after(more);
    tell(more, record.texts.goOn, left.length, record);
  }

  flankwatch.portions = {
    button,
    tell,
    start(record) {
      for (const list of all("[data-portions]")) unroll(list, record);
    },
    // The keyboard goes on to what came, as its button has moved behind that.
    goOn(element) {
      const next = acts.get(element)();
      next.tabIndex = -1;
      next.focus();
      document.dispatchEvent(new Event("flankwatch:more"));
    },
  };
})((window.flankwatch = window.flankwatch || {}));
