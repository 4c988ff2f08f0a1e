// What a reader does, and the view that comes of it.

import { fill } from "../core/text.js";
import { badDay, inRange, readAddress } from "./address.js";
import { changeFrom, isElsewhere } from "./frames.js";
import { spanOf } from "./spans.js";
import { comparable, shownColumns, statesOf } from "./view.js";

const LONGEST = 200; // Characters of a search.
const NO_STATE = { state: null, compare: [] };
const NO_QUOTE_FILTER = { stance: null, speaker: null, topic: null, q: "" };
const NO_TABLE_FILTER = { standing: null, group: null, find: "" };

// What is taken back, by its name.
const CLEARED = {
  state: () => NO_STATE,
  date: (record) => ({ date: record.verified }),
  quotes: () => ({ ...NO_QUOTE_FILTER, ...NO_STATE }),
  dates: () => ({ kind: null, ...NO_STATE }),
  claims: () => ({ verdict: null, ...NO_STATE }),
  notice: () => ({}),
};

// Each action gives what changes in the view; `history: "replace"` makes no step to go back to.
const CHANGES = {
  address: (view, { value }, record) => readAddress(value, record),
  date: (view, { value, dragging }, record) =>
    inRange(value, record)
      ? { date: value, history: dragging ? "replace" : "push" }
      : { notices: [badDay(record.texts.badField, value, record)] },
  step: (view, { value }, record) => ({ date: changeFrom(record, view.date, value) }),
  // Choosing the chosen state again clears the choice.
  state: (view, { value }, record) =>
    view.state === value ? NO_STATE : choose(view, value, record),
  compare: (view, { value }, record) => compare(view, value, record),
  takeOut(view, { value }) {
    const left = statesOf(view).filter((iso) => iso !== value);
    return { state: left[0] || null, compare: left.slice(1) };
  },
  event: (view, { value }, record) => lead(view, record, record.events[value]),
  quote: (view, { quote }, record) => lead(view, record, quote),
  panel: (view, { value }) => ({ panel: value }),
  // What the map shows; a state that is not on it is chosen no longer.
  extent(view, { value }, record) {
    const lost = !value && statesOf(view).some((iso) => isElsewhere(record, iso));
    return { extent: value || null, ...(lost ? NO_STATE : {}) };
  },
  span: (view, { value }) => ({ span: Number(value), history: "replace" }),
  // A field with a choice: the state of the quotes is the state of the page.
  filter(view, { name, value }, record) {
    if (name === "state") return value ? choose(view, value, record) : NO_STATE;
    return { [name]: value || null, history: "replace" };
  },
  search: (view, { value }) => ({ q: value.slice(0, LONGEST), history: "replace" }),
  clear: (view, { value }, record) => CLEARED[value](record),
  screen: (view, { value }) => (view.screen === value ? {} : { screen: value }),
  // A scene of the briefing; `known` are those told, once it is seen which of them there are.
  scene: (view, { value, known, history = "push" }) => ({
    scene: value,
    ...(known ? { scenes: known } : {}),
    history: view.scene === value ? "replace" : history,
  }),
  // From the table to a state's profile, even if that state is the chosen one already.
  explore: (view, { value }, record) => ({
    screen: record.screens[0],
    panel: "state",
    ...(view.state === value ? {} : { state: value, compare: [] }),
    ...seen(view, value, record),
  }),
  sort: (view, { value }, record) => sort(view, value, record),
  find: (view, { value }) => ({ find: value.slice(0, LONGEST), history: "replace" }),
  column(view, { value, on }, record) {
    const before = view.columns || record.usualColumns;
    const names = on ? [...before, value] : before.filter((name) => name !== value);
    return { columns: shownColumns(names, record), history: "replace" };
  },
  section: (view, { value, screen }) => ({ screen, section: value }),
  table: () => ({ ...NO_TABLE_FILTER, history: "replace" }),
  leaver: (view, { value }) => ({ leaver: value, history: "replace" }),
  notice: (view, { value }) => ({ notice: value, history: "replace" }),
};

function choose(view, iso, record) {
  return {
    ...seen(view, iso, record),
    state: iso,
    compare: view.compare.filter((other) => other !== iso),
    panel: view.panel === "states" ? "state" : view.panel,
  };
}

// A state elsewhere is seen on the map of the world alone.
function seen(view, iso, record) {
  return isElsewhere(record, iso) ? { extent: view.extent ?? record.extents[0] } : {};
}

function compare(view, iso, record) {
  if (!view.state) return choose(view, iso, record);
  if (comparable(view, iso, record)) return { compare: [...view.compare, iso] };
  if (statesOf(view).includes(iso)) return {};
  return { notices: [fill(record.texts.tooMany, { n: record.mostCompared })] };
}

// Sorting by the column that is sorted by turns the order; by the first one is how rows come.
function sort(view, name, record) {
  const [usual] = record.columns;
  const now = view.sort || usual;
  const sorted = name === usual ? null : name;
  return { sort: sorted, desc: name === now && !view.desc, history: "replace" };
}

// An event or a quote leads to its day, where that is known, and to its state.
function lead(view, record, target) {
  const shown = statesOf(view);
  const stays = target.states.some((iso) => shown.includes(iso)) || !target.states.length;
  const change = {
    screen: record.screens[0],
    ...(stays ? {} : choose(view, target.states[0], record)),
  };
  if (target.date) change.date = target.date;
  else change.notices = [fill(record.texts.noDay, { when: target.when || "no date" })];
  return change;
}

// The next view after an action; the first one comes from the address.
export function decide(action, view, record) {
  const change = CHANGES[action.kind](view, action, record);
  const next = { ...view, notices: [], history: "push", ...change };
  if (change.span === undefined) next.span = spanOf(next.date, record, view.span);
  return next;
}
