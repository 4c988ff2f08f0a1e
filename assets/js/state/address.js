// The address of a view: read when the reader arrives, written whenever the view changes.

import { exists, inWords } from "../core/days.js";
import { cut, fill, plain } from "../core/text.js";
import { stateOf } from "./frames.js";
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
];
const LONGEST = 200; // Characters of a search.

// Reads one name after the other, and notes what it cannot take.
class Reading {
  constructor(search, record) {
    this.given = new URLSearchParams(search);
    this.record = record;
    this.notices = [];
  }

  value(name) {
    const value = this.given.get(name);
    return value === null ? null : plain(value);
  }

  refuse(text, value) {
    this.notices.push(fill(this.record.texts[text], { value: cut(value) }));
  }
}

function readDay(reading, view) {
  const { record } = reading;
  const date = reading.value("date");
  if (date === null) return;
  if (inRange(date, record)) view.date = date;
  else reading.notices.push(badDay(record.texts.badDate, date, record));
}

function readStates(reading, view) {
  const { record } = reading;
  const state = reading.value("state");
  if (state) {
    if (stateOf(record, state.toUpperCase())) view.state = state.toUpperCase();
    else reading.refuse("badState", state);
  }
  for (const other of (reading.value("compare") || "").toUpperCase().split(",").filter(Boolean)) {
    if (comparable(view, other, record)) view.compare.push(other);
    else reading.refuse("badCompare", other);
  }
}

function readChoices(reading, view) {
  const { record } = reading;
  const screen = reading.value("view");
  if (record.screens.includes(screen)) view.screen = screen;
  else if (screen) reading.refuse("badView", screen);
  for (const [name, list, text] of CHOICES) {
    const value = reading.value(name);
    view[name] = value && record[list].includes(value) ? value : null;
    if (value && !view[name]) reading.refuse(text, value);
  }
  const desc = reading.value("desc");
  view.desc = desc === "1";
  if (desc && !view.desc) reading.refuse("badDesc", desc);
}

function readColumns(reading, view) {
  const { record } = reading;
  const asked = (reading.value("cols") || "").split(",").filter(Boolean);
  for (const name of asked) {
    if (!record.columns.includes(name)) reading.refuse("badColumn", name);
  }
  if (asked.some((name) => record.columns.includes(name))) view.columns = shownColumns(asked, record);
}

function readNotice(reading, view) {
  const { record } = reading;
  const notice = reading.value("notice");
  view.notice = notice && canAsk(notice, record) ? notice : null;
  if (notice && !view.notice) reading.refuse("badNotice", notice);
  const leaver = reading.value("for");
  const code = leaver && leaver.toUpperCase();
  view.leaver = leaver && Object.hasOwn(record.timelines, code) ? code : null;
  if (leaver && !view.leaver) reading.refuse("badFor", leaver);
}

function readSpan(reading, view) {
  const { record } = reading;
  const span = reading.value("span");
  const index = record.spans.findIndex(({ name }) => name === span);
  if (span && index < 0) reading.refuse("badSpan", span);
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
  view.q = (reading.value("q") || "").slice(0, LONGEST);
  view.find = (reading.value("find") || "").slice(0, LONGEST);
  return { ...view, notices: reading.notices, history: "replace" };
}

const WRITTEN = [
  ...["state", "panel", "kind", "stance", "speaker", "topic", "verdict", "q"],
  ...["section", "sort", "standing", "group", "find", "notice"],
];

// The search part of the address of a view.
export function writeAddress(view, record) {
  const given = new URLSearchParams({ date: view.date });
  if (view.screen !== record.screens[0]) given.set("view", view.screen);
  for (const name of WRITTEN) {
    if (view[name]) given.set(name, view[name]);
  }
  if (view.compare.length) given.set("compare", view.compare.join(","));
  if (view.span !== spanOf(view.date, record, 0)) given.set("span", record.spans[view.span].name);
  if (view.desc) given.set("desc", "1");
  if (view.columns) given.set("cols", view.columns.join(","));
  if (view.leaver) given.set("for", view.leaver);
  return "?" + String(given).replaceAll("%2C", ",");
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
