// Lanes, bars and steps, drawn from shares that the file of the day has.

import { el, percent, svg } from "./elements.js";

// A line at a share of the width and a word at it, which the style sheet keeps within the picture.
const marked = (name) => ([at, word]) => {
  const element = el("span", name, {}, el("span", "", {}, word));
  element.style.setProperty("--at", at);
  return element;
};

const tick = marked("stage-tick");
const todayLine = marked("stage-today");

function part([from, to, standing, isExpected]) {
  const element = el("span", "stage-part", { "data-standing": standing });
  if (isExpected) element.dataset.expected = "";
  element.style.left = percent(from);
  element.style.width = percent(to - from);
  return element;
}

const words = (sentences) => sentences.join(" ");

// A row of a table of lanes or bars: the name of a state, and what is drawn beside it.
function row(index, name, drawn) {
  const cells = [el("span", "stage-row-name", {}, name), drawn];
  for (const cell of cells) cell.style.gridRow = index + 1;
  return cells;
}

function table(name, label, lines, ...others) {
  const element = el("div", `stage-rows ${name}`, { role: "img", "aria-label": label }, ...others, ...lines.flat());
  element.style.setProperty("--rows", lines.length);
  return element;
}

export function lanes({ rows, ticks, today, todayWord }) {
  const lines = rows.map(({ name, parts }, index) =>
    row(index, name, el("span", "stage-track", {}, ...parts.map(part))),
  );
  const axis = el("div", "stage-axis", {}, ...ticks.map(tick));
  const over = el("div", "stage-over", {});
  if (today !== null) over.append(todayLine([today, todayWord]));
  const label = words(rows.map(({ sentence }) => sentence));
  return table("stage-lanes", label, lines, over, axis);
}

export function bars(rows) {
  const lines = rows.map(({ name, label, share, standing }, index) => {
    const bar = el("span", "stage-bar", { "data-standing": standing });
    bar.style.width = percent(share);
    return row(index, name, el("span", "stage-bar-track", {}, bar, el("span", "stage-bar-label", {}, label)));
  });
  const label = words(rows.map(({ name, label: length }) => `${name}: ${length}.`));
  return table("stage-bars", label, lines);
}

function mark([x, y, number, when], index, marks) {
  const side = index === marks.length - 1 ? "end" : "peak";
  const element = el(
    "span",
    "stage-mark",
    { "data-side": side },
    el("span", "stage-mark-words", {}, el("b", "", {}, number), ` ${when}`),
  );
  element.style.left = percent(x);
  element.style.bottom = percent(y);
  return element;
}

export function steps({ path, marks, ticks, lines, sentence }) {
  const drawing = svg(
    "svg",
    { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("path", { class: "stage-area", d: `${path}V100Z` }),
    svg("path", { class: "stage-line", d: path }),
  );
  const across = lines.map(([at, word]) => {
    const line = el("span", "stage-across", {}, el("span", "", {}, word));
    line.style.bottom = percent(at);
    return line;
  });
  const plot = el("div", "stage-plot", {}, ...across, drawing, ...marks.map(mark));
  const axis = el("div", "stage-axis", {}, ...ticks.map(tick));
  return el("div", "stage-steps", { role: "img", "aria-label": sentence }, plot, axis);
}
