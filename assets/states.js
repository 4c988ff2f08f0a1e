// The states: their list, the profile of the one chosen, and those that stand side by side.
(function (flankwatch) {
  "use strict";

  const { byId, all, setText, hide, newness } = flankwatch.dom;

  const SIDE_BY_SIDE = 3;
  const narrow = window.matchMedia("(max-width: 43.75em)");

  let places = []; // Where something is told about the states chosen.

  const newList = newness();
  const newChoice = newness();
  const newStandings = newness();

  function list({ view, standings, record }) {
    const chosen = flankwatch.view.states(view);
    for (const option of all("#state-list [data-iso]")) {
      const { iso } = option.dataset;
      option.dataset.standing = standings[iso];
      option.querySelector(".swatch").dataset.standing = standings[iso];
      setText(option.querySelector(".state-standing"), record.words[standings[iso]]);
      option.setAttribute("aria-selected", String(chosen.includes(iso)));
    }
  }

  function choice({ view, record }) {
    hide(byId("state-empty"), Boolean(view.state));
    hide(byId("state-tools"), !view.state);
    const several = view.compare.length > 0;
    hide(byId("comparison"), !several);
    for (const profile of all("[data-profile]")) {
      hide(profile, several || profile.dataset.profile !== view.state);
    }
    stack(view);
    const shown = flankwatch.view.states(view);
    for (const cell of all("#comparison [data-column]")) {
      hide(cell, !several || !shown.includes(cell.dataset.column));
    }
    for (const option of all("#compare-with option[value]:not([value=''])")) {
      option.disabled = shown.includes(option.value);
    }
    byId("compare-with").disabled = shown.length >= record.mostCompared;
    places = several
      ? all("#comparison td:not([hidden])")
      : all("#state-panel > [data-profile]:not([hidden])");
  }

  // Columns side by side need room; where they have none, they stand under one another.
  function stack({ compare }) {
    const stacked = narrow.matches || compare.length + 1 > SIDE_BY_SIDE;
    byId("comparison").dataset.stacked = stacked ? "yes" : "no";
  }

  function neighbours({ standings }) {
    for (const button of all("[data-neighbour]")) {
      button.querySelector(".swatch").dataset.standing = standings[button.dataset.neighbour];
    }
  }

  // Of a state's stretches of time, the one that the day lies in; and how far its countdown is.
  function stretches(root, { date }, record) {
    const found = all(".stretch", root);
    const current = found.filter((stretch) => stretch.dataset.first <= date).at(-1);
    for (const stretch of found) hide(stretch, stretch !== current);
    const words = current.querySelector(".days-left");
    if (!words) return;
    const { days, record: pick } = flankwatch;
    const countdown = current.querySelector(".countdown");
    const last = countdown ? countdown.dataset.last : current.dataset.until;
    if (countdown) {
      const { first } = countdown.dataset;
      countdown.style.setProperty("--done", days.between(first, date) / days.between(first, last));
    }
    setText(words, pick.counted(record.texts.daysLeft, days.between(date, last)));
  }

  function day({ view, record }) {
    for (const place of places) {
      if (place.querySelector(".stretch")) stretches(place, view, record);
      for (const part of all("[data-last]:not(.countdown)", place)) {
        part.classList.toggle("ahead", part.dataset.last > view.date);
      }
    }
    setText(document.querySelector(".compared-day"), flankwatch.days.words(view.date));
  }

  // What a reader has unfolded for one state is unfolded for the next one, too.
  function onToggle(event) {
    if (!event.target.matches(".more") || event.target.closest("[hidden]")) return;
    for (const other of all(".more")) other.open = event.target.open;
  }

  document.addEventListener("toggle", onToggle, true);
  document.addEventListener("flankwatch:more", () => day(flankwatch.now()));
  narrow.addEventListener("change", () => stack(flankwatch.now().view));

  flankwatch.states = {
    show(scene) {
      const { view, frame } = scene;
      const chosen = flankwatch.view.states(view);
      if (newList(frame.day, chosen)) list(scene);
      if (newChoice(chosen)) choice(scene);
      if (newStandings(frame.day)) neighbours(scene);
      day(scene);
    },
    // On narrow screens the profile has the page to itself: nothing needs to be folded.
    unfold() {
      if (!window.matchMedia("(max-width: 72.5em)").matches) return;
      for (const more of all(".more")) more.open = true;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
