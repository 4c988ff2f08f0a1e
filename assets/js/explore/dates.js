// The list of dates: which of them fit the states and the kind chosen, and what lies ahead of the day
// shown. The document holds those around its day; the rest are fetched before others are shown.

import { all, byId, hide, put, setText } from "../core/dom.js";
import { showField } from "../core/fields.js";
import { moreButton, tellLeft } from "../core/long_lists.js";
import { newness } from "../core/newness.js";
import { lastUpTo } from "../core/sorted.js";
import { filterDates } from "../state/filtering.js";
import { isElsewhere } from "../state/frames.js";
import { now } from "../state/store.js";
import { statesOf } from "../state/view.js";
import { WholeList } from "./whole_list.js";

const newChoice = newness();
const newPlace = newness();

let entries = null; // In order of their dates.
let ahead = 0; // The index of the first one that lies ahead of the day shown.
let visible = [];
let isLong = false; // Whether there are more of them than the page holds at a time.
let reach = null; // How many the page holds at most on either side of the day shown.
const more = {};

const chronicle = () => document.querySelector(".chronicle");

// Takes all dates into the page; `content` holds a list of them a year.
function attach(content) {
  const list = chronicle();
  const top = list.scrollTop;
  list.replaceChildren(content);
  list.scrollTop = top;
  entries = all("[data-event-id]", list).map((element) => {
    const { state, role, routine, date, last } = element.dataset;
    const isRoutine = routine === "yes";
    const states = state.split(" ");
    return { element, list: element.parentElement, states, role, isRoutine, date, last };
  });
  ahead = 0;
  for (const { element } of entries) element.classList.add("ahead");
  const { record } = now();
  isLong = list.dataset.long === "yes";
  if (!isLong) return;
  delete list.dataset.long; // From now on it is not: far dates leave the page.
  more.earlier = moreButton(() => goOn("earlier", record));
  more.later = moreButton(() => goOn("later", record));
  list.prepend(more.earlier);
  list.append(more.later);
}

const whole = new WholeList("dates", { panel: () => byId("dates-panel"), attach, show: arrive });

function arrive(scene) {
  showDates(scene);
  followDay(scene.view);
}

function choose({ view, record }) {
  const { fitting, counts } = filterDates(entries, statesOf(view), view.kind);
  visible = fitting;
  const shown = new Set(fitting);
  for (const entry of entries) hide(entry.element, !shown.has(entry));
  reach = { earlier: record.around, later: record.around };
  showField("dates-kind", view.kind, counts, record.texts);
  hide(byId("dates-empty"), visible.length > 0);
  const { datesNone, datesElsewhere } = record.texts;
  const isAway = statesOf(view).some((iso) => isElsewhere(record, iso));
  setText(byId("dates-empty").firstElementChild, isAway ? datesElsewhere : datesNone);
}

// The place among those visible of the last one up to a day.
const indexOf = (day) => lastUpTo(visible, day, (entry) => entry.last);

// A long list is held in the page around the day shown only.
function arrange({ view, record }) {
  let held = visible;
  if (isLong) {
    const at = indexOf(view.date) + 1;
    const [first, last] = [Math.max(at - reach.earlier, 0), at + reach.later];
    held = visible.slice(first, last);
    tellLeft(more.earlier, record.texts.goOnEarlier, first, record);
    tellLeft(more.later, record.texts.goOnLater, visible.length - last, record);
  }
  const ofYear = new Map(all(".event-list", chronicle()).map((list) => [list, []]));
  for (const { element, list } of held) ofYear.get(list).push(element);
  for (const [list, elements] of ofYear) {
    hide(list.closest(".year-group"), !elements.length);
    if (isLong) put(list, elements);
  }
}

function goOn(name, record) {
  const { view } = now();
  const held = reach[name];
  reach[name] += record.portion;
  arrange({ view, record });
  const at = indexOf(view.date) + 1;
  return visible[name === "later" ? at + held : at - held - 1].element;
}

// Only what has come or gone since the day before is touched.
function showDay({ date }) {
  const first = lastUpTo(entries, date, (entry) => entry.last) + 1;
  for (let index = first; index < ahead; index += 1) entries[index].element.classList.add("ahead");
  for (let index = ahead; index < first; index += 1) entries[index].element.classList.remove("ahead");
  ahead = first;
}

export function showDates(scene) {
  const { view, record } = scene;
  const shown = statesOf(view);
  if (!whole.isThere(record, [shown, view.kind, view.date])) return;
  const isNew = newChoice(shown, view.kind);
  if (isNew) choose(scene);
  const isElsewhere = isLong && newPlace(indexOf(view.date));
  if (isNew || isElsewhere) arrange(scene);
  showDay(view);
}

// Brings the last dates up to the day shown to the top of their list.
export function followDay({ date }) {
  const list = chronicle();
  const held = entries ? visible : heldInDocument(list);
  const last = held[lastUpTo(held, date, (entry) => entry.last)];
  const first = held.find((entry) => entry.element.isConnected && (!last || entry.date === last.date));
  if (!first || list.scrollHeight <= list.clientHeight) return;
  const year = first.element.closest(".year-group").querySelector(".year");
  const top = (element) => element.getBoundingClientRect().top;
  list.scrollTop += top(first.element) - top(list) - year.offsetHeight;
}

const heldInDocument = (list) =>
  all("[data-event-id]", list).map((element) => ({ element, ...element.dataset }));

// Takes in all dates when the browser is idle: the next step needs them.
export const completeDates = () => whole.complete(now().record);
