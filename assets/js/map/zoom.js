// A larger map: by buttons, keys, two fingers, a wheel with Ctrl; moved by dragging. Names, lines and
// hatching keep their size on the screen.

import { byId } from "../core/dom.js";
import { now } from "../state/store.js";
import { middleOf } from "./map.js";
import { canGrow, canShrink, moveBy, onScale, scaleTo, zoomLevel } from "./scale.js";

const STEP = 1.6;
const STILL = 6; // A pointer that moves further, in pixels, drags and does not choose.

const fingers = new Map();
let moved = 0;
let spread = 0;

const room = () => document.querySelector(".map-window");
const size = () => ({ width: room().offsetWidth, height: room().offsetHeight });

function show({ zoom, x, y }) {
  const map = byId("map");
  map.style.setProperty("--zoom", zoom);
  map.style.setProperty("--zoom-x", `${x}px`);
  map.style.setProperty("--zoom-y", `${y}px`);
  room().dataset.zoomed = String(canShrink());
  for (const [way, can] of [["in", canGrow()], ["out", canShrink()], ["reset", canShrink()]]) {
    document.querySelector(`[data-zoom="${way}"]`).setAttribute("aria-disabled", String(!can));
  }
}

// A point on the screen, from the middle of the window, in the window's own pixels.
function fromMiddle(point) {
  const box = room().getBoundingClientRect();
  return { x: point.x - box.x - box.width / 2, y: point.y - box.y - box.height / 2 };
}

function centre(middle) {
  const at = fromMiddle(middle);
  moveBy(-at.x, -at.y, size());
}

// The buttons and keys enlarge the chosen state, where there is one.
function by(factor) {
  scaleTo(zoomLevel() * factor, { x: 0, y: 0 }, size());
  const { view } = now();
  const middle = factor > 1 && view.state && middleOf(view.state);
  if (middle) centre(middle);
}

export const zoomBy = {
  in: () => by(STEP),
  out: () => by(1 / STEP),
  reset: () => scaleTo(1, { x: 0, y: 0 }, size()),
};

// Whether the last press on the map was a drag.
export const wasDragged = () => moved >= STILL;

// A state that is chosen elsewhere comes into view.
export function seekState({ view, before }) {
  const isNew = before && view.state && view.state !== before.state;
  const middle = isNew && zoomLevel() > 1 && middleOf(view.state);
  if (!middle) return;
  const at = fromMiddle(middle);
  const { width, height } = size();
  if (Math.abs(at.x) >= width / 2 || Math.abs(at.y) >= height / 2) centre(middle);
}

const apart = ([one, other]) => Math.hypot(one.x - other.x, one.y - other.y);

function onDown(event) {
  if (!event.target.closest(".map-window")) return;
  if (fingers.size === 0) moved = 0;
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  spread = fingers.size === 2 ? apart([...fingers.values()]) : 0;
}

function onMove(event) {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const here = { x: event.clientX, y: event.clientY };
  moved += Math.hypot(here.x - before.x, here.y - before.y);
  fingers.set(event.pointerId, here);
  const touching = [...fingers.values()];
  if (touching.length === 2) {
    const [one, other] = touching;
    const wide = apart(touching);
    const middle = fromMiddle({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
    scaleTo((zoomLevel() * wide) / spread, middle, size());
    spread = wide;
  } else if (canShrink() && wasDragged()) {
    moveBy(here.x - before.x, here.y - before.y, size());
  }
}

const onUp = (event) => fingers.delete(event.pointerId);

// A wheel alone scrolls the page; with Ctrl, as two fingers on a touchpad say it, it zooms.
function onWheel(event) {
  if (!event.ctrlKey || !event.target.closest(".map-window")) return;
  event.preventDefault();
  const at = fromMiddle({ x: event.clientX, y: event.clientY });
  scaleTo(zoomLevel() * Math.exp(-event.deltaY / 200), at, size());
}

export function listenToZoom() {
  onScale(show);
  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", onUp);
  document.addEventListener("wheel", onWheel, { passive: false });
}
