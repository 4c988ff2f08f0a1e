// Copies the address of the view, or a quote with its citation, and says so.

import { byId, setText } from "../core/dom.js";
import { now } from "../state/store.js";

const SHOWN = 4000; // Milliseconds for which the button says it.

// Pages from other hosts than this machine, without TLS, have no clipboard of their own.
function copyByHand(text) {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  // Within an open dialog nothing outside of it can be selected.
  (focused.closest("dialog") || document.body).append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    focused.focus({ preventScroll: true });
  }
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
  const area = byId("copy-text");
  area.value = text;
  byId("copy-by-hand").showModal();
  area.focus();
  area.select();
}

export async function copy(button) {
  const citation = button.dataset.copy;
  const text = citation === "view" ? window.location.href : citation;
  const { texts } = now().record;
  const isDone = await copied(text);
  const before = button.dataset.before || button.textContent;
  button.dataset.before = before;
  setText(button, isDone ? texts.copied : texts.notCopied);
  byId("announcement").textContent = isDone ? texts.copied : texts.notCopied;
  if (!isDone) offer(text);
  window.setTimeout(() => setText(button, before), SHOWN);
}
