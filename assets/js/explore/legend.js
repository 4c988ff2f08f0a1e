// The legend's counts, and in the help to the colours the names behind them.

import { byId, setText } from "../core/dom.js";
import { newness } from "../core/newness.js";
import { fill } from "../core/text.js";
import { stateOf } from "../state/frames.js";

const newFrame = newness();

export function showLegend({ frame, record, standings }) {
  if (!newFrame(frame.day)) return;
  record.standings.forEach((standing, index) => {
    const row = byId("legend").querySelector(`[data-standing="${standing}"]`);
    setText(row.querySelector(".legend-count"), String(frame.counts[index]));
    row.dataset.count = frame.counts[index];
    const names = record.told
      .filter((iso) => standings[iso] === standing)
      .map((iso) => stateOf(record, iso).name);
    const text = names.length ? record.texts.standingNames : record.texts.standingNobody;
    const line = document.querySelector(`[data-standing-names="${standing}"]`);
    setText(line, fill(text, { names: names.join(", ") }));
  });
}
