// States side by side, on the day shown.

import { inWords } from "../core/days.js";
import { all, byId, hide, setText } from "../core/dom.js";
import { place } from "../core/fragments.js";
import { shortenLists } from "../core/long_lists.js";
import { newness } from "../core/newness.js";
import { isElsewhere } from "../state/frames.js";
import { now, showAgain } from "../state/store.js";
import { statesOf } from "../state/view.js";
import { showDayOf } from "./stretches.js";

const SIDE_BY_SIDE = 3;
const narrow = window.matchMedia("(width <= 43.75em)");
const newChoice = newness();

let places = []; // The cells of the states that are compared.

function showField(shown, record) {
  const { mostCompared } = record;
  hide(byId("compare-with"), shown.some((iso) => isElsewhere(record, iso)));
  for (const option of all("#compare-with option[value]:not([value=''])")) {
    option.disabled = shown.includes(option.value);
  }
  byId("compare-with").disabled = shown.length >= mostCompared;
}

function showColumns(shown, several) {
  for (const cell of all("#comparison [data-column]")) {
    hide(cell, !several || !shown.includes(cell.dataset.column));
  }
  places = several ? all("#comparison td:not([hidden])") : [];
}

// Columns side by side need room; where they have none, they stand under one another.
function stack({ compare }) {
  const stacked = narrow.matches || compare.length + 1 > SIDE_BY_SIDE;
  byId("comparison").dataset.stacked = stacked ? "yes" : "no";
}

function arrive() {
  shortenLists(byId("comparison"), now().record);
  newChoice(null);
  showAgain();
}

export function showComparison({ view, record }) {
  const shown = statesOf(view);
  const several = view.compare.length > 0;
  if (several) place("comparison", record.texts, arrive);
  const table = byId("comparison");
  if (newChoice(shown, Boolean(table))) {
    showField(shown, record);
    if (table) {
      hide(table, !several);
      showColumns(shown, several);
    }
    hide(byId("comparison-place"), !several);
  }
  if (!table) return;
  stack(view);
  if (!several) return;
  for (const cell of places) showDayOf(cell, view, record.texts);
  setText(table.querySelector(".compared-day"), inWords(view.date));
}

export function listenToComparison() {
  narrow.addEventListener("change", () => byId("comparison") && stack(now().view));
}
