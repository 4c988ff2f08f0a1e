// The map: whichever drawing there is, its shapes are marked with standing and choice.

import { byId } from "../core/dom.js";
import { standingIn } from "../state/frames.js";
import { statesOf } from "../state/view.js";
import { svgDrawing } from "./drawings.js";
import { fitNames, showNames } from "./names.js";
import { onScale, zoomLevel } from "./scale.js";

const RING = 1.5; // Pixels between a dot and the line around it.
const REST = 120; // Milliseconds after which a map that grew is taken to rest.

let scene = null;
let region = null; // The drawing of the region,
let world = null; // and that of the world, while it is shown.
let drawing = null; // The one of them that is the map.
let outlines = null;
let pointed = null; // The state that the keyboard is on.
let resting = 0;

// From now on this drawing is the map of the region.
export function useDrawing(next) {
  region = next;
  if (!world) become(region);
}

// From now on this drawing of the world is the map; null for that of the region.
export function useWorld(next) {
  world = next;
  become(world ?? region);
}

function become(next) {
  drawing = next;
  outlines = {
    chosen: [drawing.outline("chosen-casing"), drawing.outline("chosen-outline")],
    pointed: [drawing.outline("pointed-outline")],
  };
  byId("map").dataset.layer = drawing.layer;
  paint();
  nameStates();
  outline(outlines.pointed, pointed ? [pointed] : []);
  byId("map").dataset.drawn = "yes";
}

// Names have room on the map of the region.
function nameStates() {
  if (world) return;
  fitNames(drawing.shapes);
  showNames(scene);
}

function paint() {
  const { view, standings, record } = scene;
  const chosen = statesOf(view);
  for (const [iso, path] of [...drawing.shapes, ...(drawing.dots ?? [])]) {
    mark(path, standingIn(scene, iso));
    path.dataset.chosen = String(chosen.includes(iso));
  }
  for (const [iso, paths] of drawing.borders) {
    const isCounted = record.countedSince[iso] <= view.date;
    for (const path of paths) {
      mark(path, standings[iso]);
      path.style.display = isCounted ? "" : "none";
    }
  }
  outline(outlines.chosen, chosen);
}

function mark(path, standing) {
  if (path.dataset.standing === standing) return;
  path.dataset.standing = standing;
  if (byId(`hatch-${standing}`)) path.style.setProperty("--hatch", `url(#hatch-${standing})`);
  else path.style.removeProperty("--hatch");
}

const NUMBER = /-?\d+(?:\.\d+)?/g;

// Where a state is a dot, that is outlined: a circle about its place.
function pathOf(iso) {
  const dot = drawing.dots?.get(iso);
  if (!dot) return drawing.shapes.get(iso)?.getAttribute("d") ?? "";
  if (dot.style.display === "none") return ""; // On the other side of the globe.
  const [x, y] = dot.getAttribute("transform").match(NUMBER).map(Number);
  const radius = Number(dot.getAttribute("d").match(NUMBER)[0]) + RING;
  const arc = `A${radius},${radius} 0 1,1`;
  return `M${x + radius},${y}${arc} ${x - radius},${y}${arc} ${x + radius},${y}Z`;
}

// An outline is a copy of shapes, above the borders and below the names.
function outline(elements, states) {
  const path = states.map(pathOf).join("");
  for (const element of elements) {
    element.style.display = path ? "" : "none";
    if (element.getAttribute("d") !== path) element.setAttribute("d", path);
  }
}

// Lines keep their distance on the screen however large the map is; on a wall it is larger.
function fitHatching() {
  const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const scale = Math.max(letters, 1) / zoomLevel();
  for (const pattern of document.querySelectorAll(".hatching pattern")) {
    const turn = `rotate(${pattern.dataset.turn}) scale(${scale})`;
    if (pattern.getAttribute("patternTransform") !== turn) {
      pattern.setAttribute("patternTransform", turn);
    }
  }
}

// Paper shows the drawing scaled: the style sheet for print needs to know how large it is.
function tellSize() {
  const map = byId("map");
  map.style.setProperty("--drawn-width", map.clientWidth);
  map.style.setProperty("--drawn-height", map.clientHeight);
}

// The map has another size: once it rests, other words have room.
function fit() {
  tellSize();
  window.clearTimeout(resting);
  resting = window.setTimeout(nameStates, REST);
}

export function showMap(next) {
  scene = next;
  if (drawing) {
    paint();
    if (!world) showNames(scene);
  } else {
    useDrawing(svgDrawing());
    tellSize();
    fitHatching();
    onScale(fitHatching);
    onScale(fit);
    // The map may change its size, and the letters of its names theirs.
    const observer = new ResizeObserver(fit);
    for (const part of [byId("map"), ...document.querySelectorAll(".map-names > span")]) {
      observer.observe(part);
    }
  }
}

// Outlines the state that the keyboard is on, in the list of states; null for none.
export function pointTo(iso) {
  if (pointed === iso || !drawing) return;
  pointed = iso;
  outline(outlines.pointed, iso ? [iso] : []);
}

// Where a state is drawn: the middle of its shape on the screen; null if it is not drawn.
export function middleOf(iso) {
  const shape = drawing?.dots?.get(iso) ?? drawing?.shapes.get(iso);
  const box = shape?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

// What the map shows now; plotly's drawing is made for the same.
export const shownScene = () => scene;
