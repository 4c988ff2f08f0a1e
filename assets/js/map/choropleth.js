// The figure that Plotly draws, on another day: the standing of every state as its number, and what
// is said of a state when it is pointed at. Python made the figure and every sentence; nothing here
// knows the page.

import { between, inWords } from "../core/days.js";
import { fill } from "../core/text.js";
import { changeOn, standingOn } from "../state/frames.js";

// Fills the {places} of a text; of a pair, the singular or the plural for its {n}.
function filled(text, places) {
  const chosen = Array.isArray(text) ? text[places.n === 1 ? 0 : 1] : text;
  return fill(chosen, places);
}

// To Plotly, these letters are markup.
const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export function hoverText(record, iso, name, day) {
  const [since, , effect] = changeOn(record, iso, day) ?? [];
  const standing = record.standings[standingOn(record, iso, day)];
  const places = { name: escaped(name), standing: record.words[standing] };
  if (!since) return filled(record.hover.plain, places);
  places.since = inWords(since);
  if (effect) places.effect = inWords(effect);
  if (effect && standing === record.standingOf.comingIntoForce) return filled(record.hover.due, places);
  if (effect && standing === record.standingOf.runningNotice) {
    return filled(record.hover.countdown, { ...places, n: between(day, effect) });
  }
  return filled(record.hover.since, places);
}

// `figure` with its trace of the states on that day; all else of it stays the same.
export function figureOn(figure, record, day) {
  const names = new Map(record.states.map((state) => [state.iso, state.name]));
  const data = figure.data.map((trace) => {
    if (trace.name !== "standings") return trace;
    return {
      ...trace,
      z: trace.locations.map((iso) => standingOn(record, iso, day)),
      hovertext: trace.locations.map((iso) => hoverText(record, iso, names.get(iso), day)),
    };
  });
  return { ...figure, data };
}
