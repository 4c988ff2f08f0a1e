// On paper every scene is a page of its own, with its notes below it. The pages are made when the browser
// is about to print, and go again.

import { el } from "./elements.js";
import { Frame } from "./frame.js";
import { notesOf } from "./words.js";

const LEAST = 0.5; // Of the size of notes, which are small already.

// All notes have room below their scene, however many there are.
function shrink(notes) {
  for (let size = 1; size >= LEAST && notes.scrollWidth > notes.clientWidth + 1; size -= 0.1) {
    notes.style.setProperty("--less", size);
  }
}

function page(context, chosen, scene) {
  const frame = new Frame(context, chosen);
  const notes = el("div", "paper-notes", {}, ...notesOf(scene, context.brief));
  return { frame, scene, notes, element: el("div", "paper-page", {}, frame.element, notes) };
}

export function readyForPaper(stage, context, chosen, signal) {
  let holder = null;
  const make = () => {
    if (holder) return;
    const pages = chosen.map((scene) => page(context, chosen, scene));
    holder = el("div", "stage-paper", {}, ...pages.map(({ element }) => element));
    stage.append(holder);
    for (const { frame, scene, notes } of pages) {
      frame.show(scene);
      shrink(notes);
    }
  };
  const clear = () => {
    holder?.remove();
    holder = null;
  };
  window.addEventListener("beforeprint", make, { signal });
  window.addEventListener("afterprint", clear, { signal });
}
