// The table of all states: where each stands on the day, sorted and filtered as the view says.
(function (flankwatch) {
  "use strict";

  const { byId, all, setText, hide, put, newness } = flankwatch.dom;

  const newDay = newness();
  const newChoice = newness();
  const newOrder = newness();
  const newColumns = newness();
  const newCounts = newness();
  const newHeads = newness();
  const newStatus = newness();
  const newView = newness();

  let rows = null; // In the order of the page: by name.

  const index = (record, name) => record.columns.indexOf(name);

  function collect(record) {
    rows = all("#states-table tbody tr").map((element, place) => {
      const cells = [...element.children];
      const name = cells[0].querySelector(".visually-hidden")
        ? cells[0].querySelector("button").firstChild.data
        : cells[0].textContent;
      const { iso, group } = element.dataset;
      const keys = { state: place, group: record.groups.indexOf(group) };
      for (const [at, column] of record.columns.entries()) {
        const times = cells[at].querySelectorAll("time");
        if (times.length) keys[column] = [...times].at(-1).dateTime;
        const citations = cells[at].querySelectorAll(".source").length;
        if (citations) keys[column] = citations;
      }
      return {
        element,
        iso,
        group,
        keys,
        place,
        search: [...flankwatch.search.namesOf(name, iso, record), iso.toLowerCase()].join(" "),
        standing: cells[index(record, "standing")],
        since: cells[index(record, "since")],
        left: cells[index(record, "left")],
        times: [...element.querySelectorAll("time")].map((time) => ({
          time,
          first: (time.dateTime + "-01-01").slice(0, 10),
          last: lastOf(time.dateTime),
        })),
        change: undefined,
      };
    });
  }

  // The last day that a date can be: one known to the year may be its last.
  const lastOf = (date) =>
    date.length === 10 ? date : date.length === 7 ? `${date}-31` : `${date}-12-31`;

  // Where a state stands: the change that its standing on the day goes back to, if there was one.
  function standing(row, { view, record }) {
    const { timelines, standings, words } = record;
    const changes = timelines[row.iso];
    const change = changes[flankwatch.record.indexOn(changes, view.date, ([day]) => day)] || null;
    if (change !== row.change) {
      row.change = change;
      row.digit = change ? change[1] : 0;
      const name = standings[row.digit];
      row.element.dataset.standing = name;
      row.standing.firstElementChild.dataset.standing = name;
      setText(row.standing.lastElementChild, words[name]);
      row.since.textContent = change ? flankwatch.days.short(change[0]) : "";
    }
    const until = change && standings[change[1]] === "notified" ? change[2] : null;
    const left = until ? flankwatch.days.between(view.date, until) : null;
    if (left !== row.daysLeft) row.left.textContent = left === null ? "" : String(left);
    row.daysLeft = left;
    row.keys.standing = row.digit;
    row.keys.since = change ? change[0] : undefined;
    row.keys.left = left === null ? undefined : left;
  }

  function day(scene) {
    const { date } = scene.view;
    for (const row of rows) {
      standing(row, scene);
      for (const { time, first, last } of row.times) {
        const name = date < first ? "ahead" : date < last ? "perhaps" : "";
        if (time.className !== name) time.className = name;
      }
    }
  }

  // Each filter counts what the others leave of the states.
  function choice({ view, record }) {
    const words = flankwatch.search.words(view.find, record);
    const { count } = flankwatch.fields;
    const counts = { standing: new Map(), group: new Map() };
    let shown = 0;
    for (const row of rows) {
      const name = record.standings[row.digit];
      const found = flankwatch.search.fits(row.search, words, record);
      const stands = !view.standing || name === view.standing;
      const belongs = !view.group || row.group === view.group;
      if (found && belongs) count(counts.standing, ["", name]);
      if (found && stands) count(counts.group, ["", row.group]);
      hide(row.element, !(found && stands && belongs));
      shown += !row.element.hidden;
    }
    if (newCounts([...counts.standing], [...counts.group], view.standing, view.group)) {
      for (const chip of all("[data-choose-standing]")) {
        const value = chip.dataset.chooseStanding;
        const n = counts.standing.get(value) || 0;
        setText(chip.querySelector(".chip-count"), String(n));
        chip.setAttribute("aria-pressed", String((view.standing || "") === value));
        chip.dataset.count = n;
      }
      flankwatch.fields.show("states-group", view.group, counts.group, record);
    }
    return shown;
  }

  // What has nothing in a column stands at its end, whichever way it is sorted.
  function order({ view, record }) {
    const column = view.sort || record.columns[0];
    const turn = view.desc ? -1 : 1;
    const sorted = [...rows].sort((one, other) => {
      const [a, b] = [one.keys[column], other.keys[column]];
      if (a === b) return one.place - other.place;
      if (a === undefined) return 1;
      if (b === undefined) return -1;
      return a < b ? -turn : turn;
    });
    if (newOrder(sorted.map((row) => row.place))) {
      const body = byId("states-table").tBodies[0];
      put(body, sorted.map((row) => row.element));
    }
    if (!newHeads(column, view.desc)) return;
    for (const head of all("#states-table thead th")) {
      const way = head.dataset.column !== column ? "none" : view.desc ? "descending" : "ascending";
      head.setAttribute("aria-sort", way);
    }
  }

  function columns({ view, record }) {
    const shown = view.columns || record.usualColumns;
    for (const row of byId("states-table").rows) {
      record.columns.forEach((name, at) => {
        hide(row.cells[at], !shown.includes(name));
      });
    }
    for (const choice of all(".column-choice")) choice.checked = shown.includes(choice.value);
    for (const button of all("[data-column-toggle]")) {
      const isShown = shown.includes(button.dataset.columnToggle);
      button.setAttribute("aria-pressed", String(isShown));
      button.classList.toggle("in-use", isShown);
    }
  }

  function told(shown, { view, record }) {
    const { record: pick, days } = flankwatch;
    const { recordTexts: texts } = record;
    const column = view.sort || record.columns[0];
    const title = document.querySelector(`#states-table [data-column="${column}"] button`).textContent;
    const values = { n: shown, all: rows.length, day: days.words(view.date), column: title };
    const caption = shown === rows.length ? texts.captionAll : texts.captionSome;
    const sorted = view.desc ? texts.sortedDown : view.sort ? texts.sorted : "";
    setText(byId("states-caption"), pick.fill(caption + sorted, values));
    // Said when the choice changes, not with every day that goes by.
    const { standing: chosen, group, find } = view;
    if (newStatus(chosen, group, find)) setText(byId("states-count"), pick.fill(texts.count, values));
    hide(byId("states-empty"), shown > 0);
    hide(byId("states-region"), shown === 0);
    hide(document.querySelector("#states-section .quiet"), !(chosen || group || find));
  }

  function chosen({ view, before }) {
    const states = flankwatch.view.states(view);
    for (const row of rows) row.element.classList.toggle("chosen", states.includes(row.iso));
    const isNew = !before || before.screen !== view.screen || before.state !== view.state;
    const row = isNew && rows.find(({ iso }) => iso === view.state);
    if (row && !row.element.hidden) bringIntoView(row.element);
  }

  // Only the region scrolls: finding and time bar stay where they are.
  function bringIntoView(element) {
    const region = byId("states-region");
    const middle = (box) => (box.top + box.bottom) / 2;
    const off = middle(element.getBoundingClientRect()) - middle(region.getBoundingClientRect());
    region.scrollTop += off;
  }

  flankwatch.recordTable = {
    show(scene) {
      const { view, record } = scene;
      if (!rows) collect(record);
      if (newDay(view.date)) day(scene);
      const { standing: stands, group, find, date, sort, desc } = view;
      if (newChoice(date, stands, group, find, sort, desc)) {
        const shown = choice(scene);
        order(scene);
        told(shown, scene);
      }
      if (newColumns(view.columns)) columns(scene);
      if (newView(stands, group, find, sort, desc)) byId("states-region").scrollTop = 0;
      chosen(scene);
      const field = byId("states-find");
      if (field.value !== view.find) field.value = view.find;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
