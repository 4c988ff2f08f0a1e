// The legend's counts, and in the help to the colours the names behind them.

import { byId, setText } from "../core/dom.js";
import { newness } from "../core/newness.js";
import { fill } from "../core/text.js";
import { standingOn, stateOf } from "../state/frames.js";

const newFrame = newness();

// How many states of the whole record hold a standing: on the map of the world, whether any does.
function countsIn(record, day) {
  const counts = record.standings.map(() => 0);
  for (const iso of Object.keys(record.timelines)) counts[standingOn(record, iso, day)] += 1;
  return counts;
}

export function showLegend({ view, frame, record, standings }) {
  if (!newFrame(frame.day, view.extent && view.date)) return;
  const held = view.extent ? countsIn(record, view.date) : frame.counts;
  record.standings.forEach((standing, index) => {
    const row = byId("legend").querySelector(`[data-standing="${standing}"]`);
    setText(row.querySelector(".legend-count"), String(frame.counts[index]));
    row.dataset.count = held[index];
    const names = record.told
      .filter((iso) => standings[iso] === standing)
      .map((iso) => stateOf(record, iso).name);
    const text = names.length ? record.texts.standingNames : record.texts.standingNobody;
    const line = document.querySelector(`[data-standing-names="${standing}"]`);
    setText(line, fill(text, { names: names.join(", ") }));
  });
}
