// A chart: drawn by plotly, told of by a tip, and a way to the day of what is pointed at.

import { made } from "../core/dom.js";
import { name, withStandIns } from "./paint.js";

const USUAL = 16; // Pixels of the letters for which a figure is made.

const CONFIG = { displayModeBar: false, responsive: true, showSendToCloud: false, scrollZoom: false };

const scale = () => parseFloat(window.getComputedStyle(document.documentElement).fontSize) / USUAL;

// Letters and margins follow the reader's own size of letters.
export function scaled(layout, by = scale()) {
  const margin = Object.fromEntries(Object.entries(layout.margin).map(([side, size]) => [side, size * by]));
  return { ...layout, margin, height: layout.height * by, font: { ...layout.font, size: layout.font.size * by } };
}

// What stands over the plot: the part that is still to come, the line of the day, and the tip.
function overlay(trend, layout) {
  const { plot, told } = trend;
  const over = made("div", { name: "trend-over" });
  for (const [side, size] of Object.entries(layout.margin)) over.style.setProperty(`--${side}`, `${size}px`);
  over.dataset.along = told.rows ? "y" : "x";
  const parts = ["trend-veil", "trend-line", "trend-day"].map((each) => made("div", { name: each }));
  over.append(...parts);
  const tip = made("div", { name: "trend-tip" });
  tip.hidden = true;
  plot.append(over, tip);
  const [veil, line, day] = parts;
  return { over, veil, line, day, tip };
}

// What is said of points that lie at the same place: when, and each in a line of its own.
function said(points) {
  const inOrder = points.filter(({ text }) => text).sort((one, other) => one.curveNumber - other.curveNumber);
  const [first] = inOrder;
  if (!first) return [];
  const own = inOrder.filter(({ customdata }) => customdata[1] === first.customdata[1]);
  return [made("strong", { text: first.customdata[1] }), ...[...new Set(own.map(({ text }) => text))].map((text) => made("p", { text }))];
}

function showTip(plot, tip, { points, event }) {
  const lines = said(points);
  if (!lines.length) return;
  tip.replaceChildren(...lines);
  tip.hidden = false;
  const box = plot.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  const left = Math.min(x - tip.offsetWidth / 2, box.width - tip.offsetWidth);
  tip.style.left = `${Math.max(left, 0)}px`;
  tip.style.top = y > tip.offsetHeight + 14 ? `${y - tip.offsetHeight - 14}px` : `${y + 18}px`;
}

function listen(plot, tip, take) {
  plot.on("plotly_afterplot", () => name(plot));
  plot.on("plotly_hover", (pointed) => showTip(plot, tip, pointed));
  plot.on("plotly_unhover", () => {
    tip.hidden = true;
  });
  plot.on("plotly_click", ({ points }) => {
    const value = points.map(({ customdata }) => customdata?.[0]).find(Boolean);
    if (value) take({ kind: "date", value });
  });
}

// Draws the figure of a trend. The parts of what stands over it are given back.
export async function drawn(trend, take) {
  const { plot, told } = trend;
  const { data, layout } = withStandIns(told.figure);
  const fitting = scaled(layout);
  await window.Plotly.newPlot(plot, data, fitting, CONFIG);
  name(plot);
  const parts = overlay(trend, fitting);
  listen(plot, parts.tip, take);
  return { ...parts, isMarked: "" };
}
