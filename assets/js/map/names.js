// The names on the map: one layer above either drawing. A name has a second line where its standing
// has something to say ("out in 14 days") and there is room; where names would lie on one another,
// the one further down the list gives way.

import { all, byId, hide, pageScale, setText } from "../core/dom.js";
import { counted } from "../core/text.js";
import { lastUpTo } from "../core/sorted.js";
import { daysLeft } from "../state/frames.js";
import { statesOf } from "../state/view.js";
import { zoomLevel } from "./scale.js";

// Sizes are estimates in pixels, so that nothing has to be measured while a day moves.
const LETTER = 5.9; // Of a second line.
const NAME_LETTER = 7.2;
const SLACK = 1.15; // A line may reach a little over its state’s border.
const LINE = 15;
const FAR = 120; // Pixels to each side beyond which no line reaches.
const STEP = 4;

let names = []; // Each: { iso, span, below, x, y, half, room }, in pixels of the map without zoom.

function collect() {
  names = all(".map-names [data-iso]").map((span) => ({
    iso: span.dataset.iso,
    span,
    below: span.querySelector(".below"),
    letters: span.firstChild.data.length,
  }));
}

// Measures where the names stand and how much room they have in the shapes, for the map's size.
export function fitNames(shapes) {
  if (!names.length) collect();
  const { clientWidth, clientHeight } = byId("map");
  for (const name of names) {
    name.x = (parseFloat(name.span.style.left) / 100) * clientWidth;
    name.y = (parseFloat(name.span.style.top) / 100) * clientHeight;
    name.half = (name.letters * NAME_LETTER) / 2;
    name.room = roomBelow(name, shapes.get(name.iso));
  }
}

// How wide a second line may be and still lie within the state's shape.
function roomBelow({ x, y }, shape) {
  const box = byId("map").getBoundingClientRect();
  const scale = pageScale();
  const zoom = zoomLevel();
  const point = shape?.ownerSVGElement.createSVGPoint();
  const toShape = shape?.getScreenCTM()?.inverse();
  if (!toShape) return 0;
  const inside = (along) => {
    point.x = box.x + (x * zoom + along) * scale;
    point.y = box.y + (y * zoom + LINE / 2) * scale;
    return shape.isPointInFill(point.matrixTransform(toShape));
  };
  try {
    let half = 0;
    while (half < FAR && inside(half + STEP) && inside(-half - STEP)) half += STEP;
    return 2 * half;
  } catch {
    return 0; // A browser that cannot say shows names without second lines.
  }
}

function isNear(one, other, lines) {
  const zoom = zoomLevel();
  return (
    Math.abs(other.y - one.y) * zoom < LINE * lines &&
    Math.abs(other.x - one.x) * zoom < one.half + other.half
  );
}

// The names that have room beside those before them: the chosen states first, then in their order.
function fitting(chosen) {
  const isChosen = ({ iso }) => chosen.includes(iso);
  const shown = [];
  for (const name of [...names.filter(isChosen), ...names.filter((each) => !isChosen(each))]) {
    if (!shown.some((other) => isNear(name, other, 0.9))) shown.push(name);
  }
  return new Set(shown);
}

// A second line lies below its own name, and must touch no other name.
function hasRoom(name, words, shown) {
  const width = words.length * LETTER;
  if (width > SLACK * name.room) return false;
  const zoom = zoomLevel();
  for (const other of shown) {
    if (other === name) continue;
    const isBelow = Math.abs((other.y - name.y) * zoom - LINE) < LINE;
    if (isBelow && Math.abs(other.x - name.x) * zoom < width / 2 + other.half) return false;
  }
  return true;
}

// What may stand below a name, the longest words first.
function wordsBelow(iso, { record, view }) {
  const left = daysLeft(record, iso, view.date);
  if (left !== null) {
    const { outIn, outInShort } = record.texts;
    return [outIn, outInShort].map((text) => counted(text, left));
  }
  const below = record.below[iso];
  return below[lastUpTo(below, view.date, ([first]) => first)][1];
}

export function showNames(scene) {
  const shown = fitting(statesOf(scene.view));
  for (const name of names) {
    const { iso, span, below } = name;
    if (span.dataset.standing !== scene.standings[iso]) span.dataset.standing = scene.standings[iso];
    hide(span, !shown.has(name));
    const words = wordsBelow(iso, scene).find((each) => hasRoom(name, each, shown)) || "";
    setText(below, words);
  }
}
