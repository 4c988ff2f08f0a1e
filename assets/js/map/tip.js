// What stands beside the pointer on the map, and what a click on a state does.

import { byId } from "../core/dom.js";
import { counted } from "../core/text.js";
import { daysLeft, standingIn, stateOf } from "../state/frames.js";
import { chooseState } from "../state/choose.js";
import { shownScene } from "./map.js";
import { wasDragged } from "./zoom.js";

// The state under the pointer, if there is one.
const stateAt = (target) => target.closest?.("#map path[data-iso]")?.dataset.iso;

function tip(event) {
  const element = byId("map-tip");
  const scene = shownScene();
  const iso = scene && stateAt(event.target);
  element.hidden = !iso;
  if (!iso) return;
  const { record, view } = scene;
  const left = daysLeft(record, iso, view.date);
  const more = left === null ? "" : `, ${counted(record.texts.daysLeft, left)}`;
  element.textContent = `${stateOf(record, iso).name}: ${record.words[standingIn(scene, iso)]}${more}`;
  const box = element.parentNode.getBoundingClientRect();
  const x = event.clientX - box.left;
  const most = box.width - element.offsetWidth - 16;
  element.style.left = `${Math.max(Math.min(x, most), 0)}px`;
  element.style.top = `${event.clientY - box.top}px`;
}

export function listenToPointer() {
  document.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") tip(event);
  });
  document.addEventListener("click", (event) => {
    const iso = stateAt(event.target);
    if (iso && !wasDragged()) chooseState(iso, event);
  });
}
