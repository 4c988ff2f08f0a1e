// What holds on a day, picked from what came with the page: frames, counts, countdowns.

import { between } from "../core/days.js";
import { lastUpTo } from "../core/sorted.js";

// The frame that holds on a day.
export function frameOn(record, day) {
  return record.frames[Math.max(lastUpTo(record.frames, day, (frame) => frame.day), 0)];
}

// The standing of each state of the page, by code.
export function standingsIn(record, frame) {
  const found = {};
  record.states.forEach((state, index) => {
    found[state.iso] = record.standings[Number(frame.standings[index])];
  });
  return found;
}

// How many parties there are on a day.
export function partiesOn(record, day) {
  const index = lastUpTo(record.parties, day, ([first]) => first);
  const [, byDeposit, inForce] = index < 0 ? [day, 0, 0] : record.parties[index];
  return { byDeposit, inForce };
}

// Days until the effect of a notice that is running on a day; null if none is.
export function daysLeft(record, iso, day) {
  const run = (record.countdowns[iso] || []).find(([first, last]) => first <= day && day < last);
  return run ? between(day, run[1]) : null;
}

// The change before or after a day; the day itself where there is none.
export function changeFrom(record, day, direction) {
  const days = record.changes;
  if (direction === "next") return days.find((other) => other > day) || day;
  return [...days].reverse().find((other) => other < day) || day;
}

// The state of a code, whether the page shows it or only the map of the world.
export const stateOf = (record, iso) =>
  record.states.find((state) => state.iso === iso) ?? record.elsewhere.find((state) => state.iso === iso);

// Whether only the map of the world shows a state.
export const isElsewhere = (record, iso) => record.elsewhere.some((state) => state.iso === iso);

// What the standing of a state on a day goes back to; undefined before anything happened.
export function changeOn(record, iso, day) {
  return (record.timelines[iso] ?? []).findLast(([first]) => first <= day);
}

// The place of a state's standing among all standings.
export function standingOn(record, iso, day) {
  return changeOn(record, iso, day)?.[1] ?? record.standings.indexOf(record.standingOf.nothingDone);
}

// The standing of any state on the day of a scene.
export const standingIn = ({ standings, record, view }, iso) =>
  standings[iso] ?? record.standings[standingOn(record, iso, view.date)];
