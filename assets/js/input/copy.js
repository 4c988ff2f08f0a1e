// Copies the address of the view, or a quote with its citation, and says so.

import { byId } from "../core/dom.js";
import { now } from "../state/store.js";

const SHOWN = 1600; // Milliseconds for which the button says it.

// Pages from other hosts than this machine, without TLS, have no clipboard of their own.
function copyByHand(text) {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  // Within an open dialog nothing outside of it can be selected.
  (focused.closest("dialog") || document.body).append(area);
  area.select();
  let isDone = false;
  try {
    isDone = document.execCommand("copy");
  } catch {
    isDone = false;
  }
  area.remove();
  focused.focus({ preventScroll: true });
  return isDone;
}

async function copied(text) {
  try {
    await window.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

// Where copying is refused, the text is shown, selected, to be copied by hand.
function offer(text) {
  byId("copy-text").value = text;
  byId("copy-by-hand").showModal();
  byId("copy-text").select();
}

export async function copy(button) {
  const citation = button.dataset.copy;
  const text = citation === "view" ? window.location.href : citation;
  const { texts } = now().record;
  if (!(await copied(text))) {
    byId("announcement").textContent = texts.notCopied;
    return offer(text);
  }
  byId("announcement").textContent = texts.copied;
  const before = button.dataset.before || button.textContent;
  button.dataset.before = before;
  button.textContent = texts.copied;
  window.setTimeout(() => {
    button.textContent = before;
  }, SHOWN);
}
