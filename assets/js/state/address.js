// The address of a view: read when the reader arrives, written whenever the view changes.

import { exists, inWords } from "../core/days.js";
import { cut, fill, plain } from "../core/text.js";
import { isElsewhere, stateOf } from "./frames.js";
import { bare, givenIn, meant } from "./given.js";
import { canAsk } from "./notice_answer.js";
import { spanOf } from "./spans.js";
import { comparable, shownColumns } from "./view.js";

// What is chosen from a list: its name in view and address, what may be chosen, what is said else.
const CHOICES = [
  ["panel", "panels", "badPanel"],
  ["kind", "kinds", "badKind"],
  ["stance", "stances", "badStance"],
  ["speaker", "speakers", "badSpeaker"],
  ["topic", "topics", "badTopic"],
  ["verdict", "verdicts", "badVerdict"],
  ["sort", "columns", "badSort"],
  ["standing", "standings", "badStanding"],
  ["group", "groups", "badGroup"],
  ["section", "sections", "badSection"],
  ["extent", "extents", "badExtent"],
];
const LONGEST = 200; // Characters of a search.
const LONGEST_NAME = 40; // Of what a briefing is asked for.
const MOST_SCENES = 60;

// Reads one name after the other, and notes what it cannot take.
class Reading {
  constructor(search, record) {
    const { values, repeated } = givenIn(search);
    this.given = values;
    this.record = record;
    this.notices = repeated.map(({ name, value }) =>
      fill(record.texts.repeated, { name: cut(name), value: cut(value) }),
    );
  }

  // The value of a name as it was written, if it is there and not empty.
  written(name) {
    return this.given.get(name) || null;
  }

  // The value of a name, bare; several ones are parted by commas.
  value(name) {
    const value = this.written(name);
    return value && bare(plain(value), this.record);
  }

  values(name) {
    const parts = (this.written(name) || "").split(",");
    return parts.map((part) => bare(plain(part), this.record)).filter(Boolean);
  }

  // Which of the words in a list of the record is meant; what is none of them is refused.
  word(name, list, text) {
    const value = this.written(name);
    const word = value && meant(value, this.record[list], this.record);
    if (value && !word) this.refuse(text, value);
    return word || null;
  }

  refuse(text, value) {
    this.notices.push(fill(this.record.texts[text], { value: cut(value) }));
  }
}

function readDay(reading, view) {
  const { record } = reading;
  const written = reading.given.get("date");
  if (written === undefined) return;
  const date = reading.value("date") || "";
  if (inRange(date, record)) view.date = date;
  else reading.notices.push(badDay(record.texts.badDate, written, record));
}

function readStates(reading, view) {
  const { record } = reading;
  const state = reading.value("state");
  if (state) {
    if (stateOf(record, state.toUpperCase())) view.state = state.toUpperCase();
    else reading.refuse("badState", reading.written("state"));
  }
  for (const other of reading.values("compare").map((code) => code.toUpperCase())) {
    if (comparable(view, other, record)) view.compare.push(other);
    else reading.refuse("badCompare", other);
  }
}

function readChoices(reading, view) {
  view.screen = reading.word("view", "screens", "badView") || view.screen;
  for (const [name, list, text] of CHOICES) view[name] = reading.word(name, list, text);
  view.desc = reading.value("desc") === "1";
  if (reading.written("desc") && !view.desc) reading.refuse("badDesc", reading.written("desc"));
}

function readColumns(reading, view) {
  const { record } = reading;
  const columns = [];
  for (const name of reading.values("cols")) {
    const column = meant(name, record.columns, record);
    if (column) columns.push(column);
    else reading.refuse("badColumn", name);
  }
  if (columns.length) view.columns = shownColumns(columns, record);
}

function readNotice(reading, view) {
  const { record } = reading;
  const notice = reading.value("notice");
  view.notice = notice && canAsk(notice, record) ? notice : null;
  if (reading.written("notice") && !view.notice) {
    reading.refuse("badNotice", reading.written("notice"));
  }
  const leaver = reading.value("for");
  const code = leaver && leaver.toUpperCase();
  view.leaver = leaver && Object.hasOwn(record.timelines, code) ? code : null;
  if (leaver && !view.leaver) reading.refuse("badFor", reading.written("for"));
}

function readSpan(reading, view) {
  const { record } = reading;
  const span = reading.value("span");
  const index = record.spans.findIndex(({ name }) => name === span);
  if (span && index < 0) reading.refuse("badSpan", reading.written("span"));
  view.span = spanOf(view.date, record, Math.max(index, 0));
}

// The view that an address names; what it names and the record does not know is noted.
export function readAddress(search, record) {
  const reading = new Reading(search, record);
  const [screen] = record.screens;
  const view = { date: record.verified, state: null, compare: [], screen, columns: null };
  for (const read of [readDay, readStates, readChoices, readColumns, readNotice, readSpan]) {
    read(reading, view);
  }
  // A state elsewhere is seen on the map of the world alone.
  if (isElsewhere(record, view.state)) view.extent ??= record.extents[0];
  view.scene = (reading.value("scene") || "").slice(0, LONGEST_NAME) || null;
  view.scenes = reading.values("scenes").map((name) => name.slice(0, LONGEST_NAME)).slice(0, MOST_SCENES);
  // The notes window of a briefing, and the word by which it and the stage know one another.
  view.notes = reading.value("notes") === "1";
  view.pair = (reading.value("pair") || "").slice(0, LONGEST_NAME) || null;
  view.q = plain(reading.written("q") || "").slice(0, LONGEST);
  view.find = plain(reading.written("find") || "").slice(0, LONGEST);
  return { ...view, notices: reading.notices, history: "replace" };
}

const WRITTEN = ["state", "extent", "panel", "kind", "stance", "speaker", "topic", "verdict", "q"];
const WRITTEN_LAST = ["section", "sort", "standing", "group", "find", "notice"];

// The search part of the address of a view.
export function writeAddress(view, record) {
  const given = new URLSearchParams({ date: view.date });
  const write = (names) => {
    for (const name of names) if (view[name]) given.set(name, view[name]);
  };
  write(WRITTEN);
  if (view.compare.length) given.set("compare", view.compare.join(","));
  if (view.span !== spanOf(view.date, record, 0)) given.set("span", record.spans[view.span].name);
  if (view.screen !== record.screens[0]) given.set("view", view.screen);
  write(WRITTEN_LAST);
  if (view.screen === "brief") writeBriefing(view, given);
  if (view.desc) given.set("desc", "1");
  if (view.columns) given.set("cols", view.columns.join(","));
  if (view.leaver) given.set("for", view.leaver);
  return "?" + String(given).replaceAll("%2C", ",");
}

function writeBriefing({ scene, scenes, notes, pair }, given) {
  if (scene) given.set("scene", scene);
  if (scenes.length) given.set("scenes", scenes.join(","));
  if (notes) given.set("notes", "1");
  if (notes && pair) given.set("pair", pair);
}

export const inRange = (day, record) => exists(day) && record.first <= day && day <= record.last;

export function badDay(text, value, record) {
  return fill(text, {
    value: cut(value),
    first: inWords(record.first),
    last: inWords(record.last),
    day: inWords(record.verified),
  });
}
