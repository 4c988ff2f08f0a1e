// Light and dark: as the system says, until the reader chooses.
(function (flankwatch) {
  "use strict";

  const KEY = "flankwatch-theme";

  function stored() {
    try {
      return window.localStorage.getItem(KEY);
    } catch {
      return null; // Storage is switched off; the choice then lasts as long as the page.
    }
  }

  function isDark() {
    const chosen = document.documentElement.dataset.theme;
    if (chosen) return chosen === "dark";
    return window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function choose(theme) {
    document.documentElement.dataset.theme = theme;
    try {
      window.localStorage.setItem(KEY, theme);
    } catch {
      // See above.
    }
  }

  const before = stored();
  if (before === "dark" || before === "light") document.documentElement.dataset.theme = before;

  window
    .matchMedia("(prefers-color-scheme: dark)")
    .addEventListener("change", () => flankwatch.theme.show());

  flankwatch.theme = {
    toggle() {
      choose(isDark() ? "light" : "dark");
      flankwatch.theme.show();
    },
    // The button says whether the dark theme is on.
    show() {
      document.getElementById("theme").setAttribute("aria-pressed", String(isDark()));
    },
  };
})((window.flankwatch = window.flankwatch || {}));
