// If a state gave notice on a day: the answer, its words and its days are picked from the record.

import { add, between, exists } from "../core/days.js";
import { lastUpTo } from "../core/sorted.js";

export const canAsk = (day, record) =>
  exists(day) && record.first <= day && day <= record.leaving.last;

// How long after the day its notice takes effect.
function runOn(record, notice) {
  let left = between(record.first, notice);
  for (const [count, days, clamped] of record.leaving.runs) {
    if (left < count) return { days, clamped: Boolean(clamped) };
    left -= count;
  }
  return null;
}

// What is said of a state that cannot give notice on the day.
function refusal({ leaving, standingOf }, iso, notice, { standing, since, until }) {
  const [earliest, when] = leaving.unsure[iso] || [];
  if (earliest <= notice) return { text: leaving.unsureAnswer, standing, when, effect: null };
  const inConflict = standing === standingOf.runningNotice && !until;
  const text = inConflict ? leaving.notifiedInConflict : leaving.answers[standing];
  return { text, standing, since, until, effect: null };
}

// The answer for a state and a day: a text, and the days that it names.
export function answer(record, iso, notice) {
  const { leaving, standings, timelines } = record;
  const changes = timelines[iso];
  const change = changes[lastUpTo(changes, notice, ([day]) => day)];
  const [since, digit, until] = change || [null, 0];
  const standing = standings[digit];
  if (!leaving.leaves.includes(standing)) {
    return refusal(record, iso, notice, { standing, since, until });
  }
  const { days, clamped } = runOn(record, notice);
  const usual = add(notice, days);
  const found = { text: leaving.answers[standing], standing, clamped, days, usual, effect: usual };
  const delay = (leaving.delays[iso] || []).find(([first, last]) => first <= notice && notice <= last);
  if (!delay) return found;
  const effect = delay[2];
  return { ...found, text: effect ? leaving.delayed : leaving.noEnd, effect, isDelayed: true };
}
