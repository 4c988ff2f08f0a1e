// A scene as a section: what is above it, its finding, figures, lines and quotes, its picture and its
// sources. Every word comes from the file of the day.

import { fill } from "../core/text.js";
import { unbroken } from "./breaks.js";
import { el } from "./elements.js";
import { bars, lanes, steps } from "./pictures.js";

const SHORT = 8; // Letters of a value beside which a caption has room.

const sentence = (parts) =>
  parts.map(([text, standing]) =>
    standing ? el("span", "stage-marked", { "data-standing": standing }, text) : unbroken(text),
  );

function figures(list) {
  const items = list.flatMap(([value, caption]) => [
    el("div", "stage-figure", {}, el("dt", "", {}, value), " ", el("dd", "", {}, unbroken(caption))),
  ]);
  const isTable = list.every(([value]) => value.length <= SHORT);
  return el("dl", "stage-figures", { "data-form": isTable ? "table" : "flow" }, ...items);
}

function quote({ words, by, language, size }) {
  return el(
    "figure",
    "stage-quote",
    { "data-size": size },
    el("blockquote", "", { lang: language }, el("p", "", {}, `“${words}”`)),
    el("figcaption", "", {}, unbroken(by)),
  );
}

function body(scene) {
  const { figures: list = [], lines = [], quotes = [] } = scene;
  return el(
    "div",
    "stage-body",
    {},
    list.length ? figures(list) : null,
    lines.length ? el("ul", "stage-lines", {}, ...lines.map((line) => el("li", "", {}, unbroken(line)))) : null,
    ...quotes.map(quote),
  );
}

// A map of an earlier day says so: the line above it names the day of the briefing.
const isOfOtherDay = ({ map }, { day }) => Boolean(map) && map.day !== day;

function picture(scene) {
  if (scene.lanes) return lanes(scene.lanes);
  if (scene.bars) return bars(scene.bars);
  return scene.steps ? steps(scene.steps) : null;
}

export function layoutOf(scene) {
  if (scene.map) return "map";
  if (picture(scene)) return "picture";
  return scene.quotes ? "quotes" : "words";
}

export function legend({ legend: rows = [], lanes: drawn }, { texts }) {
  const items = rows.map(([standing, word]) =>
    el("li", "", {}, el("span", "stage-swatch", { "data-standing": standing, "aria-hidden": "true" }), word),
  );
  if (drawn?.expected) items.push(el("li", "stage-note", {}, texts.expected));
  return el("ul", "stage-legend", {}, ...items);
}

export function section(scene, brief, { n, of }) {
  const layout = layoutOf(scene);
  const eyebrow = fill(brief.texts.eyebrow, { day: brief.dayWords, n, of });
  const drawn = picture(scene);
  const head = el(
    "div",
    "stage-head",
    {},
    el("p", "stage-eyebrow", {}, eyebrow),
    isOfOtherDay(scene, brief) ? el("p", "stage-when", {}, unbroken(scene.title)) : null,
    el("h2", "stage-finding", {}, ...sentence(scene.sentence)),
  );
  const source = scene.sourceLine ? el("p", "stage-source", {}, unbroken(scene.sourceLine)) : null;
  const text = el("div", "stage-text", {}, head, body(scene), source);
  const beside = drawn && el("div", "stage-picture", {}, drawn, scene.legend ? legend(scene, brief) : null);
  const name = { "data-layout": layout, "data-kind": scene.kind, "data-scene": scene.id };
  return el("section", "stage-scene", name, beside || null, text);
}
