// The day on a trend: its sentence, the rows that are still to come, and the line on its chart.

import { all, setText } from "../core/dom.js";
import { inShort, inWords, share } from "../core/days.js";
import { lastUpTo } from "../core/sorted.js";
import { fill } from "../core/text.js";

// The sentence that came with the page is of one day; see page/trends.js.
function say({ section, told }, view) {
  if (!told) return;
  const place = section.querySelector(".trend-says");
  const [, text] = told.says[Math.max(lastUpTo(told.says, view.date, ([day]) => day), 0)];
  setText(place, fill(text, { day: inWords(view.date) }));
}

// Where the day lies on the axis: 0 to 1, and beyond them for days that are not on it.
export function placeOf({ days, rows }, date) {
  if (rows) return (lastUpTo(days, date, (day) => day) + 1) / days.length;
  return share(days[0], days.at(-1), date);
}

export function followDay(trend, view) {
  say(trend, view);
  const { chart, told } = trend;
  if (!chart) return;
  const place = placeOf(told, view.date);
  const { over, day } = chart;
  over.style.setProperty("--at", Math.min(Math.max(place, 0), 1));
  over.dataset.side = place > 0.5 ? "late" : "early";
  over.dataset.beyond = !told.rows && (place < 0 || place > 1) ? "yes" : "no";
  setText(day, inShort(view.date));
}

// Rows are in order of day; only those between two days change.
export function followRows(trend, { date, state }) {
  delete trend.section.querySelector(".trend-details").dataset.stale;
  trend.rows ??= all("tbody tr", trend.section).map((element) => ({
    element,
    from: element.dataset.fromDay,
    states: (element.dataset.states || "").split(" "),
  }));
  for (const { element, from, states } of trend.rows) {
    const isAhead = from > date;
    if (element.classList.contains("ahead") !== isAhead) element.classList.toggle("ahead", isAhead);
    const isChosen = Boolean(state) && states.includes(state);
    if (element.classList.contains("chosen") !== isChosen) element.classList.toggle("chosen", isChosen);
  }
}
