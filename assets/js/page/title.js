// The document's title and the attributes of its body say what is shown.

import { inWords } from "../core/days.js";
import { fill } from "../core/text.js";
import { stateOf } from "../state/frames.js";
import { statesOf } from "../state/view.js";

export function showTitle({ view, record }) {
  const names = statesOf(view).map((iso) => stateOf(record, iso).name);
  const state = names.map((name) => `${name}, `).join("");
  document.title = fill(record.texts.titles[view.screen], { state, day: inWords(view.date) });
  document.body.dataset.date = view.date;
  document.body.dataset.state = view.state || "";
}
