// The Record screen's part of the view: how the table is sorted and filtered, what is asked about a
// notice. Read from the address, changed by intents, written back, as the rest of the view.
(function (flankwatch) {
  "use strict";

  const NO_FILTER = { standing: null, group: null, find: "" };
  const NAMED = [
    ["sort", (record) => record.columns, "badSort"],
    ["standing", (record) => record.standings, "badStanding"],
    ["group", (record) => record.groups, "badGroup"],
    ["section", (record) => record.sections, "badSection"],
  ];

  function read(given, record, notices) {
    const { texts, recordTexts } = record;
    const refuse = (text, value) =>
      notices.push(flankwatch.record.fill(text, { value: flankwatch.view.cut(value) }));

    const view = { screen: "explore", sort: null, ...NO_FILTER, columns: null };
    const { plain, meant } = flankwatch.given;
    const screen = given.get("view");
    if (screen) view.screen = meant(screen, record.screens, record) || view.screen;
    if (screen && !meant(screen, record.screens, record)) refuse(texts.badView, screen);
    for (const [name, allowed, text] of NAMED) {
      const value = given.get(name);
      if (!value) continue;
      const word = meant(value, allowed(record), record);
      if (word) view[name] = word;
      else refuse(recordTexts[text], value);
    }
    const desc = given.get("desc");
    view.desc = Boolean(desc) && plain(desc, record) === "1";
    if (desc && !view.desc) refuse(recordTexts.badDesc, desc);
    view.find = (given.get("find") || "").slice(0, 200);
    const asked = (given.get("cols") || "").split(",").filter(Boolean);
    const columns = asked.map((name) => meant(name, record.columns, record));
    for (const [at, name] of asked.entries()) {
      if (!columns[at]) refuse(recordTexts.badColumn, name);
    }
    if (columns.some(Boolean)) view.columns = shown(columns, record);

    const notice = given.get("notice");
    const day = notice && plain(notice, record);
    view.notice = day && flankwatch.leaving.canAsk(day, record) ? day : null;
    if (notice && !view.notice) refuse(recordTexts.badNotice, notice);
    const leaver = given.get("for");
    const code = leaver && plain(leaver, record).toUpperCase();
    view.leaver = leaver && Object.hasOwn(record.timelines, code) ? code : null;
    if (leaver && !view.leaver) refuse(recordTexts.badFor, leaver);
    return view;
  }

  // The columns in their order, with the one that is always there; null for the usual ones.
  function shown(names, record) {
    const wanted = record.columns.filter((name, index) => index === 0 || names.includes(name));
    return String(wanted) === String(record.usualColumns) ? null : wanted;
  }

  function write(given, view) {
    if (view.screen !== "explore") given.set("view", view.screen);
    for (const name of ["section", "sort", "standing", "group", "find", "notice"]) {
      if (view[name]) given.set(name, view[name]);
    }
    if (view.desc) given.set("desc", "1");
    if (view.columns) given.set("cols", view.columns.join(","));
    if (view.leaver) given.set("for", view.leaver);
  }

  // Sorting by the column that is sorted by turns the order; by the first one is how rows come.
  function sort(view, name, record) {
    const now = view.sort || record.columns[0];
    const sorted = name === record.columns[0] ? null : name;
    return { sort: sorted, desc: name === now && !view.desc, history: "replace" };
  }

  const changes = {
    screen: (view, intent) => (view.screen === intent.value ? {} : { screen: intent.value }),
    // From the table to a state's profile, even if that state is the chosen one already.
    explore: (view, intent) => ({
      screen: "explore",
      panel: "state",
      ...(view.state === intent.value ? {} : { state: intent.value, compare: [] }),
    }),
    sort: (view, intent, record) => sort(view, intent.value, record),
    find: (view, intent) => ({ find: intent.value.slice(0, 200), history: "replace" }),
    column(view, intent, record) {
      const before = view.columns || record.usualColumns;
      const names = intent.on ? [...before, intent.value] : before.filter((name) => name !== intent.value);
      return { columns: shown(names, record), history: "replace" };
    },
    section: (view, intent) => ({ screen: "record", section: intent.value }),
    table: () => ({ ...NO_FILTER, history: "replace" }),
    leaver: (view, intent) => ({ leaver: intent.value, history: "replace" }),
    notice: (view, intent) => ({ notice: intent.value, history: "replace" }),
  };

  flankwatch.recordView = { read, write, changes };
})((window.flankwatch = window.flankwatch || {}));
