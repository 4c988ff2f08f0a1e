import assert from "node:assert/strict";
import test from "node:test";

import { keyOf } from "../../../assets/js/core/keyboard.js";

test("letters of other scripts count by their place, Latin ones by themselves", () => {
  assert.equal(keyOf({ key: "ы", code: "KeyS" }), "s");
  assert.equal(keyOf({ key: "Σ", code: "KeyS" }), "s");
  assert.equal(keyOf({ key: "T", code: "KeyT" }), "t");
  assert.equal(keyOf({ key: "z", code: "KeyY" }), "z");
  assert.equal(keyOf({ key: "ArrowLeft", code: "ArrowLeft" }), "ArrowLeft");
  assert.equal(keyOf({ key: "?", code: "Digit7" }), "?");
});
