// Where sources differ: the topics that fit the state and the verdict chosen.
(function (flankwatch) {
  "use strict";

  const { byId, all, setText, hide, newness } = flankwatch.dom;

  const newChoice = newness();

  let topics = null;

  function collect() {
    topics = all(".topic-list > [data-topic]").map((element) => ({
      element,
      states: element.dataset.states.split(" ").filter(Boolean),
      verdicts: element.dataset.verdicts.split(" "),
    }));
  }

  flankwatch.claims = {
    show({ view, record }) {
      if (!newChoice(view.state, view.verdict)) return;
      if (!topics) collect();
      const states = new Map();
      const verdicts = new Map();
      let shown = 0;
      for (const topic of topics) {
        const ofState = !view.state || topic.states.includes(view.state);
        const ofVerdict = !view.verdict || topic.verdicts.includes(view.verdict);
        hide(topic.element, !(ofState && ofVerdict));
        shown += !topic.element.hidden;
        if (ofVerdict) flankwatch.fields.count(states, topic.states);
        if (ofState) flankwatch.fields.count(verdicts, topic.verdicts);
      }
      flankwatch.fields.show("claims-state", view.state, states, record);
      flankwatch.fields.show("claims-verdict", view.verdict, verdicts, record);
      const { fill, counted } = flankwatch.record;
      const text =
        shown === topics.length
          ? counted(record.texts.topicsAll, shown)
          : fill(record.texts.quotesOf, { n: shown, all: topics.length });
      setText(byId("claims-count"), text);
      hide(byId("claims-empty"), shown > 0);
    },
  };
})((window.flankwatch = window.flankwatch || {}));
