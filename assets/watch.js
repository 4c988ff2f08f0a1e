// Comes before everything else and sees what does not arrive or does not run. What it says is shown
// by the document (`data-start`, `data-look`); the page does not start where a part of it is missing.
(function () {
  "use strict";

  const root = document.documentElement;
  const ours = (address) => String(address).includes("/assets/");

  function missing({ target, filename }) {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") root.dataset.look = "missing";
    // Scripts that others bring later are for finer drawings, which the page can do without.
    const isOurs = target === window ? ours(filename) : target instanceof HTMLScriptElement && ours(target.src);
    if (isOurs && !root.dataset.start) root.dataset.start = "failed";
  }

  window.addEventListener("error", missing, true);
})();
