// The shapes of the map in the document, put once into the stage; every map there refers to them.

import { all } from "../core/dom.js";
import { svg } from "./elements.js";

const TOO_WIDE = 1000; // Units of the drawing: a state that wide reaches out of every view.
const SEEN = { top: 0, bottom: 1000 }; // What every view shows of the drawing from north to south.
const AROUND = 14; // Units around the states told about.
const HATCHED = [["notified", 45], ["suspension", -45]];

function pattern([standing, turn]) {
  const line = svg("line", { x1: 0, y1: 0, x2: 0, y2: 12, "data-hatch": standing });
  const attributes = { width: 12, height: 12, patternUnits: "userSpaceOnUse" };
  return svg(
    "pattern",
    { ...attributes, id: `stage-hatch-${standing}`, patternTransform: `rotate(${turn})` },
    line,
  );
}

const paths = (drawing, layer) => all(`.${layer} path`, drawing);

function copy(path, id) {
  return svg("path", { id, d: path.getAttribute("d") });
}

// The shapes as an element that is never seen itself, and what there is of them.
export function shapesFrom(drawing) {
  const defs = svg("defs", {}, ...HATCHED.map(pattern));
  const land = [];
  const borders = [];
  for (const path of paths(drawing, "land-layer")) {
    const { iso = "land", context } = path.dataset;
    land.push({ iso, isContext: context !== "false" });
    defs.append(copy(path, `stage-${iso}`));
  }
  for (const path of paths(drawing, "border-layer")) {
    borders.push(path.dataset.border);
    defs.append(copy(path, `stage-border-${path.dataset.border}`));
  }
  const element = svg("svg", { class: "stage-shapes", "aria-hidden": "true" }, defs);
  return { element, land, borders };
}

// Where each state's name stands in the units of the drawing, as the page has it.
export function namePlaces(drawing) {
  const { width, height } = drawing.viewBox.baseVal;
  const found = new Map();
  for (const { dataset, style } of all(".map-names > [data-iso]")) {
    const place = { x: (parseFloat(style.left) / 100) * width, y: (parseFloat(style.top) / 100) * height };
    found.set(dataset.iso, place);
  }
  return found;
}

// The part of the drawing that holds the states told about, but for one that no view holds.
export function extentOf(uses) {
  const boxes = uses.map((use) => use.getBBox()).filter(({ width }) => width && width < TOO_WIDE);
  const left = Math.min(...boxes.map(({ x }) => x)) - AROUND;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + AROUND;
  const top = Math.max(Math.min(...boxes.map(({ y }) => y)) - AROUND, SEEN.top);
  const bottom = Math.min(Math.max(...boxes.map(({ y, height }) => y + height)) + AROUND, SEEN.bottom);
  return { left, right, top, bottom };
}
