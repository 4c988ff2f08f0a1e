// The names on the map and the lines below them, in one layer above either drawing: none lies on
// another, on the legend or on a button. Where two have no room, the more important one stays: a
// chosen state, then one that is on its way out.

import { all, hide, setText } from "../core/dom.js";
import { lastUpTo } from "../core/sorted.js";
import { counted } from "../core/text.js";
import { daysLeft } from "../state/frames.js";
import { statesOf } from "../state/view.js";

const SLACK = 1.15; // A line may reach a little over its state’s border.
const LEADING = 0.85; // From line to line, by the height of one.
const IN_FRONT = "#legend, .zoom button, .extents";
const FAR = 120; // Pixels to each side beyond which no line reaches.
const STEP = 2; // Pixels by which room is sought.

let names = null; // Each: { iso, span, below, box, room }; sizes on the screen, in pixels.
let inFront = []; // The boxes of what stands in front of the map.
let widthBelow = () => 0; // How wide a text is in the letters of second lines.

const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const collected = () =>
  all(".map-names > [data-iso]").map((span) => ({
    iso: span.dataset.iso,
    span,
    below: span.querySelector(".below"),
  }));

// Measures texts without putting them on the page, which would have to be laid out for each of them.
function measure(element) {
  const style = getComputedStyle(element);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const [perLetter, perWord] = [style.letterSpacing, style.wordSpacing].map((size) => parseFloat(size) || 0);
  const spaced = (text) => perLetter * text.length + perWord * (text.split(" ").length - 1);
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, pen.measureText(text).width + spaced(text));
    return known.get(text);
  };
}

// How wide a line in the middle below a name may be and still lie within the state's shape.
function roomBelow({ box }, shape) {
  const toShape = shape?.getScreenCTM()?.inverse();
  if (!toShape) return 0;
  // Until 2025 browsers took points of the drawing only, and threw at others.
  const point = shape.ownerSVGElement.createSVGPoint();
  const middle = (box.left + box.right) / 2;
  const inside = (along) => {
    point.x = middle + along;
    point.y = box.bottom;
    return shape.isPointInFill(point.matrixTransform(toShape));
  };
  let half = 0;
  while (half < FAR && inside(half + STEP) && inside(-half - STEP)) half += STEP;
  return 2 * half;
}

function safeRoomBelow(name, shape) {
  try {
    return roomBelow(name, shape);
  } catch (error) {
    console.warn(error); // No room is known: the name is shown without the line.
    return 0;
  }
}

// Measures names and what is in front of them. This is done while the map rests, so that nothing has
// to be measured while a day moves.
export function fitNames(shapes) {
  names ??= collected();
  for (const { span } of names) span.hidden = false;
  for (const name of names) name.box = name.span.getBoundingClientRect();
  if (names.length) widthBelow = measure(names[0].below);
  for (const name of names) name.room = safeRoomBelow(name, shapes.get(name.iso));
  const frame = document.querySelector(".map-window").getBoundingClientRect();
  inFront = all(IN_FRONT)
    .filter((element) => element.checkVisibility())
    .map((element) => element.getBoundingClientRect())
    .filter((box) => meet(box, frame));
}

function byRank({ view, standings, record }) {
  const chosen = statesOf(view);
  const rank = ({ iso }) => {
    if (chosen.includes(iso)) return 0;
    return record.onTheWay.includes(standings[iso]) ? 1 : 2;
  };
  return [...names].sort((one, other) => rank(one) - rank(other));
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

function boxBelow({ box }, text) {
  const half = widthBelow(text) / 2;
  const middle = (box.left + box.right) / 2;
  const down = LEADING * (box.bottom - box.top);
  return { left: middle - half, right: middle + half, top: box.bottom, bottom: box.bottom + down };
}

// Shows what has room, the more important names first.
export function showNames(scene) {
  const taken = [...inFront];
  const isFree = (box) => !taken.some((other) => meet(box, other));
  const ranked = byRank(scene);
  const shown = ranked.filter(({ box }) => isFree(box) && taken.push(box));
  for (const name of ranked) {
    const { iso, span, below, room } = name;
    const isShown = shown.includes(name);
    if (span.dataset.standing !== scene.standings[iso]) span.dataset.standing = scene.standings[iso];
    hide(span, !isShown);
    const line = isShown && wordsBelow(iso, scene).find((text) => {
      const box = boxBelow(name, text);
      return box.right - box.left <= SLACK * room && isFree(box);
    });
    if (line) taken.push(boxBelow(name, line));
    setText(below, line || "");
  }
}
