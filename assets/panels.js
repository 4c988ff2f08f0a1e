// The panels: what stands in the page is shown, hidden, marked and filled in as the view says.
(function (flankwatch) {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  function setText(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  let headlineDay = null;

  function headline({ view, frame, record }) {
    if (view.date === headlineDay) return; // Its buttons keep the reader's focus.
    headlineDay = view.date;
    const element = byId("headline");
    const sentence = view.date === frame.day && frame.news ? frame.news : frame.quiet;
    element.replaceChildren(`On ${flankwatch.days.words(view.date)}, `, ...pieces(sentence));
    const beyond = byId("beyond");
    beyond.hidden = view.date <= record.verified;
    setText(beyond, record.texts.beyond);
  }

  // The pieces of a sentence; a comma after a state must not begin a line.
  function pieces(sentence) {
    const found = [];
    for (const [text, iso, standing] of sentence) {
      const before = found.at(-1);
      if (standing) found.push(stateInText(text, iso, standing));
      else if (before instanceof Element && /^[,;.]/.test(text)) {
        const unbroken = document.createElement("span");
        unbroken.className = "unbroken";
        unbroken.append(before, text[0]);
        found.splice(-1, 1, unbroken, text.slice(1));
      } else found.push(text);
    }
    return found;
  }

  function stateInText(text, iso, standing) {
    const element = document.createElement(iso ? "button" : "span");
    element.className = "finding-state";
    element.dataset.standing = standing;
    element.textContent = text;
    if (iso) {
      element.type = "button";
      element.dataset.chooseState = iso;
    }
    return element;
  }

  function keyFigures({ view, frame, record }) {
    const { record: pick } = flankwatch;
    const parties = pick.parties(record, view.date);
    const figures = {
      flank: frame.flank,
      border: frame.border,
      parties: [
        pick.counted(record.texts.parties, parties.byDeposit),
        pick.fill(record.texts.partiesCaption, { n: parties.inForce }),
      ],
    };
    for (const element of all("[data-figure]")) {
      const [value, caption] = figures[element.dataset.figure];
      setText(element.querySelector(".figure-value"), value);
      setText(element.querySelector(".figure-caption"), caption);
      if (element.dataset.figure === "border") element.title = frame.borderHow;
    }
  }

  function legend({ frame, record }) {
    record.standings.forEach((standing, index) => {
      const row = byId("legend").querySelector(`[data-standing="${standing}"]`);
      setText(row.querySelector(".legend-count"), String(frame.counts[index]));
      row.dataset.count = frame.counts[index];
    });
  }

  function stateList({ view, standings, record }) {
    for (const button of all("#state-list [data-iso]")) {
      const iso = button.dataset.iso;
      button.dataset.standing = standings[iso];
      button.querySelector(".swatch").dataset.standing = standings[iso];
      setText(button.querySelector(".state-standing"), record.words[standings[iso]]);
      button.setAttribute("aria-pressed", String(view.state === iso));
    }
  }

  function statePanel({ view, record }) {
    byId("state-empty").hidden = Boolean(view.state);
    for (const profile of all("[data-profile]")) {
      profile.hidden = profile.dataset.profile !== view.state;
      if (!profile.hidden) stretchOf(profile, view.date, record);
    }
  }

  // Of a state's stretches of time, the one that the day lies in; and how far its countdown is.
  function stretchOf(profile, day, record) {
    const stretches = all(".stretch", profile);
    const current = stretches.filter((stretch) => stretch.dataset.first <= day).at(-1);
    for (const stretch of stretches) stretch.hidden = stretch !== current;
    const countdown = current.querySelector(".countdown");
    if (!countdown) return;
    const { first, last } = countdown.dataset;
    const { days, record: pick } = flankwatch;
    const done = days.between(first, day) / days.between(first, last);
    countdown.style.setProperty("--done", done);
    const left = days.between(day, last);
    setText(current.querySelector(".days-left"), pick.counted(record.texts.daysLeft, left));
  }

  function dates({ view, record }) {
    let shown = 0;
    for (const entry of all("#dates-panel [data-event-id]")) {
      const { state, routine, last } = entry.dataset;
      entry.hidden = view.state ? state !== view.state : routine === "yes";
      entry.classList.toggle("ahead", last > view.date);
      shown += !entry.hidden;
    }
    for (const year of all("#dates-panel .year-group")) {
      year.hidden = !year.querySelector("[data-event-id]:not([hidden])");
    }
    const hasLane = all("[data-lane]").some((lane) => lane.dataset.lane === view.state);
    for (const lane of all("[data-lane]")) {
      lane.classList.toggle("stepped-back", hasLane && lane.dataset.lane !== view.state);
    }
    lanesDay(view.date);
    byId("dates-empty").hidden = shown > 0;
    const { record: pick } = flankwatch;
    const name = view.state && pick.stateOf(record, view.state).name;
    const note = name ? pick.fill(record.texts.datesOf, { state: name }) : record.texts.datesAll;
    setText(byId("dates-note"), note);
  }

  // The day shown is a line through all lanes; what lies after it is veiled.
  function lanesDay(day) {
    const { first, last } = document.querySelector(".lanes").dataset;
    const veil = byId("lanes-day");
    veil.hidden = day > last;
    veil.classList.toggle("before", day < first);
    const { days } = flankwatch;
    const along = days.between(first, day) / days.between(first, last);
    veil.style.left = `${100 * Math.max(along, 0)}%`;
  }

  // As the words in data-search were folded: small letters, no accents, plain apostrophes.
  function folded(text, folding) {
    const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    return [...plain].map((letter) => folding[letter] || letter).join("");
  }

  let marked = "";

  function quotes({ view, record }) {
    const wanted = folded(view.q, record.folding).split(/\s+/).filter(Boolean);
    const cards = all("#quotes-panel [data-quote-id]");
    const counts = { "": 0 };
    let shown = 0;
    for (const card of cards) {
      const { state, stance, search, last } = card.dataset;
      const fits =
        (!view.state || state.split(" ").includes(view.state)) &&
        wanted.every((word) => search.includes(word));
      card.hidden = !fits || Boolean(view.stance && stance !== view.stance);
      card.classList.toggle("ahead", last > view.date);
      shown += !card.hidden;
      if (fits) {
        counts[""] += 1;
        counts[stance] = (counts[stance] || 0) + 1;
      }
    }
    for (const chip of all("[data-choose-stance]")) {
      const stance = chip.dataset.chooseStance;
      setText(chip.querySelector(".chip-count"), String(counts[stance] || 0));
      chip.setAttribute("aria-pressed", String((view.stance || "") === stance));
    }
    if (view.q !== marked) {
      marked = view.q;
      const parts = all("#quotes-panel :is(.quote-words, .quote-who)");
      flankwatch.markMatches(parts, wanted, (letter) => folded(letter, record.folding));
    }
    const { record: pick } = flankwatch;
    const text =
      shown === cards.length
        ? pick.counted(record.texts.quotesAll, shown)
        : pick.fill(record.texts.quotesOf, { n: shown, all: cards.length });
    setText(byId("quotes-count"), text);
    byId("quotes-empty").hidden = shown > 0;
    const search = byId("quotes-search");
    if (search.value !== view.q) search.value = view.q;
  }

  function tabs({ view }) {
    const panel = view.panel || (view.state ? "state" : "dates");
    document.querySelector(".panels").dataset.panel = panel;
    for (const tab of all("[data-choose-panel]")) {
      tab.setAttribute("aria-pressed", String(tab.dataset.choosePanel === panel));
    }
  }

  function notice({ view }) {
    const element = byId("notice");
    element.hidden = view.notices.length === 0;
    const lines = view.notices.map((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    });
    const close = document.createElement("button");
    close.type = "button";
    close.dataset.clear = "notice";
    close.className = "quiet";
    close.textContent = "Close";
    element.replaceChildren(...lines, ...(lines.length ? [close] : []));
  }

  // Brings the panel that was asked for to the top, and the last of the dates before the day shown.
  function follow({ view, before }) {
    const panels = document.querySelector(".panels");
    if (!before || view.panel !== before.panel || view.state !== before.state) {
      const name = view.panel || (view.state ? "state" : null);
      const panel = name && panels.querySelector(`[data-panel="${name}"]`);
      if (panel) panels.scrollTop = panel.offsetTop - panels.querySelector(".panel").offsetTop;
    }
    const list = document.querySelector(".chronicle");
    const shown = all("[data-event-id]:not([hidden])", list);
    const ahead = shown.findIndex((entry) => entry.classList.contains("ahead"));
    const last = shown[(ahead < 0 ? shown.length : ahead) - 1] || shown[0];
    if (last) {
      const year = last.closest(".year-group").querySelector(".year");
      const offset = last.getBoundingClientRect().top - list.getBoundingClientRect().top;
      list.scrollTop += offset - year.offsetHeight;
    }
  }

  // The keyboard keeps a place in view: where its button is hidden or scrolled away, it goes on to
  // what the choice was about.
  function keepFocus(focused, { view }) {
    if (focused === document.body || (focused.isConnected && inView(focused))) return;
    let target = byId("headline");
    if (focused.closest("#quotes-panel")) target = byId("quotes-search");
    else if (view.state) target = document.querySelector(`[data-profile="${view.state}"] h2`);
    target.focus();
  }

  function inView(element) {
    if (!element.checkVisibility()) return false;
    const box = element.getBoundingClientRect();
    const around = element.closest(".panels")?.getBoundingClientRect();
    const top = Math.max(around ? around.top : 0, 0);
    const bottom = Math.min(around ? around.bottom : window.innerHeight, window.innerHeight);
    return box.bottom > top && box.top < bottom;
  }

  let waiting = 0;

  flankwatch.panels = {
    show(scene) {
      const focused = document.activeElement;
      for (const paint of [
        notice, headline, keyFigures, legend, stateList, statePanel, dates, quotes, tabs,
      ]) {
        paint(scene);
      }
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        follow(scene);
        keepFocus(focused, scene);
      }, 60);
    },
  };
})((window.flankwatch = window.flankwatch || {}));
