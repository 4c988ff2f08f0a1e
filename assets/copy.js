// Copies the address of the view, or a quote with its citation, and says whether that was done: on
// the button, and to those who listen. What cannot be copied is shown, to be copied by hand.
(function (flankwatch) {
  "use strict";

  const SHOWN = 1600;

  const { byId, setText } = flankwatch.dom;

  // Pages from other hosts than this machine, without TLS, have no clipboard of their own. Says
  // whether the browser did it.
  function copySelected(text) {
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    // Beside the focus: what lies outside an open dialog cannot be selected.
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

  async function copy(text) {
    try {
      await window.navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copySelected(text);
    }
  }

  function offer(text) {
    const area = byId("copy-text");
    area.value = text;
    byId("copy-by-hand").showModal();
    area.focus();
    area.select();
  }

  flankwatch.copy = async function (button) {
    const citation = button.dataset.copy;
    const text = citation === "view" ? window.location.href : citation;
    const done = await copy(text);
    const { texts } = flankwatch.now().record;
    const before = button.dataset.before || button.textContent;
    button.dataset.before = before;
    setText(button, done ? texts.copied : texts.notCopied);
    byId("announcement").textContent = done ? texts.copied : texts.notCopied;
    if (!done) offer(text);
    window.setTimeout(() => setText(button, before), SHOWN);
  };
})((window.flankwatch = window.flankwatch || {}));
