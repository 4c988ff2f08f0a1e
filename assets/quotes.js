// The quotes: which of them fit what is chosen and searched, and which are still to be said.
(function (flankwatch) {
  "use strict";

  const { byId, all, setText, hide, put, newness } = flankwatch.dom;

  const FACETS = ["state", "stance", "speaker", "topic"];

  const newChoice = newness();
  const newPlace = newness();
  const newSearch = newness();

  const LISTS = ["said", "said-later"];

  let cards = null; // The latest first, as the page has them; those without a date last.
  let isLong = false; // Whether there are more of them than the page holds at a time.
  let reach = {}; // How many cards each list of a long record holds at most.
  const more = {};

  function collect(record) {
    cards = all("#quotes-panel [data-quote-id]").map((element) => {
      const { state, stance, speaker, topic, search, last } = element.dataset;
      const values = { state: state.split(" "), stance: [stance], speaker: [speaker], topic: [topic] };
      return { element, values, search, last };
    });
    isLong = byId("said").dataset.long === "yes";
    // From now on they are not: far cards leave the page.
    for (const name of LISTS) delete byId(name).dataset.long;
    for (const name of LISTS) {
      more[name] = flankwatch.portions.button(() => goOn(name, record));
      byId(name).after(more[name]);
    }
  }

  function goOn(name, record) {
    const held = byId(name).childElementCount;
    reach[name] += record.portion;
    flankwatch.quotes.show(flankwatch.now());
    return byId(name).children[held];
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
    for (const card of cards) {
      const { values } = card;
      const found = flankwatch.search.fits(card.search, words, record);
      const misses = FACETS.filter(
        (facet) =>
          wanted[facet].length && !values[facet].some((value) => wanted[facet].includes(value)),
      );
      card.fits = found && !misses.length;
      hide(card.element, !card.fits);
      shown += card.fits;
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
    hide(byId("quotes-empty"), shown > 0);
  }

  // Cards go from one list to the other as the day passes theirs: what was said, the latest first,
  // and what is said later, the next first. Says whether a card was moved.
  function place(now, record) {
    const ofList = { said: cards.slice(now), "said-later": cards.slice(0, now).reverse() };
    let moved = false;
    for (const name of LISTS) {
      const fitting = ofList[name].filter(({ fits }) => fits);
      const held = isLong ? fitting.slice(0, reach[name]) : ofList[name];
      const elements = held.map(({ element }) => element);
      moved = put(byId(name), elements) || moved;
      const left = isLong ? fitting.length - held.length : 0;
      flankwatch.portions.tell(more[name], record.texts.goOn, left, record);
      if (name === "said-later") hide(byId("said-later-title"), !fitting.length);
    }
    return moved;
  }

  function mark(words, record) {
    const parts = all("#quotes-panel :is(.quote-words, .quote-who)");
    flankwatch.markMatches(parts, words, record);
  }

  flankwatch.quotes = {
    show({ view, record }) {
      if (!cards) collect(record);
      const words = flankwatch.search.words(view.q, record);
      const { stance, speaker, topic } = view;
      const isNew = newChoice(flankwatch.view.states(view), stance, speaker, topic, words);
      if (isNew) {
        reach = Object.fromEntries(LISTS.map((name) => [name, record.around]));
        choice({ view, record }, words);
      }
      const first = cards.findIndex(({ last }) => last <= view.date);
      const now = first < 0 ? cards.length : first;
      const moved = (newPlace(now, reach) || isNew) && place(now, record);
      // A card that was moved loses the marks in it.
      if (newSearch(words) || (moved && words.length)) mark(words, record);
      const search = byId("quotes-search");
      if (search.value !== view.q) search.value = view.q;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
