// The panels as a whole: which of them is on top, what is scrolled into view, where the keyboard is.

import { all, byId } from "../core/dom.js";
import { panelOf } from "../state/view.js";
import { followDay } from "./dates.js";

const REST = 60; // Milliseconds after a change in which the next one may come.

const panels = () => document.querySelector(".panels");
const isWide = () => window.matchMedia("(width > 72.5em)").matches;

function showTabs(view) {
  const panel = panelOf(view);
  panels().dataset.panel = panel;
  for (const tab of all(".panel-tabs .panel-tab")) {
    tab.setAttribute("aria-pressed", String(tab.dataset.choosePanel === panel));
  }
}

// Brings the panel that was asked for to the top, and the dates to the day shown.
function follow({ view, before, anchor }, focused) {
  const isAsked = !before || view.panel !== before.panel;
  const isBack = before && view.screen !== before.screen;
  const isChosen = !before || isBack || view.state !== before.state;
  if (!anchor && (isAsked || isChosen)) {
    const name = (isAsked && view.panel) || (view.state ? "state" : null);
    const panel = name && panels().querySelector(`[data-panel="${name}"]`);
    if (panel) panels().scrollTop = panel.offsetTop - panels().querySelector(".panel").offsetTop;
  }
  if (isAsked && before && focused.matches(".panel-tab") && isWide()) {
    const titles = all(`.panels > [data-panel="${view.panel}"] h2`);
    titles.find((title) => title.checkVisibility())?.focus();
  }
  followDay(view);
}

// The keyboard keeps a place in view: where its button is hidden or scrolled away, it goes on to
// what the choice was about.
function keepFocus(focused, { view }) {
  const active = document.activeElement;
  if (focused === document.body || (active !== document.body && active !== focused)) return;
  if (focused.isConnected && isInView(focused)) {
    if (active !== focused) focused.focus({ preventScroll: true }); // It moved to another list.
    return;
  }
  let target = byId("headline");
  if (focused.closest("#quotes-panel")) target = byId("quotes-search");
  else if (focused.closest("#dates-panel")) target = byId("dates-kind");
  else if (focused.closest("#record-screen") && isSeen("states-region")) target = byId("states-region");
  else if (view.compare.length) target = byId("comparison");
  else if (view.state) target = document.querySelector(`[data-profile="${view.state}"] h2`);
  (target?.checkVisibility() ? target : byId("headline")).focus();
}

const isSeen = (id) => Boolean(byId(id)?.checkVisibility());

function isInView(element) {
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
  if (isWide()) panels().scrollTop += moved;
  else window.scrollBy(0, moved);
}

let waiting = 0;

// Shows the content of all panels by `shows`, and keeps in place what the reader holds.
export function panelsOf(...shows) {
  return (scene) => {
    const focused = document.activeElement;
    const { anchor } = scene;
    const top = anchor ? anchor.getBoundingClientRect().top : 0;
    for (const show of shows) show(scene);
    showTabs(scene.view);
    stay(anchor, top);
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      follow(scene, focused);
      keepFocus(focused, scene);
    }, REST);
  };
}
