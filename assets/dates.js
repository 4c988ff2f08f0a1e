// The dates: which of them fit the states and the kind chosen, and what lies ahead of the day shown.
(function (flankwatch) {
  "use strict";

  const { byId, all, setText, newness } = flankwatch.dom;

  const newChoice = newness();
  const newStates = newness();

  let entries = null; // In order of their dates, as the page has them.
  let ahead = 0; // The index of the first one that lies ahead of the day shown.
  let visible = [];

  function collect() {
    entries = all("#dates-panel [data-event-id]").map((element) => {
      const { state, role, routine, date, last } = element.dataset;
      return { element, states: state.split(" "), role, routine: routine === "yes", date, last };
    });
    ahead = entries.length;
  }

  function choice({ view, record }) {
    const shown = flankwatch.view.states(view);
    const counts = new Map();
    visible = [];
    for (const entry of entries) {
      const concerns = shown.length
        ? entry.states.some((iso) => shown.includes(iso))
        : !entry.routine;
      entry.element.hidden = !concerns || Boolean(view.kind && entry.role !== view.kind);
      if (!entry.element.hidden) visible.push(entry);
      if (concerns) flankwatch.fields.count(counts, ["", entry.role]);
    }
    for (const year of all("#dates-panel .year-group")) {
      year.hidden = !year.querySelector("[data-event-id]:not([hidden])");
    }
    flankwatch.fields.show("dates-kind", view.kind, counts, record);
    byId("dates-empty").hidden = visible.length > 0;
  }

  function lanes(view, record) {
    const shown = flankwatch.view.states(view);
    const rows = all("[data-lane]");
    const hasLane = rows.some((lane) => shown.includes(lane.dataset.lane));
    for (const lane of rows) {
      lane.classList.toggle("stepped-back", hasLane && !shown.includes(lane.dataset.lane));
    }
    const { record: pick } = flankwatch;
    const names = shown.map((iso) => pick.stateOf(record, iso).name).join(", ");
    const note = names ? pick.fill(record.texts.datesOf, { state: names }) : record.texts.datesAll;
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

  // Only what has come or gone since the day before is touched.
  function day({ view }) {
    const first = flankwatch.record.indexOn(entries, view.date, (entry) => entry.last) + 1;
    for (let index = first; index < ahead; index += 1) {
      entries[index].element.classList.add("ahead");
    }
    for (let index = ahead; index < first; index += 1) {
      entries[index].element.classList.remove("ahead");
    }
    ahead = first;
    lanesDay(view.date);
  }

  flankwatch.dates = {
    show(scene) {
      const { view, record } = scene;
      if (!entries) collect();
      const shown = flankwatch.view.states(view);
      if (newChoice(shown, view.kind)) choice(scene);
      if (newStates(shown)) lanes(view, record);
      day(scene);
    },
    // Brings the last dates up to the day shown to the top of their list.
    follow(view) {
      const last = visible[flankwatch.record.indexOn(visible, view.date, (entry) => entry.last)];
      const first = last ? visible.find((entry) => entry.date === last.date) : visible[0];
      const list = document.querySelector(".chronicle");
      if (!first || list.scrollHeight <= list.clientHeight) return;
      const year = first.element.closest(".year-group").querySelector(".year");
      const top = (element) => element.getBoundingClientRect().top;
      const offset = (top(first.element) - top(list)) / flankwatch.panels.scale();
      list.scrollTop += offset - year.offsetHeight;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
