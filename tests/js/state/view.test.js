import assert from "node:assert/strict";
import test from "node:test";

import { inRange } from "../../../assets/js/state/address.js";
import { spanOf } from "../../../assets/js/state/spans.js";
import { comparable, shownColumns, statesOf } from "../../../assets/js/state/view.js";
import { record } from "../record.js";

test("days from the opening of the record to its end are shown", () => {
  assert.ok(inRange(record.first, record));
  assert.ok(inRange(record.last, record));
  assert.ok(!inRange("1996-12-31", record));
});

test("no more states stand side by side than have room, and none twice", () => {
  const view = { state: "FIN", compare: ["EST"] };
  assert.deepEqual(statesOf(view), ["FIN", "EST"]);
  assert.ok(comparable(view, "POL", record));
  for (const iso of ["FIN", "EST", "XYZ"]) assert.ok(!comparable(view, iso, record), iso);
  const full = record.states.slice(1, record.mostCompared).map(({ iso }) => iso);
  assert.ok(!comparable({ state: record.states[0].iso, compare: full }, "RUS", record));
  assert.deepEqual(statesOf({ state: null, compare: [] }), []);
});

test("a day is shown in the span that has it", () => {
  assert.equal(spanOf("1999-03-01", record, 0), 1);
  assert.equal(spanOf("2025-12-27", record, 1), 1);
  assert.equal(spanOf("2025-12-27", record, 0), 0);
});

test("the usual columns need no words in the address", () => {
  assert.equal(shownColumns(record.usualColumns, record), null);
  assert.deepEqual(shownColumns([], record), [record.columns[0]]);
});
