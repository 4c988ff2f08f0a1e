// A chart as a picture of its own: with title, sentence, key and source, since nothing else of the page
// comes along. Its colours are those of the theme shown.

import { all, setText } from "../core/dom.js";
import { inWords } from "../core/days.js";
import { fill } from "../core/text.js";
import { withColours } from "./paint.js";

const WIDTH = 1200;
const SHARP = 2; // Pixels for each of a PNG.
const LINE = 18; // Pixels of a line of words.
const KEYS = 4; // Keys of one, at least.
const LETTERS = 130; // Characters of one.
const LAST = 4000; // Milliseconds for which it is said that it failed.

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

// A text in lines of no more than so many characters.
function lines(text) {
  const found = [""];
  for (const word of text.split(" ")) {
    const longer = `${found.at(-1)} ${word}`.trim();
    if (longer.length <= LETTERS) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

function note(text, y, color, more = {}) {
  return {
    text, y, x: 0, xref: "paper", yref: "paper", xanchor: "left", yanchor: "top", align: "left",
    showarrow: false, font: { color, size: 13 }, ...more,
  };
}

// The line of the day, and what is still to come paler: as on the page.
function ofTheDay({ told }, date) {
  const all_ = { yref: "paper", y0: 0, y1: 1, xref: "x", layer: "above" };
  const shared = { type: "rect", line: { width: 0 }, fillcolor: "var(--surface)", opacity: 0.65 };
  if (told.rows) {
    const held = told.days.filter((day) => day <= date).length;
    return [{ ...shared, xref: "paper", x0: 0, x1: 1, yref: "y", y0: held, y1: told.days.length, layer: "above" }];
  }
  const [, last] = [told.days[0], told.days.at(-1)];
  const veil = date < last ? [{ ...all_, ...shared, x0: date, x1: last }] : [];
  const line = { ...all_, type: "line", x0: date, x1: date, line: { color: "var(--ink)", width: 1.5 } };
  return date < told.days[0] ? veil : [...veil, line];
}

// The keys are drawn by plotly: those of traces that stand in the key of the page.
function withKeys(data, section) {
  const labels = new Set(all(".trend-keys li", section).map(({ textContent }) => textContent));
  return data.map((trace) => {
    const isKey = labels.has(trace.name) && (trace.fill || trace.mode !== "markers" || trace.marker?.line);
    if (isKey) labels.delete(trace.name);
    return { ...trace, showlegend: Boolean(isKey) };
  });
}

function figureOf(trend, { view, record }) {
  const { plot, section, told } = trend;
  const { layout } = told.figure;
  const words = lines(section.querySelector(".trend-says").textContent);
  const source = fill(record.texts.trendSource, { day: inWords(view.date), tables: tablesOf(section) });
  const inner = layout.height - layout.margin.t - layout.margin.b;
  const keys = Math.ceil(section.querySelectorAll(".trend-keys li").length / KEYS);
  const [top, bottom] = [layout.margin.t + LINE * words.length + 62, layout.margin.b + 44 + LINE * keys];
  const marked = told.figure.data.map((trace, index) =>
    trace.name === "chosen" ? { ...trace, x: plot.data[index].x, y: plot.data[index].y } : trace,
  );
  const above = (pixels) => 1 + pixels / inner;
  const title = note(`<b>${escaped(told.title)}</b>`, above(top - 14), "var(--ink)", { font: { color: "var(--ink)", size: 19 } });
  const says = note(words.map(escaped).join("<br>"), above(top - 44), "var(--ink)");
  const from = note(escaped(source), -(bottom - 22) / inner, "var(--ink-second)", { font: { color: "var(--ink-second)", size: 11 } });
  return withColours({
    data: withKeys(marked, section),
    layout: {
      ...layout,
      width: WIDTH,
      height: inner + top + bottom,
      margin: { ...layout.margin, t: top, b: bottom, l: layout.margin.l + 10 },
      paper_bgcolor: "var(--surface)",
      showlegend: true,
      legend: { orientation: "h", x: 0, xanchor: "left", y: -34 / inner, yanchor: "top", traceorder: "normal" },
      shapes: ofTheDay(trend, view.date),
      annotations: [...(layout.annotations || []), title, says, from],
    },
  });
}

const tablesOf = (section) =>
  all(".trend-tables a", section)
    .map(({ textContent }) => textContent)
    .join(", ");

function save(address, file) {
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
}

export async function savePicture(trend, button, scene) {
  const format = button.dataset.picture;
  const { view, record } = scene;
  try {
    const figure = figureOf(trend, scene);
    const { width, height } = figure.layout;
    const address = await window.Plotly.toImage(figure, { format, width, height, scale: format === "png" ? SHARP : 1 });
    save(address, `flankwatch-trends-${trend.id}-${view.date}.${format}`);
  } catch (error) {
    console.error(error);
    const before = button.textContent;
    setText(button, record.texts.pictureFailed);
    window.setTimeout(() => setText(button, before), LAST);
  }
}
