import assert from "node:assert/strict";
import test from "node:test";

import { unbroken } from "../../../assets/js/brief/breaks.js";

const shown = (text) => unbroken(text).replaceAll("\u00a0", "~");

test("a day, a count and an article stay on their line", () => {
  assert.equal(shown("Finland leaves in 14 days, on 10 January 2026."), "Finland leaves in 14~days, on 10~January~2026.");
  assert.equal(shown("not in force (Art. 17, Art. 20)"), "not in force (Art.~17, Art.~20)");
});

test("after a year a line may end, and words stay apart", () => {
  assert.equal(shown("on 18 July 2025 that it suspends"), "on 18~July~2025 that it suspends");
  assert.equal(shown("Estonia, Latvia and Lithuania"), "Estonia, Latvia and Lithuania");
});
