// Which entries fit what is chosen. Entries are plain objects; nothing here knows the page.

import { count } from "../core/counts.js";

// Marks the cards that fit (`fits`) and counts, for each facet, what the other facets and the search
// leave. `wanted` has a list of values a facet; an empty one wants all. `values` of a card are lists.
// `isFound` says what the search finds.
export function filterByFacets(cards, wanted, isFound) {
  const facets = Object.keys(wanted);
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map()]));
  let shown = 0;
  for (const card of cards) {
    const found = isFound(card);
    const misses = facets.filter(
      (facet) =>
        wanted[facet].length &&
        !card.values[facet].some((value) => wanted[facet].includes(value)),
    );
    card.fits = found && !misses.length;
    shown += card.fits;
    for (const facet of found ? facets : []) {
      if (misses.some((missed) => missed !== facet)) continue;
      count(counts[facet], ["", ...card.values[facet].filter(Boolean)]);
    }
  }
  return { shown, counts };
}

// The dates that a view has: those of its states, else all that are no routine; of its kind. Counts
// how many of each kind there are.
export function filterDates(entries, states, kind) {
  const counts = new Map();
  const fitting = [];
  for (const entry of entries) {
    const concerns = states.length
      ? entry.states.some((iso) => states.includes(iso))
      : !entry.isRoutine;
    if (!concerns) continue;
    count(counts, ["", entry.role]);
    if (!kind || entry.role === kind) fitting.push(entry);
  }
  return { fitting, counts };
}

// Rows in the order of a column. What has nothing in it stands at its end, whichever way it is sorted.
export function sorted(rows, column, isDescending) {
  const turn = isDescending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [one.keys[column], other.keys[column]];
    if (a === b) return one.place - other.place;
    if (a === undefined) return 1;
    if (b === undefined) return -1;
    return a < b ? -turn : turn;
  });
}
