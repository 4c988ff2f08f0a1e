import assert from "node:assert/strict";
import test from "node:test";

import { now, showAgain, start, subscribe, take } from "../../../assets/js/state/store.js";
import { record } from "../record.js";

test("everything visible follows from actions, in the order of subscribing", () => {
  const told = [];
  subscribe(({ view, before }) => told.push(["first", view.date, before && before.date]));
  subscribe(({ standings }) => told.push(["second", standings.EST]));
  take({ kind: "date", value: "2025-01-01" });
  assert.deepEqual(told, [], "nothing is decided before the record is there");
  start(record, "?date=2025-12-26");
  take({ kind: "date", value: "2025-12-27" });
  assert.deepEqual(told, [
    ["first", "2025-12-26", null],
    ["second", "notified"],
    ["first", "2025-12-27", "2025-12-26"],
    ["second", "withdrawn"],
  ]);
  assert.equal(now().view.date, "2025-12-27");
  showAgain();
  assert.deepEqual(told.at(-2), ["first", "2025-12-27", "2025-12-27"]);
});
