// The quotes: which of them fit what is chosen and searched, and which are still to be said.
(function (flankwatch) {
  "use strict";

  const { folded } = flankwatch;
  const { byId, all, setText, newness } = flankwatch.dom;

  const FACETS = ["state", "stance", "speaker", "topic"];

  const newChoice = newness();
  const newSearch = newness();

  let cards = null; // The latest first, as the page has them; those without a date last.
  let ahead = 0; // How many of them are said after the day shown.

  function collect() {
    cards = all("#quotes-panel [data-quote-id]").map((element) => {
      const { state, stance, speaker, topic, search, last } = element.dataset;
      const values = { state: state.split(" "), stance: [stance], speaker: [speaker], topic: [topic] };
      return { element, values, search, last };
    });
  }

  // Each facet counts what the other facets and the search leave of the quotes.
  function choice({ view, record }, words) {
    const wanted = {
      state: flankwatch.view.states(view),
      stance: view.stance ? [view.stance] : [],
      speaker: view.speaker ? [view.speaker] : [],
      topic: view.topic ? [view.topic] : [],
    };
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    let shown = 0;
    for (const { element, values, search } of cards) {
      const found = words.every((word) => search.includes(word));
      const misses = FACETS.filter(
        (facet) =>
          wanted[facet].length && !values[facet].some((value) => wanted[facet].includes(value)),
      );
      element.hidden = !found || misses.length > 0;
      shown += !element.hidden;
      for (const facet of found ? FACETS : []) {
        if (misses.some((missed) => missed !== facet)) continue;
        flankwatch.fields.count(counts[facet], ["", ...values[facet].filter(Boolean)]);
      }
    }
    for (const chip of all("[data-choose-stance]")) {
      const { chooseStance: stance } = chip.dataset;
      setText(chip.querySelector(".chip-count"), String(counts.stance.get(stance) || 0));
      chip.setAttribute("aria-pressed", String((view.stance || "") === stance));
    }
    for (const facet of ["state", "speaker", "topic"]) {
      flankwatch.fields.show(`quotes-${facet}`, view[facet], counts[facet], record);
    }
    const { record: pick } = flankwatch;
    const text =
      shown === cards.length
        ? pick.counted(record.texts.quotesAll, shown)
        : pick.fill(record.texts.quotesOf, { n: shown, all: cards.length });
    setText(byId("quotes-count"), text);
    byId("quotes-empty").hidden = shown > 0;
  }

  // Cards go from one list to the other as the day passes theirs; the order in both stays.
  function day({ view }) {
    const [said, later] = [byId("said"), byId("said-later")];
    let now = cards.findIndex(({ last }) => last <= view.date);
    if (now < 0) now = cards.length;
    for (let index = ahead; index < now; index += 1) later.prepend(cards[index].element);
    for (let index = ahead - 1; index >= now; index -= 1) said.prepend(cards[index].element);
    ahead = now;
  }

  flankwatch.quotes = {
    show(scene) {
      const { view, record } = scene;
      if (!cards) collect();
      const words = folded(view.q, record.folding).split(/\s+/).filter(Boolean);
      const { stance, speaker, topic } = view;
      if (newChoice(flankwatch.view.states(view), stance, speaker, topic, words)) {
        choice(scene, words);
      }
      day(scene);
      const next = cards.findIndex(({ element }) => !element.hidden);
      byId("said-later-title").hidden = next < 0 || next >= ahead;
      if (newSearch(view.q)) {
        const parts = all("#quotes-panel :is(.quote-words, .quote-who)");
        flankwatch.markMatches(parts, words, (letter) => folded(letter, record.folding));
      }
      const search = byId("quotes-search");
      if (search.value !== view.q) search.value = view.q;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
