// The screens: which of them is shown, and where the links to them lead.

import { all, hide } from "../core/dom.js";
import { place, waitingPlaces } from "../core/fragments.js";
import { writeAddress } from "../state/address.js";
import { showAgain } from "../state/store.js";

function put(screen) {
  document.body.dataset.screen = screen;
  for (const part of all("[data-of-screen]")) hide(part, part.dataset.ofScreen !== screen);
  for (const link of all("a.screen")) {
    if (link.dataset.screen === screen) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

// Shows the screen of a view; `shows` has for each screen what shows its content.
export function screensOf(shows) {
  return (scene) => {
    const { view, before, record } = scene;
    if (document.body.dataset.screen !== view.screen) put(view.screen);
    for (const link of all("a.screen")) {
      link.href = writeAddress({ ...view, screen: link.dataset.screen }, record);
    }
    if (before && before.screen !== view.screen) window.scrollTo(0, 0);
    const missing = record.fragments[view.screen].filter((name) => waitingPlaces().includes(name));
    for (const name of missing) place(name, record.texts, showAgain);
    for (const show of shows[view.screen] || []) show(scene);
  };
}
