import assert from "node:assert/strict";
import test from "node:test";

import { ageInWords } from "../../../assets/js/state/age.js";
import { record } from "../record.js";

test("a record checked within ninety days says nothing of its age", () => {
  assert.equal(ageInWords({ ...record, verified: "2026-03-03" }, "2026-03-03"), "");
  assert.equal(ageInWords({ ...record, verified: "2026-03-03" }, "2026-06-01"), "");
});

test("an older one says how many days have gone by", () => {
  assert.equal(ageInWords({ ...record, verified: "2026-03-03" }, "2026-06-02"), ", 91 days ago");
});
