// Single keys for the whole page. They act only where nothing else wants them: not in fields, lists
// and dialogs, not with modifiers, and not at all once the reader has switched them off, as speech
// input wants it (WCAG 2.1.4).

import { byId } from "../core/dom.js";
import { keyOf } from "../core/keyboard.js";
import { remember, remembered } from "../core/storage.js";
import { stopPlay, togglePlay } from "../explore/play.js";
import { zoomBy } from "../map/zoom.js";
import { now, take } from "../state/store.js";
import { toggleTheme } from "./theme.js";

const KEY = "flankwatch-keys";
const BUSY =
  "input, select, textarea, dialog, [role=listbox], [contenteditable], summary, [role=region]";

const KEYS = {
  ArrowLeft: () => take({ kind: "step", value: "previous" }),
  ArrowRight: () => take({ kind: "step", value: "next" }),
  p: togglePlay,
  l: () => take({ kind: "clear", value: "date" }),
  t: toggleTheme,
  c: () => take({ kind: "screen", value: "trends" }),
  b: () => take({ kind: "screen", value: "brief" }),
  d: () => byId("date-field").focus(),
  s: goToStates,
  "/": goToSearch,
  "?": () => byId("help").showModal(),
  "+": () => zoom("in"),
  "-": () => zoom("out"),
  0: () => zoom("reset"),
  w: () => toggleExtent("world"),
  g: () => toggleExtent("globe"),
};

// On a screen with a table there is no map, and states are looked for in the table.
const table = () => {
  const field = byId("states-find");
  return field?.checkVisibility() ? field : null;
};

const isMapSeen = () => byId("map").checkVisibility({ visibilityProperty: true });

function zoom(way) {
  if (isMapSeen()) zoomBy[way]();
}

// The key of what the map shows already leads back to the region.
function toggleExtent(extent) {
  if (isMapSeen()) take({ kind: "extent", value: now().view.extent === extent ? "" : extent });
}

// From a screen with neither, to the one where they are.
function goTo(panel, find) {
  const { view, record } = now();
  if (view.screen === "trends") take({ kind: "screen", value: record.screens[0] });
  if (!find().checkVisibility()) take({ kind: "panel", value: panel });
  find().focus();
}

function goToStates() {
  const field = table();
  if (field) field.focus();
  else goTo("states", () => document.querySelector("#state-list [tabindex='0']"));
}

function goToSearch() {
  const field = table();
  if (field) field.focus();
  else goTo("quotes", () => byId("quotes-search"));
}

let isOn = remembered(KEY) !== "off";

function onKey(event) {
  if (!isOn || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const name = keyOf(event);
  const act = KEYS[name];
  if (!act || event.target.closest(BUSY) || !now().record) return;
  event.preventDefault();
  if (name !== "p") stopPlay();
  act();
}

export function toggleKeys() {
  isOn = !isOn;
  remember(KEY, isOn ? "on" : "off");
  showKeys(now());
}

// The switch in the dialog says what it will do.
export function showKeys({ record }) {
  byId("keys-switch").textContent = isOn ? record.texts.keysOff : record.texts.keysOn;
}

export function listenToKeys() {
  document.addEventListener("keydown", onKey);
}
