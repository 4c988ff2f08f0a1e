// The Brief screen: its script and style are loaded when it is first shown, and get what they need from
// here, so that a visit to the map does not pay for them.

import { byId, made } from "../core/dom.js";
import { styled } from "../core/scripts.js";
import { writeAddress } from "../state/address.js";
import { take } from "../state/store.js";
import { sayTrouble } from "./trouble.js";

let stage = null; // The promise of what shows a view on it.
let drawing = null; // The map that came in the document: plotly takes its place there.

async function loaded() {
  const [script, style] = byId("record-link").dataset.stage.split(" ");
  const [{ openStage }] = await Promise.all([import(new URL(script, document.baseURI)), styled(style)]);
  return openStage({ take, writeAddress, drawing, made });
}

// Without it the page is what it was.
function fail(error) {
  stage = null;
  document.body.dataset.stage = "failed";
  sayTrouble("failed");
  console.error(error);
}

// What lies below the stage need not follow from scene to scene.
export const offStage = (show) => (scene) => {
  const { view, before } = scene;
  const isBelow = view.screen === "brief" && before?.screen === "brief";
  if (!isBelow || view.date !== before.date || view.state !== before.state) show(scene);
};

export function showStage(scene) {
  drawing ??= document.querySelector(".map-svg")?.cloneNode(true);
  const isWanted = scene.view.screen === "brief";
  if (isWanted) stage ??= loaded();
  stage?.then((show) => show(scene)).catch(fail);
}
