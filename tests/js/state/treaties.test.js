import assert from "node:assert/strict";
import test from "node:test";

import { addressUnder } from "../../../assets/js/state/treaties.js";
import { record } from "../record.js";

const other = { address: "../", last: "2026-03-31", states: ["FIN", "LTU"] };
const view = { date: "2025-12-27", state: "FIN", screen: record.screens[0] };
const under = (changes) => addressUnder(other, { ...view, ...changes }, record);

test("another treaty's page shows the same day and state", () => {
  assert.equal(under({}), "../?date=2025-12-27&state=FIN");
  assert.equal(under({ state: null }), "../?date=2025-12-27");
});

test("what it cannot show it is not asked for", () => {
  assert.equal(under({ date: "2026-12-31" }), "../?state=FIN");
  assert.equal(under({ state: "XYZ" }), "../?date=2025-12-27");
});

test("the screen stays, but nobody lands in a briefing", () => {
  assert.equal(under({ screen: "record" }), "../?date=2025-12-27&state=FIN&view=record");
  assert.equal(under({ screen: "brief" }), "../?date=2025-12-27&state=FIN");
});
