import assert from "node:assert/strict";
import test from "node:test";

import { readAddress, writeAddress } from "../../../assets/js/state/address.js";
import { record } from "../record.js";

const QUERIES = [
  "?date=2025-12-27",
  "?date=2025-12-27&state=FIN&panel=quotes&stance=supports&q=mines&compare=POL,EST",
  "?date=1999-03-01&view=record&sort=since&standing=party&desc=1&notice=2025-06-27&for=NOR",
];

for (const query of QUERIES) {
  test(`${query} leads to the view that writes it`, () => {
    const view = readAddress(query, record);
    assert.deepEqual(view.notices, []);
    const written = new URLSearchParams(writeAddress(view, record));
    assert.deepEqual([...written].sort(), [...new URLSearchParams(query)].sort());
  });
}

test("without a day, the last one that the record vouches for is shown", () => {
  const view = readAddress("", record);
  assert.equal(view.date, record.verified);
  assert.equal(view.screen, "explore");
  assert.deepEqual(view.notices, []);
});

const WRONG = [
  ["date", "2025-02-30"],
  ["date", "soon"],
  ["state", "XYZ"],
  ["compare", "FIN"],
  ["panel", "map"],
  ["kind", "party"],
  ["stance", "maybe"],
  ["speaker", "Nobody"],
  ["topic", "weather"],
  ["verdict", "guilty"],
  ["span", "1066"],
  ["view", "moon"],
  ["sort", "size"],
  ["standing", "lost"],
  ["group", "martians"],
  ["section", "end"],
  ["desc", "yes"],
  ["cols", "size"],
  ["notice", "1066-01-01"],
  ["for", "XYZ"],
];

for (const [name, value] of WRONG) {
  test(`${name}=${value} is said to be wrong, and falls back`, () => {
    const view = readAddress(`?${name}=${value}`, record);
    assert.equal(view.notices.length, 1);
    assert.ok(view.notices[0].includes(value), view.notices[0]);
    assert.equal(new URLSearchParams(writeAddress(view, record)).get(name), name === "date" ? record.verified : null);
  });
}

test("what is plainly meant is read without a word", () => {
  const query = "?STATE=fin.&compare=est&Compare=LVA%20&panel=Quotes,&date=2025-12-27";
  const explore = readAddress(query, record);
  assert.deepEqual(explore.notices, []);
  assert.deepEqual([explore.state, explore.compare, explore.panel], ["FIN", ["EST", "LVA"], "quotes"]);
  const asked = "?view=Record.&sort=Since&cols=nato,%20Since&notice=2025-12-27.&for=pol%20";
  const table = readAddress(asked, record);
  assert.deepEqual(table.notices, []);
  assert.deepEqual([table.screen, table.sort, table.notice, table.leaver], ["record", "since", "2025-12-27", "POL"]);
  assert.deepEqual(table.columns, ["state", "since", "nato"]);
});

test("codes of states may be written small", () => {
  assert.equal(readAddress("?state=fin", record).state, "FIN");
});

test("an address names scenes, and keeps them only on the stage", () => {
  const asked = "?date=2025-12-27&view=brief&scene=border&scenes=now,border,next";
  const view = readAddress(asked, record);
  assert.deepEqual([view.screen, view.scene, view.scenes], ["brief", "border", ["now", "border", "next"]]);
  assert.deepEqual(view.notices, []);
  const written = new URLSearchParams(writeAddress(view, record));
  assert.equal(written.get("scenes"), "now,border,next");
  assert.equal(written.get("scene"), "border");
  assert.ok(!writeAddress({ ...view, screen: "explore" }, record).includes("scene"));
});

test("the notes window has an address of its own", () => {
  const view = readAddress("?view=brief&scene=now&notes=1&pair=abc", record);
  assert.deepEqual([view.notes, view.pair], [true, "abc"]);
  assert.ok(writeAddress(view, record).endsWith("&notes=1&pair=abc"));
  assert.equal(readAddress("?view=brief&notes=yes", record).notes, false);
});
