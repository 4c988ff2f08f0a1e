// Names on the map of a scene, so that none lies on another, on the legend or beyond the picture. Where
// two have no room, the more important one stays: a state in focus, then one on its way out.

import { hide } from "../core/dom.js";

const GONE = ["notified", "withdrawn", "suspension", "leaving"];
const AIR = 2; // Pixels between two names.
// Where a name may go, in heights of its line; the first is its place.
const SHIFTS = [[0, 0], [0, -0.5], [0, 0.5], [0, -1], [0, 1], [0.6, 0], [-0.6, 0], [1.2, 0], [-1.2, 0]];

const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function rankOf({ iso }, { focus, standings }) {
  if (focus.includes(iso)) return 0;
  return GONE.includes(standings[iso]) ? 1 : 2;
}

// The box of a name at its place, in pixels of the picture. Its second line stands below it.
function boxOf({ span, size }, [across, down], isWhole) {
  const x = parseFloat(span.style.left) + across * size.line;
  const y = parseFloat(span.style.top) + down * size.line;
  const width = isWhole ? Math.max(size.width, size.below) : size.width;
  const height = isWhole ? size.line + size.belowLine : size.line;
  return {
    left: x - width / 2 - AIR,
    right: x + width / 2 + AIR,
    top: y - size.line / 2 - AIR,
    bottom: y - size.line / 2 + height + AIR,
  };
}

function measure(name) {
  const { span, below } = name;
  const text = span.firstChild;
  const range = document.createRange();
  range.selectNode(text);
  const own = range.getBoundingClientRect();
  const second = below.getBoundingClientRect();
  name.size = { width: own.width, line: own.height, below: second.width, belowLine: second.height };
}

function frameOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

function taken(element, frame) {
  const legend = element.parentElement?.querySelector(".stage-legend:not([hidden])");
  if (!legend || !legend.checkVisibility()) return [];
  const box = legend.getBoundingClientRect();
  return [
    {
      left: box.left - frame.left,
      right: box.right - frame.left,
      top: box.top - frame.top,
      bottom: box.bottom - frame.top,
    },
  ];
}

export function fitNames(element, names, picture) {
  const frame = frameOf(element);
  for (const { span, below } of names) {
    hide(span, false);
    hide(below, !below.textContent);
    span.style.translate = "";
  }
  for (const name of names) measure(name);
  const boxes = taken(element, frame);
  const isFree = (box) =>
    box.left >= 0 &&
    box.top >= 0 &&
    box.right <= frame.width &&
    box.bottom <= frame.height &&
    !boxes.some((other) => meet(box, other));
  const place = (name, isWhole) => {
    const shift = SHIFTS.find((each) => isFree(boxOf(name, each, isWhole)));
    if (!shift) return false;
    name.box = boxOf(name, shift, isWhole);
    boxes.push(name.box);
    const [across, down] = shift.map((part) => part * name.size.line);
    name.span.style.translate = `${across}px ${down}px`;
    return true;
  };
  const ranked = [...names].sort((one, other) => rankOf(one, picture) - rankOf(other, picture));
  for (const name of ranked) if (!place(name, false)) hide(name.span, true);
  // Second lines come where names have left room; for them a name may move.
  for (const name of ranked) {
    const isNamed = !name.span.hidden;
    if (isNamed) boxes.splice(boxes.indexOf(name.box), 1);
    if (isNamed && name.below.textContent && place(name, true)) continue;
    hide(name.below, true);
    if (isNamed) boxes.push(name.box);
  }
}
