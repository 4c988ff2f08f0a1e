// The map of the world: what draws it, its shapes and plotly are loaded when it is first asked for. Until
// it is there, and where it does not come, the map of the region stays.

import { all, byId, hide } from "../core/dom.js";
import { folderOfFragments, fragment, sayFailed, sayWaiting } from "../core/fragments.js";
import { newness } from "../core/newness.js";
import { load } from "../core/scripts.js";
import { now } from "../state/store.js";
import { keepAtHome, keepShapes } from "./home.js";
import { useWorld } from "./map.js";
import { zoomBy } from "./zoom.js";

let world = null; // What draws it, once it is there.
let opening = null; // The promise of that.
let shown = null; // The extent that is shown: null is the region.
let tries = 0;

const newExtent = newness();
const newState = newness();

const note = () => byId("world-note");

async function asJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer.json();
}

// A browser that could not load a module does not ask for it again by the same address.
function script() {
  const address = new URL(byId("record-link").dataset.world, document.baseURI);
  if (tries) address.searchParams.set("again", tries);
  tries += 1;
  return import(address);
}

async function open() {
  keepAtHome();
  const [plotly] = JSON.parse(byId("late-files").textContent).scripts;
  const part = await asJson(`${folderOfFragments()}world.json`);
  const [{ openWorld }, list] = await Promise.all([
    script(),
    fragment("world/states"),
    keepShapes(part.shapes),
    load(plotly),
  ]);
  const groups = [...list.cloneNode(true).children];
  return { ...openWorld(byId("world-graph"), part, useWorld), groups };
}

function sayWhatIsShown({ view, record }) {
  const extent = view.extent ?? "";
  if (!newExtent(extent)) return;
  for (const button of all("[data-choose-extent]")) {
    button.setAttribute("aria-pressed", String(button.dataset.chooseExtent === extent));
  }
  for (const button of all("[data-turn]")) hide(button, extent !== "globe");
  document.querySelector(".map-window").setAttribute("aria-label", record.texts.mapOf[extent]);
}

function leave() {
  if (!shown) return;
  shown = null;
  delete byId("map").dataset.extent;
  for (const group of world.groups) group.remove();
  zoomBy.reset();
  useWorld(null);
}

async function enter({ view }) {
  const { extent, state } = view;
  const [isOther, isNewState] = [shown !== extent, newState(state)];
  if (isOther) {
    if (!shown) byId("state-list").append(...world.groups);
    shown = extent;
    byId("map").dataset.extent = extent;
    zoomBy.reset();
    await world.show(extent);
    if (!shown) useWorld(null); // The reader has gone back meanwhile.
  }
  // A globe that the reader has turned stays so while only the day moves.
  if (extent === "globe" && state && (isOther || isNewState)) await world.turnTo(state);
}

async function follow() {
  const { record } = now();
  try {
    hide(note(), Boolean(world));
    if (!world) sayWaiting(note(), record.texts);
    opening ??= open();
    world = await opening;
    hide(note(), true);
  } catch {
    opening = null;
    hide(note(), !now().view.extent);
    sayFailed(note(), record.texts, follow);
    return;
  }
  if (now().view.extent) await enter(now());
}

export function showWorld(scene) {
  sayWhatIsShown(scene);
  if (scene.view.extent) follow();
  else {
    hide(note(), true);
    leave();
  }
}

export function turnGlobe(way) {
  if (shown === "globe") world.turnBy(way === "east" ? 1 : -1);
}
