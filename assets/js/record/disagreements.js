// Where sources differ: the topics that fit the state and the verdict chosen.

import { count } from "../core/counts.js";
import { all, byId, hide, setText } from "../core/dom.js";
import { showField } from "../core/fields.js";
import { newness } from "../core/newness.js";
import { counted, fill } from "../core/text.js";

const newChoice = newness();

let topics = null;

const collected = () =>
  all(".topic-list > [data-topic]").map((element) => ({
    element,
    states: element.dataset.states.split(" ").filter(Boolean),
    verdicts: element.dataset.verdicts.split(" "),
  }));

export function showDisagreements({ view, record }) {
  if (!byId("disagreements") || !newChoice(view.state, view.verdict)) return;
  topics ??= collected();
  const states = new Map();
  const verdicts = new Map();
  let shown = 0;
  for (const topic of topics) {
    const isOfState = !view.state || topic.states.includes(view.state);
    const isOfVerdict = !view.verdict || topic.verdicts.includes(view.verdict);
    hide(topic.element, !(isOfState && isOfVerdict));
    shown += !topic.element.hidden;
    if (isOfVerdict) count(states, topic.states);
    if (isOfState) count(verdicts, topic.verdicts);
  }
  const { texts } = record;
  showField("claims-state", view.state, states, texts);
  showField("claims-verdict", view.verdict, verdicts, texts);
  const isAll = shown === topics.length;
  const values = { n: shown, all: topics.length };
  setText(byId("claims-count"), isAll ? counted(texts.topicsAll, shown) : fill(texts.quotesOf, values));
  hide(byId("claims-empty"), shown > 0);
}
