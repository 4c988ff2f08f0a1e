import assert from "node:assert/strict";
import test from "node:test";

import { wordsOf } from "../../../assets/js/core/search.js";
import { counted, cut, fill, folded, plain } from "../../../assets/js/core/text.js";
import { record } from "../record.js";

test("places that nothing is known of stay as they are", () => {
  assert.equal(fill("{n} of {all}", { n: 3 }), "3 of {all}");
});

test("one day is singular", () => {
  assert.equal(counted(["{n} day left", "{n} days left"], 1), "1 day left");
  assert.equal(counted(["{n} day left", "{n} days left"], 0), "0 days left");
});

test("long texts of an address are cut", () => {
  assert.equal(cut("x".repeat(50)), `${"x".repeat(40)}…`);
});

test("a search finds names however they are typed", () => {
  assert.equal(folded("Nausėda’s Łódź", record.folding), "nauseda's lodz");
  assert.deepEqual(wordsOf("  Kaja  KALLAS ", record), ["kaja", "kallas"]);
});

test("texts that look alike are alike", () => {
  assert.equal(plain(" Ha\u0308kka\u0308nen\u00a0\u200b Antti "), "Häkkänen Antti");
  assert.equal(plain("می\u200cخواهم"), "می\u200cخواهم");
});
