import assert from "node:assert/strict";
import test from "node:test";

import { decide } from "../../../assets/js/state/actions.js";
import { record, viewOf } from "../record.js";

const after = (query, ...actions) =>
  actions.reduce((view, action) => decide(action, view, record), viewOf(query, record));
const act = (kind, value, more) => ({ kind, value, ...more });

test("a state is chosen, and chosen again it is let go", () => {
  assert.equal(after("", act("state", "FIN")).state, "FIN");
  assert.equal(after("?state=FIN", act("state", "FIN")).state, null);
});

test("states are set side by side and taken out again", () => {
  const both = after("?state=FIN", act("compare", "POL"));
  assert.deepEqual([both.state, both.compare], ["FIN", ["POL"]]);
  const left = after("?state=FIN&compare=POL", act("takeOut", "FIN"));
  assert.deepEqual([left.state, left.compare], ["POL", []]);
  assert.equal(after("", act("compare", "POL")).state, "POL");
});

test("one state too many is refused in words", () => {
  const many = record.states.slice(0, record.mostCompared + 1).map(({ iso }) => act("compare", iso));
  const view = after("", ...many);
  assert.equal(view.compare.length + 1, record.mostCompared);
  assert.equal(view.notices.length, 1);
});

test("steps go from change to change", () => {
  assert.equal(after("?date=2025-12-27", act("step", "next")).date, "2026-01-10");
  assert.equal(after("?date=2025-12-28", act("step", "previous")).date, "2025-12-27");
});

test("a day that cannot be shown is refused, and the day stays", () => {
  const view = after("?date=2025-12-27", act("date", "2025-02-30"));
  assert.equal(view.date, "2025-12-27");
  assert.ok(view.notices[0].includes("2025-02-30"));
});

test("only what is meant to be gone back to is a step of the history", () => {
  assert.equal(after("", act("date", "2025-12-27")).history, "push");
  assert.equal(after("", act("date", "2025-12-27", { dragging: true })).history, "replace");
  assert.equal(after("", act("search", "mines")).history, "replace");
  assert.equal(after("", act("state", "FIN")).history, "push");
});

test("a date leads to its day and its state; one without a day says so", () => {
  const [id, event] = Object.entries(record.events).find(
    ([, { date, states }]) => date && states.length === 1 && states[0] === "LVA",
  );
  const view = after("?state=FIN&view=record", act("event", id));
  assert.deepEqual([view.date, view.state, view.screen], [event.date, "LVA", "explore"]);
  const quote = { states: [], date: null, when: "June 2025" };
  const stays = after("?date=2025-12-27", act("quote", "x", { quote }));
  assert.equal(stays.date, "2025-12-27");
  assert.ok(stays.notices[0].includes("June 2025"));
});

test("what was filtered can be cleared, each for itself", () => {
  const query = "?date=2025-12-27&state=FIN&stance=supports&q=mines&kind=effect";
  assert.equal(after(query, act("clear", "state")).q, "mines");
  const quotes = after(query, act("clear", "quotes"));
  assert.deepEqual([quotes.q, quotes.stance, quotes.state], ["", null, null]);
  assert.equal(after(query, act("clear", "date")).date, record.verified);
});

test("the table is sorted, turned, and put back", () => {
  const sorted = after("", act("sort", "since"));
  assert.deepEqual([sorted.sort, sorted.desc], ["since", false]);
  assert.equal(after("?sort=since", act("sort", "since")).desc, true);
  assert.equal(after("?sort=since", act("sort", record.columns[0])).sort, null);
});

test("columns come and go; the usual ones are not named", () => {
  const other = record.columns.find((name) => !record.usualColumns.includes(name));
  const shown = after("", act("column", other, { on: true }));
  assert.ok(shown.columns.includes(other));
  assert.equal(decide(act("column", other, { on: false }), shown, record).columns, null);
});
