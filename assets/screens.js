// The screens: which of them is shown, and where the links to them lead.
(function (flankwatch) {
  "use strict";

  const { byId, all, hide } = flankwatch.dom;

  function put(screen) {
    document.body.dataset.screen = screen;
    hide(byId("record-screen"), screen !== "record");
    for (const link of all("a.screen")) {
      if (link.dataset.screen === screen) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  flankwatch.screens = {
    show(scene) {
      const { view, before, record } = scene;
      if (document.body.dataset.screen !== view.screen) put(view.screen);
      for (const link of all("a.screen")) {
        link.href = flankwatch.view.write({ ...view, screen: link.dataset.screen }, record);
      }
      if (before && before.screen !== view.screen) window.scrollTo(0, 0);
      if (view.screen !== "record") return; // Nobody sees it: it is shown when it is gone to.
      flankwatch.recordTable.show(scene);
      flankwatch.leaving.show(scene);
      flankwatch.claims.show(scene);
      for (const link of all("[data-day-file]")) {
        const name = `standing/${view.date}.${link.dataset.dayFile}`;
        link.href = `data/${name}`;
        flankwatch.dom.setText(link, name);
      }
      flankwatch.sections.show(scene);
    },
  };

  // Before the record is there: what the address asks for comes first on the screen.
  const asked = flankwatch.given.read(window.location.search).values.get("view");
  put(/^\W*record\W*$/i.test(asked) ? "record" : "explore");
})((window.flankwatch = window.flankwatch || {}));
