// Names on the map of a scene, so that none lies on another, on the legend or beyond the picture. Where
// two have no room, the more important one stays: a state in focus, then one on its way out. The second
// line comes in several lengths; the first that has room below the name is shown, or the shortest beside.

import { hide, setText } from "../core/dom.js";
import { textWidths } from "./measure.js";

const GONE = ["notified", "withdrawn", "suspension", "leaving"];
const AIR = 2; // Pixels between two names.
const SLACK = 1.05; // A second line may reach a little over its state’s border, or over its name.
// Where a name may go, in heights of its line, the nearest first.
const ACROSS = [0, 0.6, -0.6, 1.2, -1.2, 1.8, -1.8];
const DOWN = [0, -0.2, 0.2, -0.4, 0.4, -0.6, 0.6, -0.8, 0.8, -1, 1];
const NEAR = 0.9; // How far a name moves for its second line.
const SHIFTS = ACROSS.flatMap((across) => DOWN.map((down) => [across, down])).sort(
  (one, other) => Math.hypot(...one) - Math.hypot(...other),
);
const NEARBY = SHIFTS.filter((shift) => Math.hypot(...shift) <= NEAR);

const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function rankOf({ iso }, { focus, standings }) {
  if (focus.includes(iso)) return 0;
  return GONE.includes(standings[iso]) ? 1 : 2;
}

// The box of a name shifted from its place, in pixels of the picture. Its second line, if it has one, is
// so wide and stands below or beside it.
function boxOf({ at, size }, [across, down], { below = 0, beside = 0 }) {
  const x = at.x + across * size.line;
  const y = at.y + down * size.line;
  const half = Math.max(size.width, below) / 2;
  const end = y + size.height / 2;
  return {
    left: x - half - AIR,
    right: x + half + AIR + (beside && beside + size.gap),
    top: y - size.height / 2 - AIR,
    bottom: end + AIR + (below && size.belowLine),
  };
}

// Names keep their size as long as their letters do; so they are measured once for each size of letters.
function measure(names) {
  const [{ span, below }] = names;
  const { fontSize, lineHeight } = getComputedStyle(span);
  if (names.fontSize === fontSize) return;
  names.fontSize = fontSize;
  for (const name of names) hide(name.span, false);
  for (const { below: line } of names) hide(line, false);
  names.widthOf = textWidths(below);
  const letters = { line: parseFloat(lineHeight), belowLine: parseFloat(getComputedStyle(below).lineHeight) };
  const gap = names.widthOf(" ");
  for (const name of names) {
    const { offsetWidth: width, offsetHeight: height } = name.span;
    name.size = { ...letters, gap, width, height };
  }
}

function taken(element) {
  const legend = element.parentElement?.querySelector(".stage-legend");
  if (!legend) return [];
  const [frame, box] = [element.getBoundingClientRect(), legend.getBoundingClientRect()];
  const [left, top] = [box.left - frame.left, box.top - frame.top];
  return [{ left, top, right: left + box.width, bottom: top + box.height }];
}

class Places {
  constructor(element) {
    const { clientWidth: width, clientHeight: height } = element;
    Object.assign(this, { width, height, boxes: taken(element) });
  }

  isFree(box) {
    const isInside = box.left >= 0 && box.top >= 0 && box.right <= this.width && box.bottom <= this.height;
    return isInside && !this.boxes.some((other) => meet(box, other));
  }

  // Puts a name with its second line as near to its place as there is room, and says whether there is.
  put(name, shifts, line = {}) {
    const before = this.boxes.indexOf(name.box);
    if (before >= 0) this.boxes.splice(before, 1);
    const shift = shifts.find((each) => this.isFree(boxOf(name, each, line)));
    if (shift) Object.assign(name, { shift, box: boxOf(name, shift, line) });
    if (name.box) this.boxes.push(name.box);
    return Boolean(shift);
  }
}

// Each name has its place (`at`), the `lines` that may stand below it, and the width of its state (`room`).
export function fitNames(element, names, picture) {
  measure(names);
  const places = new Places(element);
  const ranked = [...names].sort((one, other) => rankOf(one, picture) - rankOf(other, picture));
  for (const name of ranked) name.box = null;
  for (const name of ranked) places.put(name, SHIFTS);
  // Second lines come where names have left room; for them a name may move a little.
  for (const name of ranked) {
    const { box, lines, room, size } = name;
    const widest = SLACK * Math.max(room, 1.5 * size.width);
    const fitsBelow = (line) =>
      names.widthOf(line) <= widest && places.put(name, NEARBY, { below: names.widthOf(line) });
    const fitsBeside = (line) => places.put(name, NEARBY, { beside: names.widthOf(line) });
    const below = box && lines.find(fitsBelow);
    const beside = box && !below && lines.slice(-1).find(fitsBeside);
    Object.assign(name, { line: below || beside || "", isBeside: Boolean(beside) });
  }
  for (const { span, below, box, at, shift, size, line, isBeside } of names) {
    hide(span, !box);
    hide(below, !line);
    setText(below, line);
    below.toggleAttribute("data-beside", isBeside);
    if (!box) continue;
    const [across, down] = shift.map((part) => part * size.line);
    span.style.left = `${at.x + across}px`;
    span.style.top = `${at.y + down}px`;
  }
}
