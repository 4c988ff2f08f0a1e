// The chosen state on a chart: a sign at each of its points, and words that say so.

import { hide, setText } from "../core/dom.js";
import { fill } from "../core/text.js";
import { stateOf } from "../state/frames.js";

const CHOSEN = "chosen";

function words(marks, state, { texts }) {
  return fill(marks.length ? texts.trendMarked : texts.trendWithout, { state: state.name });
}

// A trace for the signs stands behind those of what they are on; each of them is filled anew.
function sign({ chart, plot, told }, iso) {
  if (chart.isMarked === iso) return;
  chart.isMarked = iso;
  const traces = told.figure.data.flatMap(({ name }, index) => (name === CHOSEN ? [index] : []));
  const marks = told.marks[iso] || [];
  const of = (place) => traces.map((trace) => marks.filter(([own]) => own === trace).map((mark) => mark[place]));
  window.Plotly.restyle(plot, { x: of(1), y: of(2), text: of(3), customdata: of(4) }, traces);
}

export function markState(trend, view, record) {
  const { section, told, chart } = trend;
  const place = section.querySelector(".trend-chosen");
  const state = view.state && stateOf(record, view.state);
  hide(place, !state || !told);
  if (state && told) setText(place, words(told.marks[view.state] || [], state, record));
  if (chart) sign(trend, state ? view.state : "");
}
