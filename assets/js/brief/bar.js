// The small bar of buttons that appears with the pointer, and the dialogs that it opens.

import { el } from "./elements.js";

const REST = 2500; // Milliseconds without movement after which bar and pointer go away.

const BUTTONS = ["back", "next", "list", "notes", "full", "close"];
const ACTS = { close: "leave" };

const button = (text, act) => el("button", "stage-button", { "data-act": act }, text);

export function bar({ texts }) {
  const buttons = BUTTONS.map((name) => button(texts[name], ACTS[name] || name));
  return el("div", "stage-bar-buttons", { role: "group", "aria-label": texts.bar }, ...buttons);
}

// Shows bar and pointer while the pointer moves over the stage.
export function followPointer(stage) {
  let waiting = 0;
  const rest = () => stage.removeAttribute("data-moved");
  stage.addEventListener("pointermove", ({ pointerType }) => {
    if (pointerType === "touch") return;
    stage.setAttribute("data-moved", "");
    window.clearTimeout(waiting);
    waiting = window.setTimeout(rest, REST);
  });
}

function dialog(name, title, closeWord, ...content) {
  const close = el("form", "", { method: "dialog" }, el("button", "stage-button", {}, closeWord));
  close.firstChild.type = "submit";
  const heading = el("p", "stage-dialog-title", { id: `${name}-title` }, title);
  return el("dialog", "stage-dialog", { id: name, "aria-labelledby": heading.id }, heading, ...content, close);
}

export function sceneList({ texts }, chosen) {
  const items = chosen.map(({ id, title }) =>
    el("li", "", {}, el("button", "stage-entry", { "data-go": id }, title)),
  );
  return dialog("stage-list", texts.listTitle, texts.close, el("ol", "stage-entries", {}, ...items));
}

export function keyList({ texts }) {
  const rows = texts.keys.flatMap(([keys, meaning]) => [
    el("dt", "", {}, ...keys.map((key) => el("kbd", "", {}, key))),
    el("dd", "", {}, meaning),
  ]);
  return dialog("stage-keys", texts.keysTitle, texts.close, el("dl", "stage-keys", {}, ...rows));
}
