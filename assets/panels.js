// The panels as a whole: which of them is shown, what is scrolled into view, where the keyboard is.
(function (flankwatch) {
  "use strict";

  const { byId, all } = flankwatch.dom;

  const panels = () => document.querySelector(".panels");
  const wide = () => window.matchMedia("(min-width: 72.5625em)").matches;

  function tabs({ view }) {
    const panel = view.panel || (view.state ? "state" : "dates");
    panels().dataset.panel = panel;
    for (const tab of all(".panel-tabs .panel-tab")) {
      tab.setAttribute("aria-pressed", String(tab.dataset.choosePanel === panel));
    }
  }

  // Brings the panel that was asked for to the top, and the dates to the day shown.
  function follow({ view, before, anchor }, focused) {
    const asked = !before || view.panel !== before.panel;
    const back = before && view.screen !== before.screen;
    const chosen = !before || back || view.state !== before.state;
    if (!anchor && (asked || chosen)) {
      const name = (asked && view.panel) || (view.state ? "state" : null);
      const panel = name && panels().querySelector(`[data-panel="${name}"]`);
      if (panel) panels().scrollTop = panel.offsetTop - panels().querySelector(".panel").offsetTop;
    }
    if (asked && before && focused.matches(".panel-tab") && wide()) {
      all(`.panels > [data-panel="${view.panel}"] h2`).find((title) => title.checkVisibility())?.focus();
    }
    flankwatch.dates.follow(view);
  }

  // The keyboard keeps a place in view: where its button is hidden or scrolled away, it goes on to
  // what the choice was about.
  function keepFocus(focused, { view }) {
    const now = document.activeElement;
    if (focused === document.body || (now !== document.body && now !== focused)) return;
    if (focused.isConnected && inView(focused)) {
      if (now !== focused) focused.focus({ preventScroll: true }); // It moved to another list.
      return;
    }
    let target = byId("headline");
    if (focused.closest("#quotes-panel")) target = byId("quotes-search");
    else if (focused.closest("#dates-panel")) target = byId("dates-kind");
    else if (focused.closest("#record-screen") && view.screen === "record") target = byId("states-region");
    else if (view.compare.length) target = byId("comparison");
    else if (view.state) target = document.querySelector(`[data-profile="${view.state}"] h2`);
    (target.checkVisibility() ? target : byId("headline")).focus();
  }

  function inView(element) {
    if (!element.checkVisibility()) return false;
    const box = element.getBoundingClientRect();
    const around = element.closest(".panels")?.getBoundingClientRect();
    const top = Math.max(around ? around.top : 0, 0);
    const bottom = Math.min(around ? around.bottom : window.innerHeight, window.innerHeight);
    return box.bottom > top && box.top < bottom;
  }

  // What was clicked stays where it is on the screen, whatever appears above it.
  function stay(anchor, before) {
    if (!anchor || !anchor.checkVisibility()) return;
    const moved = anchor.getBoundingClientRect().top - before;
    if (wide()) panels().scrollTop += moved;
    else window.scrollBy(0, moved);
  }

  let waiting = 0;

  flankwatch.panels = {
    show(scene) {
      const focused = document.activeElement;
      const { anchor } = scene;
      const top = anchor ? anchor.getBoundingClientRect().top : 0;
      for (const part of ["finding", "states", "dates", "quotes"]) flankwatch[part].show(scene);
      tabs(scene);
      stay(anchor, top);
      if (!scene.before) flankwatch.states.unfold();
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        follow(scene, focused);
        keepFocus(focused, scene);
      }, 60);
    },
  };
})((window.flankwatch = window.flankwatch || {}));
