// Runs first, from the document itself: puts on the theme that was chosen before anything is painted,
// and sees what does not arrive or does not run. The document shows what it says (panels/trouble.py).
(function () {
  "use strict";

  const root = document.documentElement;
  root.dataset.scripts = "yes";
  try {
    const theme = window.localStorage.getItem("flankwatch-theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch {
    // Storage is switched off: the system's theme it is.
  }

  // A copy of the site in plain files has one document, of the day named first. Where the address asks for
  // another view, nothing is painted until the modules show that.
  const [opening] = (root.dataset.kept || "").split(" ");
  const { search } = window.location;
  if (opening && search && search !== `?date=${opening}`) root.dataset.veiled = "yes";

  const ours = (address) => String(address).includes("assets/");

  function missing({ target, filename }) {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") root.dataset.look = "missing";
    // Scripts that come later are for finer drawings, which the page can do without.
    const isOurs = target === window ? ours(filename) : target instanceof HTMLScriptElement && ours(target.src);
    if (isOurs && !root.dataset.start) root.dataset.start = "failed";
  }

  window.addEventListener("error", missing, true);
})();
