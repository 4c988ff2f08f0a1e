// The time bar: thumb, tag, and the scale of the span that is shown.

import { add, between, inShort, inWords } from "../core/days.js";
import { all, byId, hide } from "../core/dom.js";
import { now, take } from "../state/store.js";
import { stopPlay } from "./play.js";

let isDragging = false;

export function showTimeBar({ view, record }) {
  const bar = byId("time-bar");
  const slider = byId("date-slider");
  const span = record.spans[view.span];
  // The slider counts days from the first day of the dashboard.
  const [min, max, value] = [span.first, span.last, view.date].map((day) => between(record.first, day));
  slider.min = min;
  slider.max = max;
  slider.value = value;
  slider.setAttribute("aria-valuetext", inWords(view.date));
  bar.style.setProperty("--at", (value - min) / (max - min));
  byId("day-tag").textContent = inShort(view.date);
  const field = byId("date-field");
  if (field !== document.activeElement || !view.notices.length) field.value = view.date;
  for (const scale of all("[data-span]", bar)) hide(scale, Number(scale.dataset.span) !== view.span);
  for (const button of all("[data-choose-span]", bar)) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.chooseSpan) === view.span));
  }
}

function onInput({ target }) {
  if (target.id !== "date-slider" || !now().record) return;
  stopPlay();
  const day = add(now().record.first, Number(target.value));
  take({ kind: "date", value: day, dragging: isDragging });
  isDragging = true;
}

// One stay of the pointer or the keyboard at the slider is one step back in the history.
function onArrival({ target }) {
  if (target.id === "date-slider") isDragging = false;
}

export function listenToTimeBar() {
  document.addEventListener("input", onInput, true);
  document.addEventListener("pointerdown", onArrival);
  document.addEventListener("focusin", onArrival);
}
