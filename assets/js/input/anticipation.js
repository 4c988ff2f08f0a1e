// What the pointer or the keyboard is on is likely to be wanted next: its part of the page is fetched.

import { fetchEarly } from "../core/fragments.js";
import { fragmentOfCard } from "../explore/cards.js";
import { hasProfile } from "../explore/profile.js";
import { now } from "../state/store.js";

// The fragments that an element leads to.
function wantedBy(element, record) {
  const { card, screen, iso, chooseState } = element.dataset;
  if (card) return [fragmentOfCard(card, record)];
  if (screen) return record.fragments[screen] || [];
  const state = chooseState || iso;
  return hasProfile(state) || !record.states.some((each) => each.iso === state) ? [] : [`profile/${state}`];
}

function onArrival({ target }) {
  const { record } = now();
  const element = target.closest?.("[data-card], a.screen, [data-choose-state], #map [data-iso]");
  if (record && element) fetchEarly(wantedBy(element, record));
}

export function listenToArrivals() {
  document.addEventListener("pointerover", onArrival);
  document.addEventListener("focusin", onArrival);
}
