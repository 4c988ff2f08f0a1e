// Copies the address of the view, or a quote with its citation, and says so on the button.
(function (flankwatch) {
  "use strict";

  const SHOWN = 1600;

  // Pages from other hosts than this machine, without TLS, have no clipboard of their own.
  function copyByHand(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  async function copy(text) {
    try {
      await window.navigator.clipboard.writeText(text);
    } catch {
      copyByHand(text);
    }
  }

  flankwatch.copy = async function (button) {
    const citation = button.dataset.copy;
    await copy(citation === "view" ? window.location.href : citation);
    const before = button.dataset.before || button.textContent;
    button.dataset.before = before;
    button.textContent = flankwatch.now().record.texts.copied;
    window.setTimeout(() => {
      button.textContent = before;
    }, SHOWN);
  };
})((window.flankwatch = window.flankwatch || {}));
