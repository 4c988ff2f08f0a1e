// The view state: what the reader looks at. Read from the address, changed by intents, written back.
(function (flankwatch) {
  "use strict";

  const PANELS = ["state", "dates", "quotes", "states"];
  const STANCES = ["supports", "opposes", "explains", "denies_threat"];

  function read(search, record) {
    const given = new URLSearchParams(search);
    const texts = record.texts;
    const notices = [];
    const { days, record: pick } = flankwatch;
    const view = { date: record.verified, state: null, panel: null, q: "", stance: null };

    const date = given.get("date");
    if (date !== null) {
      if (inRange(date, record)) view.date = date;
      else notices.push(badDay(texts.badDate, date, record));
    }
    const state = given.get("state");
    if (state) {
      if (pick.stateOf(record, state.toUpperCase())) view.state = state.toUpperCase();
      else notices.push(pick.fill(texts.badState, { value: cut(state) }));
    }
    const panel = given.get("panel");
    if (panel) {
      if (PANELS.includes(panel)) view.panel = panel;
      else notices.push(pick.fill(texts.badPanel, { value: cut(panel) }));
    }
    const screen = given.get("view");
    if (screen && screen !== "explore") {
      notices.push(pick.fill(texts.badView, { value: cut(screen) }));
    }
    const stance = given.get("stance");
    if (stance) {
      if (STANCES.includes(stance)) view.stance = stance;
      else notices.push(pick.fill(texts.badStance, { value: cut(stance) }));
    }
    view.q = (given.get("q") || "").slice(0, 200);
    view.span = spanOf(view.date, record, 0);
    return { ...view, notices, history: "replace" };
  }

  function write(view) {
    const given = new URLSearchParams({ date: view.date });
    for (const name of ["state", "panel", "stance", "q"]) {
      if (view[name]) given.set(name, view[name]);
    }
    return "?" + given;
  }

  function inRange(day, record) {
    return flankwatch.days.exists(day) && record.first <= day && day <= record.last;
  }

  function badDay(text, value, record) {
    const { days, record: pick } = flankwatch;
    return pick.fill(text, {
      value: cut(value),
      first: days.words(record.first),
      last: days.words(record.last),
      day: days.words(record.verified),
    });
  }

  function cut(text) {
    return text.length > 40 ? text.slice(0, 40) + "…" : text;
  }

  // The span to show a day in: the preferred one if the day lies in it, else the first that has it.
  function spanOf(day, record, preferred) {
    const holds = ({ first, last }) => first <= day && day <= last;
    if (holds(record.spans[preferred])) return preferred;
    return Math.max(record.spans.findIndex(holds), 0);
  }

  const CHANGES = {
    address: (view, intent, record) => read(window.location.search, record),
    date: (view, intent, record) =>
      inRange(intent.value, record)
        ? { date: intent.value, history: intent.dragging ? "replace" : "push" }
        : { notices: [badDay(record.texts.badField, intent.value, record)] },
    step: (view, intent, record) => ({
      date: flankwatch.record.change(record, view.date, intent.value),
    }),
    state: (view, intent) =>
      view.state === intent.value
        ? { state: null }
        : { state: intent.value, panel: view.panel === "states" ? "state" : view.panel },
    event: (view, intent, record) => lead(view, record, record.events[intent.value]),
    quote: (view, intent, record) => lead(view, record, intent.quote),
    panel: (view, intent) => ({ panel: intent.value }),
    span: (view, intent) => ({ span: Number(intent.value), history: "none" }),
    stance: (view, intent) => ({ stance: intent.value || null, history: "replace" }),
    search: (view, intent) => ({ q: intent.value.slice(0, 200), history: "replace" }),
    clear: (view, intent, record) =>
      ({
        state: { state: null },
        date: { date: record.verified },
        quotes: { stance: null, q: "", state: null },
        notice: {},
      })[intent.value],
  };

  // An event or a quote leads to its day, where that is known, and to its state.
  function lead(view, record, target) {
    const change = {
      state: target.states.includes(view.state) ? view.state : target.states[0] || view.state,
    };
    if (target.date) change.date = target.date;
    else {
      const text = record.texts.noDay;
      change.notices = [flankwatch.record.fill(text, { when: target.when || "no date" })];
    }
    return change;
  }

  flankwatch.view = {
    read,
    write,
    // The next view after an intent; the first one comes from the address.
    decide(intent, view, record) {
      const change = CHANGES[intent.kind](view, intent, record);
      const next = { ...view, notices: [], history: "push", ...change };
      if (change.span === undefined) next.span = spanOf(next.date, record, view.span);
      return next;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
