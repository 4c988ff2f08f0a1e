// What is typed or chosen in fields, and the key that takes a choice back.

import { now, take } from "../state/store.js";
import { askAbout } from "../record/notice_panel.js";

const SEARCHES = { "quotes-search": "search", "states-find": "find" };

function onInput({ target }) {
  const kind = SEARCHES[target.id];
  if (kind) take({ kind, value: target.value });
}

// Enter in a field, and leaving it with another text in it.
function onChange({ target }) {
  const { id, dataset, value, checked } = target;
  if (!now().record) return;
  if (id === "date-field") take({ kind: "date", value: value.trim() });
  else if (dataset.filter) take({ kind: "filter", name: dataset.filter, value });
  else if (id === "compare-with" && value) {
    target.value = "";
    take({ kind: "compare", value });
  } else if (target.matches(".column-choice")) take({ kind: "column", value, on: checked });
  else if (id === "notice-state") take({ kind: "leaver", value });
  else if (id === "notice-day") askAbout(value.trim());
}

function onEscape(event) {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input:not([type=range])")) return;
  take({ kind: "clear", value: "state" });
}

// What is folded out over the table goes away as menus do.
function onAway(event) {
  const open = document.querySelector(".columns[open]");
  if (!open) return;
  if (event.type === "keydown" && event.key === "Escape" && open.contains(event.target)) {
    event.stopPropagation();
    open.querySelector("summary").focus();
    open.open = false;
  } else if (event.type === "pointerdown" && !open.contains(event.target)) open.open = false;
}

export function listenToFields() {
  document.addEventListener("input", onInput, true);
  document.addEventListener("change", onChange);
  document.addEventListener("keydown", onEscape);
  document.addEventListener("pointerdown", onAway);
  document.addEventListener("keydown", onAway, true);
}
