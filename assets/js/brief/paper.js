// On paper every scene is a page of its own, with its notes below it. The pages are made when the browser
// is about to print, and go again.

import { el } from "./elements.js";
import { Frame } from "./frame.js";
import { notesOf } from "./words.js";

function page(context, chosen, scene) {
  const frame = new Frame(context, chosen);
  const notes = el("div", "paper-notes", {}, ...notesOf(scene, context.brief));
  return { frame, scene, element: el("div", "paper-page", {}, frame.element, notes) };
}

export function readyForPaper(stage, context, chosen, signal) {
  let holder = null;
  const make = () => {
    if (holder) return;
    const pages = chosen.map((scene) => page(context, chosen, scene));
    holder = el("div", "stage-paper", {}, ...pages.map(({ element }) => element));
    stage.append(holder);
    for (const { frame, scene } of pages) frame.show(scene);
  };
  const clear = () => {
    holder?.remove();
    holder = null;
  };
  window.addEventListener("beforeprint", make, { signal });
  window.addEventListener("afterprint", clear, { signal });
}
