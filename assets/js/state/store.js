// One direction: an action decides the view, and the view is shown by all that subscribed, in order.

import { decide } from "./actions.js";
import { frameOn, standingsIn } from "./frames.js";

let record = null;
let view = null;
const shown = [];

// `show(scene)` is called with every view: { view, record, frame, standings, before, anchor }.
export function subscribe(...shows) {
  shown.push(...shows);
}

export function start(given, search) {
  record = given;
  take({ kind: "address", value: search });
}

function show(before, anchor) {
  const frame = frameOn(record, view.date);
  const standings = standingsIn(record, frame);
  const scene = { view, record, frame, standings, before, anchor };
  for (const each of shown) each(scene);
}

// Takes an action; before the record is there, there is nothing to decide about.
export function take(action) {
  if (!record) return;
  const before = view;
  view = decide(action, view, record);
  show(before, action.anchor);
}

// Shows the same view once more: something that it is about has come.
export const showAgain = () => show(view, null);

// What is shown now, for those that go on from it.
export const now = () => ({ view, record });
