import assert from "node:assert/strict";
import test from "node:test";

import { filterByFacets, filterDates, sorted } from "../../../assets/js/state/filtering.js";

const card = (state, stance, speaker, topic, search) => ({
  values: { state, stance: [stance], speaker: [speaker], topic: [topic] },
  search,
});
const CARDS = [
  card(["FIN"], "supports", "Stubb", "withdrawal", "stubb mines deter"),
  card(["FIN", "POL"], "explains", "Tusk", "withdrawal", "tusk mines"),
  card([""], "opposes", "ICRC", "law", "civilians"),
];
const ANY = { state: [], stance: [], speaker: [], topic: [] };

function fitting(wanted, words = []) {
  const isFound = ({ search }) => words.every((word) => search.includes(word));
  const { shown } = filterByFacets(CARDS, { ...ANY, ...wanted }, isFound);
  const fits = CARDS.map((each) => each.fits);
  assert.equal(shown, fits.filter(Boolean).length);
  return fits;
}

test("quotes fit the state, the stance and every word of the search", () => {
  assert.deepEqual(fitting({}), [true, true, true]);
  assert.deepEqual(fitting({ state: ["POL"] }), [false, true, false]);
  assert.deepEqual(fitting({ state: ["FIN"], stance: ["supports"] }), [true, false, false]);
  assert.deepEqual(fitting({}, ["mines", "deter"]), [true, false, false]);
});

test("each choice counts what the others leave", () => {
  const { counts } = filterByFacets(CARDS, { ...ANY, stance: ["supports"] }, () => true);
  assert.equal(counts.stance.get(""), 3);
  assert.equal(counts.state.get("FIN"), 1);
  assert.equal(counts.state.get("POL"), undefined);
  assert.equal(counts.topic.get("law"), undefined);
});

const ENTRIES = [
  { states: ["FIN"], role: "joining", isRoutine: true },
  { states: ["EST", "LVA"], role: "decision", isRoutine: false },
  { states: [""], role: "joining", isRoutine: false },
];
const places = (entries) => entries.map((entry) => ENTRIES.indexOf(entry));

test("what is routine is told of a chosen state only", () => {
  assert.deepEqual(places(filterDates(ENTRIES, [], null).fitting), [1, 2]);
  assert.deepEqual(places(filterDates(ENTRIES, ["FIN"], null).fitting), [0]);
  assert.deepEqual(places(filterDates(ENTRIES, ["LVA"], null).fitting), [1]);
});

test("kinds of dates are counted whichever is chosen", () => {
  const { fitting: found, counts } = filterDates(ENTRIES, [], "joining");
  assert.deepEqual(places(found), [2]);
  assert.deepEqual([...counts], [["", 2], ["decision", 1], ["joining", 1]]);
});

test("states without a value stand last, whichever way the table is sorted", () => {
  const keys = [{ left: 12 }, {}, { left: 3 }, { left: 12 }];
  const rows = keys.map((each, place) => ({ place, keys: each }));
  const order = (isDescending) => sorted(rows, "left", isDescending).map(({ place }) => place);
  assert.deepEqual(order(false), [2, 0, 3, 1]);
  assert.deepEqual(order(true), [0, 3, 2, 1]);
});
