// The Trends screen: the script that draws its charts, and plotly, are loaded when it is first shown.

import { all, byId, hide, setText } from "../core/dom.js";
import { folderOfFragments, sayFailed, sayWaiting, Unavailable } from "../core/fragments.js";
import { load, styled } from "../core/scripts.js";
import { showAgain, take } from "../state/store.js";

let opened = null; // The promise of what shows a view on it.
let tries = 0;

// A browser that could not load a module does not ask for it again by the same address.
async function loaded() {
  const [script, style] = byId("record-link").dataset.trends.split(" ");
  const address = new URL(script, document.baseURI);
  if (tries) address.searchParams.set("again", tries);
  tries += 1;
  const missing = () => {
    throw new Unavailable(address);
  };
  const [{ openTrends }] = await Promise.all([import(address).catch(missing), styled(style)]);
  const [plotly] = JSON.parse(byId("late-files").textContent).scripts;
  const loadPlotly = () => load(plotly);
  return openTrends({ take, folder: folderOfFragments(), loadPlotly, sayFailed, sayWaiting, Unavailable });
}

function fail(error, texts) {
  opened = null;
  if (!(error instanceof Unavailable)) console.error(error);
  for (const place of all("#trends-screen .trend-figure")) {
    hide(place.parentElement, false);
    sayFailed(place, { ...texts, fragmentFailed: texts.chartFailed }, showAgain);
  }
}

// A section comes with the words of one day. On another one they are not seen until its file is there.
function veilOthers({ date }) {
  for (const section of all("#trends-screen [data-trend]:not([data-drawn])")) {
    if (section.dataset.day === date) continue;
    setText(section.querySelector(".trend-says"), "");
    section.querySelector(".trend-details").dataset.stale = "yes";
    section.dataset.day = "";
  }
}

export function showTrends(scene) {
  if (!document.querySelector("#trends-screen .trend")) return; // Its sections are still to come.
  veilOthers(scene.view);
  opened ??= loaded();
  opened.then((show) => show(scene)).catch((error) => fail(error, scene.record.texts));
}
