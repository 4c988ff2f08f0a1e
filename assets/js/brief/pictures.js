// Lanes, bars and steps, drawn from shares that the file of the day has.

import { el, percent, svg } from "./elements.js";

const tick = ([at, word]) => {
  const element = el("span", "stage-tick", {}, el("span", "", {}, word));
  element.style.left = percent(at);
  return element;
};

function part([from, to, standing, isExpected]) {
  const element = el("span", "stage-part", { "data-standing": standing });
  if (isExpected) element.dataset.expected = "";
  element.style.left = percent(from);
  element.style.width = percent(to - from);
  return element;
}

const words = (sentences) => sentences.join(" ");

export function lanes({ rows, ticks, today, todayWord }) {
  const lines = rows.map(({ name, parts }) =>
    el("div", "stage-lane", {}, el("span", "stage-row-name", {}, name), el("span", "stage-track", {}, ...parts.map(part))),
  );
  const axis = el("div", "stage-axis", {}, ...ticks.map(tick));
  const over = el("div", "stage-over", {});
  if (today !== null) {
    const line = el("span", "stage-today", {}, el("span", "", {}, todayWord));
    line.style.left = percent(today);
    if (today > 0.8) line.dataset.side = "left";
    if (today < 0.2) line.dataset.side = "right";
    over.append(line);
  }
  const label = words(rows.map(({ sentence }) => sentence));
  return el("div", "stage-lanes", { role: "img", "aria-label": label }, over, ...lines, axis);
}

export function bars(rows) {
  const lines = rows.map(({ name, label, share, standing }) => {
    const bar = el("span", "stage-bar", { "data-standing": standing });
    bar.style.width = percent(share);
    return el(
      "div",
      "stage-lane",
      {},
      el("span", "stage-row-name", {}, name),
      el("span", "stage-bar-track", {}, bar, el("span", "stage-bar-label", {}, label)),
    );
  });
  const label = words(rows.map(({ name, label: length }) => `${name}: ${length}.`));
  return el("div", "stage-bars", { role: "img", "aria-label": label }, ...lines);
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
