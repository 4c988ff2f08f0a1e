// One direction: an intent decides the view, the view is shown. Dash hands over the record once;
// from then on nothing goes through its store, whose every change costs all components of the page.
(function (flankwatch) {
  "use strict";

  let record = null;
  let view = null;

  function keepAddress() {
    const search = flankwatch.view.write(view);
    if (view.history === "none" || search === window.location.search) return;
    const method = view.history === "push" ? "pushState" : "replaceState";
    window.history[method](null, "", search);
  }

  function show(before) {
    const frame = flankwatch.record.frame(record, view.date);
    const standings = flankwatch.record.standings(record, frame);
    const scene = { view, record, frame, before, standings };
    keepAddress();
    document.body.dataset.date = view.date;
    document.body.dataset.state = view.state || "";
    flankwatch.theme.show();
    flankwatch.timeBar.show(view, record);
    flankwatch.panels.show(scene);
    flankwatch.map.show(scene);
  }

  // Takes an intent; before the record is there, there is nothing to decide about.
  flankwatch.take = function (intent) {
    if (!record) return;
    const before = view;
    view = flankwatch.view.decide(intent, view, record);
    show(before);
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    flankwatch: {
      start(data) {
        record = data;
        flankwatch.take({ kind: "address" });
        return view.date;
      },
    },
  });
})((window.flankwatch = window.flankwatch || {}));
