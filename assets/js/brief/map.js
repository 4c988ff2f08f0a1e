// The map of a scene: shapes coloured by standing, names with a second line, states in focus outlined.

import { el, svg } from "./elements.js";
import { fitNames } from "./names.js";
import { extentOf } from "./shapes.js";

const USUAL = "party"; // Its colour says enough: a second line would only take room from others.

const WEST = 0.35; // Of the room that is left beside the states.

const use = (id, attributes) => svg("use", { href: `#${id}`, ...attributes });

// Layers from below: land, states, hatching, the lines of borders, outlines of states in focus.
function layers({ shapes, brief }) {
  const told = shapes.land.filter(({ iso }) => brief.states[iso]);
  const others = shapes.land.filter(({ iso }) => !brief.states[iso]);
  const layer = (name, list, idOf) =>
    svg("g", { class: name }, ...list.map((iso) => use(idOf(iso), { "data-iso": iso })));
  const codes = told.map(({ iso }) => iso);
  return {
    land: layer("stage-land", others.map(({ iso }) => iso), (iso) => `stage-${iso}`),
    states: layer("stage-states", codes, (iso) => `stage-${iso}`),
    hatches: layer("stage-hatches", codes, (iso) => `stage-${iso}`),
    borders: layer("stage-borders", shapes.borders, (iso) => `stage-border-${iso}`),
    casing: layer("stage-casing", codes, (iso) => `stage-${iso}`),
    focus: layer("stage-focus", codes, (iso) => `stage-${iso}`),
  };
}

function nameOf(brief, iso) {
  const below = el("span", "stage-below");
  return { iso, below, span: el("span", "stage-name", { "data-iso": iso }, brief.states[iso], below) };
}

export class StageMap {
  constructor(context) {
    this.context = context;
    this.layers = layers(context);
    this.svg = svg("svg", { "aria-hidden": "true" }, ...Object.values(this.layers));
    this.names = [...context.places.keys()]
      .filter((iso) => context.brief.states[iso])
      .map((iso) => nameOf(context.brief, iso));
    const names = this.names.map(({ span }) => span);
    const holder = el("div", "stage-names", { "aria-hidden": "true" }, ...names);
    this.element = el("div", "stage-map", { role: "img" }, this.svg, holder);
  }

  show(picture) {
    this.picture = picture;
    this.element.setAttribute("aria-label", picture.sentence);
    for (const layer of ["states", "hatches", "borders"]) {
      for (const part of this.layers[layer].children) this.mark(part);
    }
    for (const layer of ["casing", "focus"]) {
      for (const part of this.layers[layer].children) {
        part.toggleAttribute("data-focus", picture.focus.includes(part.dataset.iso));
      }
    }
    for (const name of this.names) {
      const { iso, span } = name;
      span.dataset.standing = picture.standings[iso];
      const isUsual = picture.standings[iso] === USUAL && !picture.focus.includes(iso);
      name.lines = isUsual ? [] : picture.below[iso] || [];
    }
    this.fit();
  }

  mark(part) {
    const { iso } = part.dataset;
    const since = this.context.countedSince[iso];
    part.dataset.standing = this.picture.standings[iso] || "";
    const isBorder = part.parentNode === this.layers.borders;
    if (isBorder) part.toggleAttribute("data-off", !since || since > this.picture.day);
  }

  // What the shapes take of the drawing does not change: it is measured once.
  measure() {
    if (this.extent) return;
    const uses = [...this.layers.states.children];
    this.extent = extentOf(uses);
    this.widths = new Map(uses.map((part) => [part.dataset.iso, part.getBBox().width]));
  }

  // The states told about fill the picture, whatever its shape; what lies around them goes on.
  fit() {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!width || !this.picture) return;
    this.measure();
    const { left, right, top, bottom } = this.extent;
    const scale = Math.min(width / (right - left), height / (bottom - top));
    const box = { width: width / scale, height: height / scale };
    const isFree = width > height; // What room is left lies to the west, where the legend stands.
    box.left = (left + right - box.width) / 2 - (isFree ? (WEST * (box.width - right + left)) / 2 : 0);
    box.top = (top + bottom - box.height) / 2;
    this.svg.setAttribute("viewBox", `${box.left} ${box.top} ${box.width} ${box.height}`);
    for (const name of this.names) {
      const { x, y } = this.context.places.get(name.iso);
      name.at = { x: (x - box.left) * scale, y: (y - box.top) * scale };
      name.room = this.widths.get(name.iso) * scale;
    }
    fitNames(this.element, this.names, this.picture);
  }
}
