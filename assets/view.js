// The view state: what the reader looks at. Read from the address, changed by intents, written back.
(function (flankwatch) {
  "use strict";

  const PANELS = ["state", "dates", "quotes", "states"];
  const STANCES = ["supports", "opposes", "explains", "denies_threat"];

  // What is chosen from a list: its name in view and address, what may be chosen, what is said else.
  const CHOICES = [
    ["panel", () => PANELS, "badPanel"],
    ["kind", (record) => record.kinds, "badKind"],
    ["stance", () => STANCES, "badStance"],
    ["speaker", (record) => record.speakers, "badSpeaker"],
    ["topic", (record) => record.topics, "badTopic"],
    ["verdict", (record) => record.verdicts, "badVerdict"],
  ];
  const NO_FILTER = { stance: null, speaker: null, topic: null, q: "" };

  function read(search, record) {
    const { values: given, repeated } = flankwatch.given.read(search);
    const { plain, meant } = flankwatch.given;
    const { texts } = record;
    const { fill, stateOf } = flankwatch.record;
    const notices = repeated.map(({ name, value }) =>
      fill(texts.repeated, { name: cut(name), value: cut(value) }),
    );
    const view = { date: record.verified, state: null, compare: [], q: "" };
    const refuse = (text, value) => notices.push(fill(texts[text], { value: cut(value) }));

    const date = given.get("date");
    if (date !== undefined) {
      const day = plain(date, record);
      if (inRange(day, record)) view.date = day;
      else notices.push(badDay(texts.badDate, date, record));
    }
    const state = given.get("state");
    if (state) {
      const code = plain(state, record).toUpperCase();
      if (stateOf(record, code)) view.state = code;
      else refuse("badState", state);
    }
    const others = (given.get("compare") || "").toUpperCase().split(",");
    for (const other of others.map((code) => plain(code, record)).filter(Boolean)) {
      if (comparable(view, other, record)) view.compare.push(other);
      else refuse("badCompare", other);
    }
    for (const [name, allowed, text] of CHOICES) {
      const value = given.get(name);
      view[name] = (value && meant(value, allowed(record), record)) || null;
      if (value && !view[name]) refuse(text, value);
    }
    Object.assign(view, flankwatch.recordView.read(given, record, notices));
    view.q = (given.get("q") || "").slice(0, 200);
    const span = given.get("span");
    const index = span ? record.spans.findIndex(({ name }) => name === plain(span, record)) : -1;
    if (span && index < 0) refuse("badSpan", span);
    view.span = spanOf(view.date, record, Math.max(index, 0));
    return { ...view, notices, history: "replace" };
  }

  function write(view, record) {
    const given = new URLSearchParams({ date: view.date });
    const names = ["state", "panel", "kind", "stance", "speaker", "topic", "verdict", "q"];
    for (const name of names) {
      if (view[name]) given.set(name, view[name]);
    }
    if (view.compare.length) given.set("compare", view.compare.join(","));
    if (view.span !== spanOf(view.date, record, 0)) given.set("span", record.spans[view.span].name);
    flankwatch.recordView.write(given, view, record);
    return "?" + String(given).replaceAll("%2C", ",");
  }

  function comparable(view, iso, record) {
    return (
      view.state &&
      view.state !== iso &&
      !view.compare.includes(iso) &&
      view.compare.length + 1 < record.mostCompared &&
      Boolean(flankwatch.record.stateOf(record, iso))
    );
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
    // Choosing the chosen state again clears the choice.
    state: (view, intent) => (view.state === intent.value ? none() : choose(view, intent.value)),
    compare: (view, intent, record) => compare(view, intent.value, record),
    takeOut(view, intent) {
      const left = [view.state, ...view.compare].filter((iso) => iso !== intent.value);
      return { state: left[0] || null, compare: left.slice(1) };
    },
    event: (view, intent, record) => lead(view, record, record.events[intent.value]),
    quote: (view, intent, record) => lead(view, record, intent.quote),
    panel: (view, intent) => ({ panel: intent.value }),
    span: (view, intent) => ({ span: Number(intent.value), history: "replace" }),
    // A field with a choice: the state of the quotes is the state of the page.
    filter(view, intent) {
      if (intent.name === "state") return intent.value ? choose(view, intent.value) : none();
      return { [intent.name]: intent.value || null, history: "replace" };
    },
    search: (view, intent) => ({ q: intent.value.slice(0, 200), history: "replace" }),
    clear: (view, intent, record) =>
      ({
        state: none(),
        date: { date: record.verified },
        quotes: { ...NO_FILTER, ...none() },
        dates: { kind: null, ...none() },
        claims: { verdict: null, ...none() },
        notice: {},
      })[intent.value],
    ...flankwatch.recordView.changes,
  };

  const none = () => ({ state: null, compare: [] });

  function choose(view, iso) {
    return {
      state: iso,
      compare: view.compare.filter((other) => other !== iso),
      panel: view.panel === "states" ? "state" : view.panel,
    };
  }

  function compare(view, iso, record) {
    if (!view.state) return choose(view, iso);
    if (comparable(view, iso, record)) return { compare: [...view.compare, iso] };
    if (view.state === iso || view.compare.includes(iso)) return {};
    const { fill } = flankwatch.record;
    return { notices: [fill(record.texts.tooMany, { n: record.mostCompared })] };
  }

  // An event or a quote leads to its day, where that is known, and to its state.
  function lead(view, record, target) {
    const shown = [view.state, ...view.compare];
    const stays = target.states.some((iso) => shown.includes(iso)) || !target.states.length;
    const change = { screen: "explore", ...(stays ? {} : choose(view, target.states[0])) };
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
    cut,
    // The states that the view is about: the chosen one and those it is compared with.
    states: (view) => (view.state ? [view.state, ...view.compare] : []),
    // The next view after an intent; the first one comes from the address.
    decide(intent, view, record) {
      const change = CHANGES[intent.kind](view, intent, record);
      const next = { ...view, notices: [], history: "push", ...change };
      if (change.span === undefined) next.span = spanOf(next.date, record, view.span);
      return next;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
