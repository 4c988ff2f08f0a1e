// Light and dark: as the system says, until the reader chooses. What was chosen before is put on the
// document before it is painted (assets/early.js).

import { byId } from "../core/dom.js";
import { remember } from "../core/storage.js";

const KEY = "flankwatch-theme";
const system = window.matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : system.matches;
}

export function toggleTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  remember(KEY, theme);
  showTheme();
}

// The button says whether the dark theme is on.
export function showTheme() {
  byId("theme").setAttribute("aria-pressed", String(isDark()));
}

export function listenToTheme() {
  system.addEventListener("change", showTheme);
}
