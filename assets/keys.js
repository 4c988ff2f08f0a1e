// Single keys for the whole page. They act only where nothing else wants them: not in fields, lists
// and dialogs, not with modifiers, and not at all once the reader has switched them off, as speech
// input wants it (WCAG 2.1.4).
(function (flankwatch) {
  "use strict";

  const KEY = "flankwatch-keys";
  const BUSY =
    "input, select, textarea, dialog, [role=listbox], [contenteditable], summary, [role=region]";

  const byId = (id) => document.getElementById(id);

  const KEYS = {
    ArrowLeft: () => flankwatch.intents.send("step", "previous"),
    ArrowRight: () => flankwatch.intents.send("step", "next"),
    p: () => flankwatch.play.toggle(),
    l: () => flankwatch.intents.send("clear", "date"),
    t: () => flankwatch.theme.toggle(),
    d: () => byId("date-field").focus(),
    s: goToStates,
    "/": goToSearch,
    "?": () => byId("help").showModal(),
    "+": () => zoom("in"),
    "-": () => zoom("out"),
    0: () => zoom("reset"),
  };

  // On the Record screen there is no map, and states are looked for in the table.
  const inTable = () => flankwatch.now().view.screen === "record";

  function zoom(way) {
    if (!inTable()) flankwatch.zoom[way]();
  }

  function goToStates() {
    if (inTable()) return byId("states-find").focus();
    if (byId("state-list").checkVisibility() === false) flankwatch.intents.send("panel", "states");
    document.querySelector("#state-list [tabindex='0']").focus();
  }

  function goToSearch() {
    if (inTable()) return byId("states-find").focus();
    if (byId("quotes-search").checkVisibility() === false) flankwatch.intents.send("panel", "quotes");
    byId("quotes-search").focus();
  }

  let on = stored() !== "off";

  function stored() {
    try {
      return window.localStorage.getItem(KEY);
    } catch {
      return null; // Storage is switched off; the choice then lasts as long as the page.
    }
  }

  function onKey(event) {
    if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = flankwatch.keyOf(event);
    const act = KEYS[key];
    if (!act || event.target.closest(BUSY) || !flankwatch.now().record) return;
    event.preventDefault();
    if (key !== "p") flankwatch.play.stop();
    act();
  }

  document.addEventListener("keydown", onKey);

  flankwatch.keys = {
    toggle() {
      on = !on;
      try {
        window.localStorage.setItem(KEY, on ? "on" : "off");
      } catch {
        // See above.
      }
      flankwatch.keys.show();
    },
    // The switch in the dialog says what it will do.
    show() {
      const { texts } = flankwatch.now().record;
      byId("keys-switch").textContent = on ? texts.keysOff : texts.keysOn;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
