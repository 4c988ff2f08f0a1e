// The profile of the state chosen. It is fetched when it is wanted, and kept.

import { all, byId, hide } from "../core/dom.js";
import { fragment, sayFailed, sayWaiting, Unavailable } from "../core/fragments.js";
import { shortenLists } from "../core/long_lists.js";
import { newness } from "../core/newness.js";
import { now, showAgain } from "../state/store.js";
import { showDayOf } from "./stretches.js";

const newStandings = newness();
const place = () => byId("profiles");
const kept = new Map(); // The profiles that have been seen, by state.

// Whether the profile of a state is there already.
export const hasProfile = (iso) => kept.has(iso) || isShown(iso);

const shownProfile = () => place().querySelector("[data-profile]");
const isShown = (iso) => shownProfile()?.dataset.profile === iso;

function put(iso, profile) {
  profile.hidden = false;
  kept.set(iso, profile);
  place().removeAttribute("aria-busy");
  place().replaceChildren(profile);
  shortenLists(profile, now().record);
  unfold(profile);
  newStandings(null); // The standings of its neighbours are to be written anew.
}

async function bring(iso) {
  const { texts } = now().record;
  sayWaiting(place(), texts);
  try {
    const content = await fragment(`profile/${iso}`);
    if (now().view.state !== iso || isShown(iso)) return;
    put(iso, content.querySelector("[data-profile]").cloneNode(true));
    showAgain();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    if (now().view.state === iso) sayFailed(place(), texts, () => bring(iso));
  }
}

// All profiles, once they are there, need not be fetched one by one.
export function keepProfiles(content) {
  for (const profile of all("[data-profile]", content)) {
    const { profile: iso } = profile.dataset;
    if (!kept.has(iso)) kept.set(iso, profile);
  }
}

function choose({ state, compare }) {
  hide(byId("state-empty"), Boolean(state));
  hide(byId("state-tools"), !state);
  hide(place(), !state || compare.length > 0);
  if (!state) place().replaceChildren();
  else if (isShown(state)) kept.set(state, shownProfile());
  else if (kept.has(state)) put(state, kept.get(state));
  else bring(state);
}

function showNeighbours(standings) {
  for (const button of all("[data-neighbour]", place())) {
    button.querySelector(".swatch").dataset.standing = standings[button.dataset.neighbour];
  }
}

// On narrow screens the profile has the page to itself: nothing needs to be folded.
const isNarrow = () => window.matchMedia("(width <= 72.5em)").matches;
let isUnfolded = null;

function unfold(profile) {
  for (const more of all(".more", profile)) more.open = isUnfolded ?? isNarrow();
}

// What a reader has unfolded for one state is unfolded for the next one, too.
function onToggle(event) {
  if (event.target.matches("#profiles .more")) isUnfolded = event.target.open;
}

const newChoice = newness();

export function showProfile({ view, frame, standings, record, before }) {
  if (newChoice(view.state, view.compare.length > 0)) choose(view);
  const profile = shownProfile();
  if (!profile) return;
  if (!before) unfold(profile);
  if (newStandings(frame.day)) showNeighbours(standings);
  showDayOf(profile, view, record.texts);
}

export function listenToProfile() {
  document.addEventListener("toggle", onToggle, true);
  document.addEventListener("flankwatch:more", () => {
    const { view, record } = now();
    const profile = shownProfile();
    if (profile) showDayOf(profile, view, record.texts);
  });
}
