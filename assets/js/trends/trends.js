// The Trends screen: its sentences, tables and charts follow day and state. What a section needs comes
// when it is there: its figure as a file, and plotly, which draws it.

import { all, hide, made } from "../core/dom.js";
import { drawn } from "./chart.js";
import { followDay, followRows } from "./day.js";
import { listenToTables } from "./links.js";
import { markState } from "./mark.js";
import { listenToPaper } from "./paper.js";

let page = null; // What the main script gives: see page/trends.js.
let scene = null; // The view shown last.

const trends = new Map(); // By its id: the section, what came of its file, and its chart.

function found(section) {
  const id = section.dataset.trend;
  if (!trends.has(id)) trends.set(id, { id, section, told: null, chart: null, isAsked: false });
  return trends.get(id);
}

async function fetchTold(trend) {
  const answer = await fetch(`${page.folder}trends/${trend.id}.json`).catch(() => null);
  const told = answer?.ok ? await answer.json().catch(() => null) : null;
  if (!told) throw new page.Unavailable(trend.id);
  return told;
}

// Sentence, table and chart of one trend, as far as they are there.
function follow(trend) {
  const { view, record } = scene;
  followRows(trend, view);
  followDay(trend, view);
  markState(trend, view, record);
}

// A chart a display frame: none of them keeps the others, or the reader, waiting.
const nextFrame = () => new Promise((done) => window.requestAnimationFrame(done));

async function complete(trend) {
  const place = trend.section.querySelector(".trend-figure");
  const { texts } = scene.record;
  trend.isAsked = true;
  hide(place.parentElement, false);
  page.sayWaiting(place, { fragmentLoading: texts.chartLoading });
  try {
    [trend.told] = await Promise.all([trend.told || fetchTold(trend), page.loadPlotly()]);
    await nextFrame();
    place.removeAttribute("aria-busy");
    trend.plot = plotIn(place);
    trend.chart = await drawn(trend, page.take);
    for (const button of all(".trend-picture", trend.section)) hide(button, false);
    follow(trend);
    trend.section.dataset.drawn = "yes";
  } catch (error) {
    if (!(error instanceof page.Unavailable)) console.error(error);
    follow(trend);
    page.sayFailed(place, { ...texts, fragmentFailed: texts.chartFailed }, () => complete(trend));
  }
}

// Who does not see the chart has its sentence and its table: it is no part of what is read out.
function plotIn(place) {
  const plot = made("div", { name: "trend-plot" });
  plot.setAttribute("aria-hidden", "true");
  place.replaceChildren(plot);
  return plot;
}

async function completeAll(sections) {
  for (const section of sections) {
    const trend = found(section);
    if (!trend.isAsked) await complete(trend);
  }
}

function show(shown) {
  scene = shown;
  if (scene.view.screen !== "trends") return;
  const sections = all("#trends-screen [data-trend]");
  for (const section of sections) follow(found(section));
  completeAll(sections);
}

export function openTrends(given) {
  page = given;
  listenToTables(trends, page.take, () => scene);
  listenToPaper(trends);
  return show;
}
