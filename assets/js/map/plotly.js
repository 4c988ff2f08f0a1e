// Dash and Plotly, late: when the browser is idle, or at once when someone zooms. Their choropleth, which
// is finer, takes the place of the drawing in the document. If they do not come, that one stays.

import { byId } from "../core/dom.js";
import { whenIdle } from "../core/idle.js";
import { load } from "../core/scripts.js";
import { sayTrouble } from "../page/trouble.js";
import { now } from "../state/store.js";
import { figureOn } from "./choropleth.js";
import { guideDash } from "./dash.js";
import { plotlyDrawing } from "./drawings.js";
import { keepAtHome, keepShapes } from "./home.js";
import { useDrawing } from "./map.js";
import { onScale } from "./scale.js";

const LAND = "backdrop";
const IDLE = 2000; // Milliseconds after which the browser is asked no longer whether it is idle.

const PAUSE = 400; // Milliseconds for which the day rests before plotly is told.

let isAsked = false;
let pausing = 0;
let drawn = null; // The day of plotly's own figure.

// What Dash calls by name: the figure on another day.
function offerFigure() {
  const figure = (day, before) => figureOn(before, now().record, day);
  window.dash_clientside = { ...window.dash_clientside, flankwatch: { figure } };
}

// Colours follow the day at once, by the style sheet; plotly's own figure follows when the day rests.
export function tellPlotly({ view }) {
  window.clearTimeout(pausing);
  if (byId("map").dataset.layer !== "plotly" || view.date === drawn) return;
  pausing = window.setTimeout(() => {
    drawn = view.date;
    window.dash_clientside.set_props("shown", { data: drawn });
  }, PAUSE);
}

// Takes plotly's drawing as soon as it is complete, and of the record that the page is of: Dash asks the
// server for it late, which may have another record by then. Says whether there is nothing to wait for.
function swap() {
  const root = document.querySelector("#graph .js-plotly-plot");
  const drawing = plotlyDrawing(root, LAND, now().record.told);
  const before = document.querySelector(".map-svg");
  if (!drawing || !before) return false;
  const { folder, day } = root.layout.meta;
  if (folder !== byId("record-link").dataset.fragments) {
    sayTrouble("changed");
    return true;
  }
  before.remove();
  useDrawing(drawing);
  // When the window changes, plotly draws anew: its shapes are other elements then.
  root.on("plotly_afterplot", () => {
    const anew = plotlyDrawing(root, LAND, now().record.told);
    if (anew) useDrawing(anew);
  });
  drawn = day; // On which a record opens.
  tellPlotly(now());
  return true;
}

function watch() {
  const entry = byId("react-entry-point");
  let frame = 0; // Of many changes, one look in the next display frame.
  const observer = new MutationObserver(() => {
    window.cancelAnimationFrame(frame);
    frame = window.requestAnimationFrame(() => swap() && observer.disconnect());
  });
  observer.observe(entry, { childList: true, subtree: true });
}

async function draw() {
  if (isAsked) return;
  isAsked = true;
  keepAtHome();
  offerFigure();
  guideDash();
  const { scripts, shapes } = JSON.parse(byId("late-files").textContent);
  try {
    await Promise.all([...scripts.map(load), keepShapes(shapes)]);
  } catch {
    byId("map").dataset.late = "failed"; // The drawing in the document stays.
    return;
  }
  watch();
  new window.DashRenderer();
}

// Whoever pays for every byte gets the finer drawing only when looking closer.
export function drawLate() {
  onScale(({ zoom }) => zoom > 1 && draw());
  if (navigator.connection?.saveData) return;
  const begin = () => whenIdle(draw, { timeout: IDLE });
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
}
