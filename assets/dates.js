// The dates: which of them fit the states and the kind chosen, and what lies ahead of the day shown.
(function (flankwatch) {
  "use strict";

  const { byId, all, setText, hide, put, newness } = flankwatch.dom;

  const newChoice = newness();
  const newStates = newness();
  const newPlace = newness();

  let entries = null; // In order of their dates, as the page has them.
  let ahead = 0; // The index of the first one that lies ahead of the day shown.
  let visible = [];
  let isLong = false; // Whether there are more of them than the page holds at a time.
  let reach = null; // How many the page holds at most on either side of the day shown.
  const more = {};

  function collect(record) {
    entries = all("#dates-panel [data-event-id]").map((element) => {
      const { state, role, routine, date, last } = element.dataset;
      const list = element.parentElement;
      return { element, list, states: state.split(" "), role, routine: routine === "yes", date, last };
    });
    ahead = entries.length;
    const list = document.querySelector(".chronicle");
    isLong = list.dataset.long === "yes";
    if (!isLong) return;
    delete list.dataset.long; // From now on it is not: far dates leave the page.
    more.earlier = flankwatch.portions.button(() => goOn("earlier", record));
    more.later = flankwatch.portions.button(() => goOn("later", record));
    list.prepend(more.earlier);
    list.append(more.later);
  }

  function choice({ view, record }) {
    const shown = flankwatch.view.states(view);
    const counts = new Map();
    visible = [];
    for (const entry of entries) {
      const concerns = shown.length
        ? entry.states.some((iso) => shown.includes(iso))
        : !entry.routine;
      hide(entry.element, !concerns || Boolean(view.kind && entry.role !== view.kind));
      if (!entry.element.hidden) visible.push(entry);
      if (concerns) flankwatch.fields.count(counts, ["", entry.role]);
    }
    reach = { earlier: record.around, later: record.around };
    flankwatch.fields.show("dates-kind", view.kind, counts, record);
    hide(byId("dates-empty"), visible.length > 0);
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

  // A long list is held in the page around the day shown only.
  function place({ view, record }) {
    let held = visible;
    if (isLong) {
      const at = indexOf(view.date) + 1;
      const [first, last] = [Math.max(at - reach.earlier, 0), at + reach.later];
      held = visible.slice(first, last);
      flankwatch.portions.tell(more.earlier, record.texts.goOnEarlier, first, record);
      flankwatch.portions.tell(more.later, record.texts.goOnLater, visible.length - last, record);
    }
    const ofYear = new Map(all("#dates-panel .event-list").map((list) => [list, []]));
    for (const { element, list } of held) ofYear.get(list).push(element);
    for (const [list, elements] of ofYear) {
      hide(list.closest(".year-group"), !elements.length);
      if (isLong) put(list, elements);
    }
  }

  function goOn(name, record) {
    const { view } = flankwatch.now();
    const held = reach[name];
    reach[name] += record.portion;
    place({ view, record });
    const at = indexOf(view.date) + 1;
    return visible[name === "later" ? at + held : at - held - 1].element;
  }

  // The place among those visible of the last one up to a day.
  const indexOf = (day) => flankwatch.record.indexOn(visible, day, (entry) => entry.last);

  // The day shown is a line through all lanes; what lies after it is veiled.
  function lanesDay(day) {
    const { first, last } = document.querySelector(".lanes").dataset;
    const veil = byId("lanes-day");
    hide(veil, day > last);
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
      if (!entries) collect(record);
      const shown = flankwatch.view.states(view);
      const isNew = newChoice(shown, view.kind);
      if (isNew) choice(scene);
      const isElsewhere = isLong && newPlace(indexOf(view.date));
      if (isNew || isElsewhere) place(scene);
      if (newStates(shown)) lanes(view, record);
      day(scene);
    },
    // Brings the last dates up to the day shown to the top of their list.
    follow(view) {
      const last = visible[indexOf(view.date)];
      const first = visible.find(
        ({ element, date }) => element.isConnected && (!last || date === last.date),
      );
      const list = document.querySelector(".chronicle");
      if (!first || list.scrollHeight <= list.clientHeight) return;
      const year = first.element.closest(".year-group").querySelector(".year");
      const top = (element) => element.getBoundingClientRect().top;
      const offset = top(first.element) - top(list);
      list.scrollTop += offset - year.offsetHeight;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
