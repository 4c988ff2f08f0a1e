import assert from "node:assert/strict";
import test from "node:test";

import { begun, fits, wordsOf } from "../../../assets/js/core/search.js";
import { record } from "../record.js";

const WRITTEN = [
  ["  two Words ", ["two", "words"]],
  ['"two Words" more', ["two words", "more"]],
  ["“two  words”", ["two words"]],
  ["„zwei Wörter“", ["zwei worter"]],
  ['"not closed', ["not closed"]],
  ['""', []],
  ["Kosiniak–Kamysz", ["kosiniak-kamysz"]],
  ["Kosiniak\u2011Kamysz", ["kosiniak-kamysz"]],
  ["mi\u200bnes \u00adstay", ["mines", "stay"]],
  ["mines\u00a0stay", ["mines", "stay"]],
  ["mines – stay", ["mines", "stay"]],
  ["2025-12-27", ["2025-12-27"]],
];

for (const [written, words] of WRITTEN) {
  test(`${JSON.stringify(written)} is read as it is meant`, () => {
    assert.deepEqual(wordsOf(written, record), words);
  });
}

test("short names of states count as whole words", () => {
  assert.ok(fits("the uk left", ["uk"], record));
  assert.ok(!fits("ukraine", ["uk"], record));
  assert.ok(fits("ukraine", ["ukr"], record));
});

test("a whole name counts before a beginning, and the usual name before another one", () => {
  const lists = [["ukraine"], ["united kingdom", "uk"], ["turkiye", "turkey"]];
  assert.equal(begun("uk", lists), 1);
  assert.equal(begun("ukr", lists), 0);
  assert.equal(begun("turke", lists), 2);
  assert.equal(begun("x", lists), -1);
});
