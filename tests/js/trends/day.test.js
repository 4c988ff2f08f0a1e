import assert from "node:assert/strict";
import { test } from "node:test";

import { placeOf } from "../../../assets/js/trends/day.js";

test("a day has its place between the first and the last of an axis, or beyond them", () => {
  const told = { days: ["2000-01-01", "2000-01-11"], rows: false };
  assert.equal(placeOf(told, "2000-01-01"), 0);
  assert.equal(placeOf(told, "2000-01-06"), 0.5);
  assert.ok(placeOf(told, "1999-12-31") < 0);
  assert.ok(placeOf(told, "2000-01-12") > 1);
});

test("among rows it is below those that were", () => {
  const told = { days: ["2000-01-01", "2000-01-05", "2000-01-05", "2000-03-01"], rows: true };
  assert.equal(placeOf(told, "1999-12-31"), 0);
  assert.equal(placeOf(told, "2000-01-05"), 0.75);
  assert.equal(placeOf(told, "2001-01-01"), 1);
});
