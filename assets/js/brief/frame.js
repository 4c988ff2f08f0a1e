// A frame shows scenes at any size: everything in it is measured in a unit that the style sheet gives.

import { all, hide } from "../core/dom.js";
import { el } from "./elements.js";
import { StageMap } from "./map.js";
import { legend, section } from "./section.js";

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

export class Frame {
  constructor(context, chosen) {
    this.context = context;
    this.chosen = chosen;
    this.sections = new Map();
    this.fitted = new Map(); // The size at which each scene was last fitted.
    this.map = null;
    this.legends = el("div", "stage-legends");
    this.element = el("div", "stage-frame");
  }

  sectionOf(scene) {
    if (!this.sections.has(scene)) {
      const n = this.chosen.indexOf(scene) + 1;
      const made = section(scene, this.context.brief, { n, of: this.chosen.length });
      this.sections.set(scene, made);
      this.element.append(made);
    }
    return this.sections.get(scene);
  }

  show(scene) {
    const shown = this.sectionOf(scene);
    for (const part of this.sections.values()) hide(part, part !== shown);
    this.scene = scene;
    this.element.dataset.layout = shown.dataset.layout;
    this.showMap();
    this.fit();
    return shown;
  }

  showMap() {
    const { scene } = this;
    if (!scene.map) {
      if (this.map) hide(this.map.element.parentElement, true);
      return;
    }
    if (!this.map) {
      this.map = new StageMap(this.context);
      this.element.prepend(el("div", "stage-picture stage-live", {}, this.map.element, this.legends));
    }
    hide(this.map.element.parentElement, false);
    this.legends.replaceChildren(legend(scene, this.context.brief));
    this.map.show(scene.map);
  }

  // The largest letters with which all of the scene is seen.
  fit() {
    const part = this.sections.get(this.scene);
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!width) return;
    const size = `${width} ${height}`;
    if (this.fitted.get(this.scene) === size) return;
    this.fitted.set(this.scene, size);
    const text = part.querySelector(".stage-text");
    for (const each of all(PARTS, part)) hide(each, false);
    thin(part);
    for (let level = 0; level < LEVELS; level += 1) {
      part.dataset.fit = level;
      if (!overflows(text) && !(level < 2 && isTooLong(part))) return;
    }
    leaveOut(part, text);
  }

  refit() {
    this.map?.fit();
    this.fit();
  }
}
