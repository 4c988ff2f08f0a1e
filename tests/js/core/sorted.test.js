import assert from "node:assert/strict";
import test from "node:test";

import { count } from "../../../assets/js/core/counts.js";
import { newness } from "../../../assets/js/core/newness.js";
import { lastUpTo } from "../../../assets/js/core/sorted.js";

test("the last entry up to a day counts, also among entries of one day", () => {
  const days = ["2025-01-01", "2025-06-27", "2025-06-27", "2026-01-01"];
  const at = (day) => lastUpTo(days, day, (entry) => entry);
  assert.deepEqual(["2024-12-31", "2025-01-01", "2025-06-27", "2027-01-01"].map(at), [-1, 0, 2, 3]);
});

test("values are counted", () => {
  const counts = new Map();
  count(counts, ["FIN", "POL"]);
  count(counts, ["FIN"]);
  assert.deepEqual([...counts], [["FIN", 2], ["POL", 1]]);
});

test("what is the same is not new", () => {
  const isNew = newness();
  assert.deepEqual([isNew(["FIN"]), isNew(["FIN"]), isNew(["POL"])], [true, false, true]);
});
