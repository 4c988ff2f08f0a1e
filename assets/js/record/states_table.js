// The table of all states: where each stands on the day, sorted and filtered as the view says.

import { between, inShort, inWords } from "../core/days.js";
import { count } from "../core/counts.js";
import { all, byId, hide, put, setText } from "../core/dom.js";
import { showField } from "../core/fields.js";
import { newness } from "../core/newness.js";
import { lastUpTo } from "../core/sorted.js";
import { fits, namesOf, wordsOf } from "../core/search.js";
import { fill } from "../core/text.js";
import { sorted } from "../state/filtering.js";
import { statesOf } from "../state/view.js";

const newDay = newness();
const newChoice = newness();
const newOrder = newness();
const newColumns = newness();
const newCounts = newness();
const newHeads = newness();
const newStatus = newness();
const newView = newness();
const newChosen = newness();

let rows = null; // In the order of the page: by name.

// The last day that a date can be: one known to the year may be its last.
const lastOf = (date) =>
  date.length === 10 ? date : date.length === 7 ? `${date}-31` : `${date}-12-31`;

function nameIn(cell) {
  return cell.querySelector(".visually-hidden")
    ? cell.querySelector("button").firstChild.data
    : cell.textContent;
}

// What the columns are sorted by, where it does not depend on the day.
function keysOf(cells, record) {
  const keys = {};
  for (const [at, column] of record.columns.entries()) {
    const times = cells[at].querySelectorAll("time");
    if (times.length) keys[column] = [...times].at(-1).dateTime;
    const citations = cells[at].querySelectorAll(".source").length;
    if (citations) keys[column] = citations;
  }
  return keys;
}

function rowOf(element, place, record) {
  const cells = [...element.children];
  const { iso, group } = element.dataset;
  const cell = (name) => cells[record.columns.indexOf(name)];
  return {
    element,
    iso,
    group,
    place,
    keys: { ...keysOf(cells, record), state: place, group: record.groups.indexOf(group) },
    search: [...namesOf(nameIn(cells[0]), iso, record), iso.toLowerCase()].join(" "),
    standing: cell("standing"),
    since: cell("since"),
    left: cell("left"),
    times: [...element.querySelectorAll("time")].map((time) => ({
      time,
      first: (time.dateTime + "-01-01").slice(0, 10),
      last: lastOf(time.dateTime),
    })),
    change: undefined,
  };
}

// Where a state stands: the change that its standing on the day goes back to, if there was one.
function showStanding(row, { view, record }) {
  const { timelines, standings, words, standingOf } = record;
  const changes = timelines[row.iso];
  const change = changes[lastUpTo(changes, view.date, ([day]) => day)] || null;
  if (change !== row.change) {
    row.change = change;
    row.digit = change ? change[1] : 0;
    const name = standings[row.digit];
    row.element.dataset.standing = name;
    row.standing.firstElementChild.dataset.standing = name;
    setText(row.standing.lastElementChild, words[name]);
    row.since.textContent = change ? inShort(change[0]) : "";
  }
  const until = change && standings[change[1]] === standingOf.runningNotice ? change[2] : null;
  const left = until ? between(view.date, until) : null;
  if (left !== row.daysLeft) row.left.textContent = left === null ? "" : String(left);
  row.daysLeft = left;
  row.keys.standing = row.digit;
  row.keys.since = change ? change[0] : undefined;
  row.keys.left = left === null ? undefined : left;
}

function showDay(scene) {
  const { date } = scene.view;
  for (const row of rows) {
    showStanding(row, scene);
    for (const { time, first, last } of row.times) {
      const name = date < first ? "ahead" : date < last ? "perhaps" : "";
      if (time.className !== name) time.className = name;
    }
  }
}

// Each filter counts what the others leave of the states.
function choose({ view, record }) {
  const words = wordsOf(view.find, record);
  const counts = { standing: new Map(), group: new Map() };
  let shown = 0;
  for (const row of rows) {
    const name = record.standings[row.digit];
    const isFound = fits(row.search, words, record);
    const stands = !view.standing || name === view.standing;
    const belongs = !view.group || row.group === view.group;
    if (isFound && belongs) count(counts.standing, ["", name]);
    if (isFound && stands) count(counts.group, ["", row.group]);
    hide(row.element, !(isFound && stands && belongs));
    shown += !row.element.hidden;
  }
  if (newCounts([...counts.standing], [...counts.group], view.standing, view.group)) {
    showChips(view, counts.standing);
    showField("states-group", view.group, counts.group, record.texts);
  }
  return shown;
}

function showChips(view, counts) {
  for (const chip of all("[data-choose-standing]")) {
    const value = chip.dataset.chooseStanding;
    const n = counts.get(value) || 0;
    setText(chip.querySelector(".chip-count"), String(n));
    chip.setAttribute("aria-pressed", String((view.standing || "") === value));
    chip.dataset.count = n;
  }
}

const sortedBy = ({ view, record }) => view.sort || record.columns[0];

function order(scene) {
  const { view } = scene;
  const column = sortedBy(scene);
  const inOrder = sorted(rows, column, view.desc);
  if (newOrder(inOrder.map((row) => row.place))) {
    put(byId("states-table").tBodies[0], inOrder.map((row) => row.element));
  }
  if (!newHeads(column, view.desc)) return;
  for (const head of all("#states-table thead th")) {
    const way = head.dataset.column !== column ? "none" : view.desc ? "descending" : "ascending";
    head.setAttribute("aria-sort", way);
  }
}

function showColumns({ view, record }) {
  const shown = view.columns || record.usualColumns;
  for (const row of byId("states-table").rows) {
    record.columns.forEach((name, at) => hide(row.cells[at], !shown.includes(name)));
  }
  for (const choice of all(".column-choice")) choice.checked = shown.includes(choice.value);
  for (const button of all("[data-column-toggle]")) {
    const isShown = shown.includes(button.dataset.columnToggle);
    button.setAttribute("aria-pressed", String(isShown));
    button.classList.toggle("in-use", isShown);
  }
}

function tell(shown, scene) {
  const { view, record } = scene;
  const { texts } = record;
  const head = document.querySelector(`#states-table [data-column="${sortedBy(scene)}"] button`);
  const column = head.textContent;
  const values = { n: shown, all: rows.length, day: inWords(view.date), column };
  const caption = shown === rows.length ? texts.captionAll : texts.captionSome;
  const order_ = view.desc ? texts.sortedDown : view.sort ? texts.sorted : "";
  setText(byId("states-caption"), fill(caption + order_, values));
  // Said when the choice changes, not with every day that goes by.
  const { standing, group, find } = view;
  if (newStatus(standing, group, find)) setText(byId("states-count"), fill(texts.count, values));
  hide(byId("states-empty"), shown > 0);
  hide(byId("states-region"), shown === 0);
  hide(document.querySelector("#states-section .quiet"), !(standing || group || find));
}

function showChosen({ view }) {
  const states = statesOf(view);
  for (const row of rows) row.element.classList.toggle("chosen", states.includes(row.iso));
  const row = newChosen(view.screen, view.state) && rows.find(({ iso }) => iso === view.state);
  if (row && !row.element.hidden) bringIntoView(row.element);
}

// Only the region scrolls: finding and time bar stay where they are.
function bringIntoView(element) {
  const region = byId("states-region");
  const middle = (box) => (box.top + box.bottom) / 2;
  const off = middle(element.getBoundingClientRect()) - middle(region.getBoundingClientRect());
  region.scrollTop += off;
}

export function showStatesTable(scene) {
  if (!byId("states-table")) return; // It is still under way.
  const { view, record } = scene;
  rows ??= all("#states-table tbody tr").map((element, place) => rowOf(element, place, record));
  if (newDay(view.date)) showDay(scene);
  const { standing, group, find, date, sort, desc } = view;
  if (newChoice(date, standing, group, find, sort, desc)) {
    const shown = choose(scene);
    order(scene);
    tell(shown, scene);
  }
  if (newColumns(view.columns)) showColumns(scene);
  if (newView(standing, group, find, sort, desc)) byId("states-region").scrollTop = 0;
  showChosen(scene);
  const field = byId("states-find");
  if (field.value !== find) field.value = find;
}
