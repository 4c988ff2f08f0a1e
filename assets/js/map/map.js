// The map: whichever drawing there is, its shapes are marked with standing and choice.

import { byId } from "../core/dom.js";
import { statesOf } from "../state/view.js";
import { svgDrawing } from "./drawings.js";
import { fitNames, showNames } from "./names.js";
import { onScale, zoomLevel } from "./scale.js";

const REST = 120; // Milliseconds after which a map that grew is taken to rest.

let scene = null;
let drawing = null;
let outlines = null;
let pointed = null; // The state that the keyboard is on.
let resting = 0;

// From now on this drawing is the map.
export function useDrawing(next) {
  drawing = next;
  outlines = {
    chosen: [drawing.outline("chosen-casing"), drawing.outline("chosen-outline")],
    pointed: [drawing.outline("pointed-outline")],
  };
  byId("map").dataset.layer = drawing.layer;
  paint();
  fitNames(drawing.shapes);
  showNames(scene);
  outline(outlines.pointed, pointed ? [pointed] : []);
  byId("map").dataset.drawn = "yes";
}

function paint() {
  const { view, standings, record } = scene;
  const chosen = statesOf(view);
  for (const [iso, path] of drawing.shapes) {
    mark(path, standings[iso]);
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

// An outline is a copy of shapes, above the borders and below the names.
function outline(elements, states) {
  const shapes = states.map((iso) => drawing.shapes.get(iso)).filter(Boolean);
  const path = shapes.map((shape) => shape.getAttribute("d")).join("");
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
  resting = window.setTimeout(() => {
    fitNames(drawing.shapes);
    showNames(scene);
  }, REST);
}

export function showMap(next) {
  scene = next;
  if (drawing) {
    paint();
    showNames(scene);
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
  const box = drawing?.shapes.get(iso)?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

// What the map shows now; plotly's drawing is made for the same.
export const shownScene = () => scene;
