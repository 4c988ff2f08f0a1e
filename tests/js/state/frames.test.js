import assert from "node:assert/strict";
import test from "node:test";

import {
  changeFrom,
  daysLeft,
  frameOn,
  partiesOn,
  standingsIn,
  stateOf,
} from "../../../assets/js/state/frames.js";
import { record } from "../record.js";

const on = (day) => standingsIn(record, frameOn(record, day));

test("a frame holds from its change to the next", () => {
  assert.equal(on("2025-12-26").EST, "notified");
  assert.equal(on("2025-12-27").EST, "withdrawn");
  assert.equal(on("2025-12-27").POL, "notified");
  assert.equal(on("1997-01-01").POL, "outside");
});

test("days left are those to the date of effect", () => {
  assert.equal(daysLeft(record, "EST", "2025-12-26"), 1);
  assert.equal(daysLeft(record, "EST", "2025-12-27"), null);
  assert.equal(daysLeft(record, "SWE", "2025-12-27"), null);
});

test("nobody was a party in 1997, and Finland’s exit is a change", () => {
  assert.deepEqual(partiesOn(record, "1997-01-01"), { byDeposit: 0, inForce: 0 });
  assert.ok(partiesOn(record, "2025-01-01").inForce > 160);
  assert.equal(changeFrom(record, "2025-12-27", "next"), "2026-01-10");
  assert.equal(changeFrom(record, "2025-12-28", "previous"), "2025-12-27");
  assert.equal(changeFrom(record, record.last, "next"), record.last);
});

test("states are found by their codes", () => {
  assert.equal(stateOf(record, "EST").name, "Estonia");
});
