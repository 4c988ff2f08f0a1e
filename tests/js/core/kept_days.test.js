import assert from "node:assert/strict";
import test from "node:test";

import { fileDay } from "../../../assets/js/core/kept_days.js";

const KEPT = ["1997-01-01", "2025-12-27", "2026-01-10"];

test("a copy offers the files of the last day up to the one shown that it has any of", () => {
  const at = (day) => fileDay(day, KEPT);
  assert.deepEqual(["2026-01-09", "2026-01-10", "2027-01-01"].map(at), [KEPT[1], KEPT[2], KEPT[2]]);
  assert.equal(at("1996-12-31"), "1997-01-01");
});

test("a server has the files of every day", () => {
  assert.equal(fileDay("2026-01-09", []), "2026-01-09");
});
