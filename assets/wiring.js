// The two client-side callbacks: an intent decides the view, the view is shown. Nothing else.
(function (flankwatch) {
  "use strict";

  let before = null;

  function keepAddress(view) {
    const search = flankwatch.view.write(view);
    if (view.history === "none" || search === window.location.search) return;
    const method = view.history === "push" ? "pushState" : "replaceState";
    window.history[method](null, "", search);
  }

  function show(view, record) {
    if (!view) return window.dash_clientside.no_update;
    const frame = flankwatch.record.frame(record, view.date);
    const scene = {
      view,
      record,
      frame,
      before,
      standings: flankwatch.record.standings(record, frame),
    };
    before = view;
    keepAddress(view);
    document.body.dataset.date = view.date;
    document.body.dataset.state = view.state || "";
    flankwatch.theme.show();
    flankwatch.timeBar.show(view, record);
    flankwatch.panels.show(scene);
    flankwatch.map.show(scene);
    return view.date;
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    flankwatch: {
      decide: (intent, view, record) => flankwatch.view.decide(intent, view, record),
      show,
    },
  });
})((window.flankwatch = window.flankwatch || {}));
