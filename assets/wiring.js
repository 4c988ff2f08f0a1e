// One direction: an intent decides the view, the view is shown. Dash hands over the record once;
// from then on nothing goes through its store, whose every change costs all components of the page.
(function (flankwatch) {
  "use strict";

  let record = null;
  let view = null;

  // Browsers refuse an address that changes with every display frame; while a day moves, the
  // address follows a few times a second: at once, and then after each rest.
  const REST = 200;
  let waiting = 0;
  let latest = null;

  function rest() {
    window.clearTimeout(waiting);
    waiting = 0;
    if (latest === null) return;
    if (latest !== window.location.search) window.history.replaceState(null, "", latest);
    latest = null;
    waiting = window.setTimeout(rest, REST);
  }

  function keepAddress() {
    const search = flankwatch.view.write(view, record);
    if (view.history === "push") {
      rest();
      if (search !== window.location.search) window.history.pushState(null, "", search);
    } else if (view.history === "replace") {
      latest = search;
      if (!waiting) rest();
    }
  }

  // Plotly draws another day when the day rests; its colours follow at once, by the style sheet.
  const PAUSE = 400;
  let pausing = 0;

  function tellPlotly() {
    window.clearTimeout(pausing);
    pausing = window.setTimeout(() => {
      window.dash_clientside.set_props("shown", { data: view.date });
    }, PAUSE);
  }

  function title() {
    const { fill, stateOf } = flankwatch.record;
    const names = flankwatch.view.states(view).map((iso) => stateOf(record, iso).name);
    const state = names.map((name) => `${name}, `).join("");
    const text = view.screen === "record" ? record.recordTexts.title : record.texts.title;
    return fill(text, { state, day: flankwatch.days.words(view.date) });
  }

  function show(before, anchor) {
    const frame = flankwatch.record.frame(record, view.date);
    const standings = flankwatch.record.standings(record, frame);
    const scene = { view, record, frame, before, standings, anchor };
    keepAddress();
    document.title = title();
    document.body.dataset.date = view.date;
    document.body.dataset.state = view.state || "";
    flankwatch.theme.show();
    flankwatch.keys.show();
    flankwatch.screens.show(scene);
    flankwatch.timeBar.show(view, record);
    flankwatch.panels.show(scene);
    flankwatch.map.show(scene);
    if (before && before.date !== view.date) tellPlotly();
    if (before && view.state && view.state !== before.state) flankwatch.zoom.seek(view.state);
    announce(before);
  }

  // Says a new finding to those who listen, once a change and not once a day.
  function announce(before) {
    if (!before || before.date === view.date) return;
    const frame = flankwatch.record.frame(record, view.date);
    if (frame === flankwatch.record.frame(record, before.date)) return;
    const headline = document.getElementById("headline").textContent;
    document.getElementById("announcement").textContent = headline;
  }

  // Takes an intent; before the record is there, there is nothing to decide about.
  flankwatch.take = function (intent) {
    if (!record) return;
    if (intent.kind === "address") latest = null; // Back or forward: that address counts.
    const before = view;
    view = flankwatch.view.decide(intent, view, record);
    show(before, intent.anchor);
  };

  // What is shown now, for those that go on from it.
  flankwatch.now = () => ({ view, record });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    flankwatch: {
      start(data) {
        record = data;
        flankwatch.portions.start(record);
        flankwatch.take({ kind: "address" });
        return view.date;
      },
      async figure(day, figure) {
        const { figureOn } = await import("./js/map/choropleth.js");
        const { between, words: inWords } = flankwatch.days;
        return figureOn(figure, record, day, { between, inWords });
      },
    },
  });
})((window.flankwatch = window.flankwatch || {}));
