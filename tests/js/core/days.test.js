import assert from "node:assert/strict";
import test from "node:test";

import { add, between, exists, inShort, inWords } from "../../../assets/js/core/days.js";

test("only days of the calendar exist", () => {
  for (const day of ["2024-02-29", "1997-12-03"]) assert.ok(exists(day), day);
  for (const day of ["2025-02-29", "2025-13-01", "2025-1-1", "soon", ""]) assert.ok(!exists(day), day);
});

test("days are counted across summer time and leap years", () => {
  assert.equal(between("2025-03-29", "2025-03-31"), 2);
  assert.equal(between("2024-02-28", "2024-03-01"), 2);
  assert.equal(add("2025-06-27", 183), "2025-12-27");
});

test("a day is said as readers say it", () => {
  assert.equal(inWords("2025-12-27"), "27 December 2025");
  assert.equal(inShort("2025-09-01"), "1 Sep 2025");
});
