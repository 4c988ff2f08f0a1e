// How large the letters of a scene are, and what of it there is room for.

import { all, hide } from "../core/dom.js";

const MOST_LINES = 5; // Of a finding at its largest size.
const LEVELS = 6; // Of letters and gaps, the largest first.
const AIR = 6; // Pixels between two words below an axis.
const PARTS = ".stage-figure, .stage-lines li, .stage-quote";

function isTooLong(part) {
  const finding = part.querySelector(".stage-finding");
  const lines = finding.getBoundingClientRect().height / parseFloat(getComputedStyle(finding).lineHeight);
  return lines > MOST_LINES + 0.5;
}

const overflows = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
  scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;

// Of the words below an axis, one that would lie on that before it is left out; its tick stays.
function thin(part) {
  let end = -Infinity;
  const ticks = all(".stage-tick span", part);
  for (const word of ticks) word.style.visibility = "";
  for (const { word, box } of ticks.map((each) => ({ word: each, box: each.getBoundingClientRect() }))) {
    if (box.left < end + AIR) word.style.visibility = "hidden";
    else end = box.right;
  }
}

// What does not fit even so is left out from the end, each part in whole: no quote is cut.
function leaveOut(part, text) {
  for (const last of all(PARTS, part).reverse()) {
    if (!overflows(text)) return;
    hide(last, true);
  }
}

// Gives a scene the largest letters with which all of it is seen.
export function fitLetters(part) {
  const text = part.querySelector(".stage-text");
  for (const each of all(PARTS, part)) hide(each, false);
  thin(part);
  for (let level = 0; level < LEVELS; level += 1) {
    part.dataset.fit = level;
    if (!overflows(text) && !(level < 2 && isTooLong(part))) return;
  }
  leaveOut(part, text);
}
