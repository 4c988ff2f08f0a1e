// The lanes: the day shown is a line through all of them, and what lies after it is veiled.

import { share } from "../core/days.js";
import { all, byId, hide, setText } from "../core/dom.js";
import { newness } from "../core/newness.js";
import { fill } from "../core/text.js";
import { stateOf } from "../state/frames.js";
import { statesOf } from "../state/view.js";

const newStates = newness();

function showChoice(shown, record) {
  const rows = all("[data-lane]");
  const hasLane = rows.some((lane) => shown.includes(lane.dataset.lane));
  for (const lane of rows) {
    lane.classList.toggle("stepped-back", hasLane && !shown.includes(lane.dataset.lane));
  }
  const names = shown.map((iso) => stateOf(record, iso).name).join(", ");
  const { datesOf, datesAll } = record.texts;
  setText(byId("dates-note"), names ? fill(datesOf, { state: names }) : datesAll);
}

function showDay(day) {
  const { first, last } = document.querySelector(".lanes").dataset;
  const veil = byId("lanes-day");
  hide(veil, day > last);
  veil.classList.toggle("before", day < first);
  veil.style.left = `${100 * Math.max(share(first, last, day), 0)}%`;
}

export function showLanes({ view, record }) {
  const shown = statesOf(view);
  if (newStates(shown)) showChoice(shown, record);
  showDay(view.date);
}
