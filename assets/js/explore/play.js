// Play: the days go by on their own, at a speed that the reader chooses.

import { add } from "../core/days.js";
import { byId } from "../core/dom.js";
import { changeFrom } from "../state/frames.js";
import { now, take } from "../state/store.js";

const DAYS_PER_SECOND = { slow: 15, normal: 40, fast: 120 };
const PAUSE = 1800; // Milliseconds a change stands, where days must not glide.

let running = null;

const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const speed = () => DAYS_PER_SECOND[byId("play-speed").value];
const go = (day) => take({ kind: "date", value: day, dragging: true });

// Without motion there is no gliding: the changes follow one another like slides.
function stepping() {
  const { view, record } = now();
  const next = changeFrom(record, view.date, "next");
  if (next === view.date || next > record.spans[view.span].last) return stop();
  go(next);
  running = window.setTimeout(stepping, PAUSE);
}

function gliding(start, first) {
  const glide = (time) => {
    const { view, record } = now();
    const { last } = record.spans[view.span];
    const days = Math.floor(((time - start) / 1000) * speed());
    const day = add(first, days);
    if (day > view.date) go(day < last ? day : last);
    if (day < last) running = window.requestAnimationFrame(glide);
    else stop();
  };
  running = window.requestAnimationFrame(glide);
}

function start() {
  const { view, record } = now();
  const span = record.spans[view.span];
  const first = view.date < span.last && view.date < record.verified ? view.date : span.first;
  take({ kind: "date", value: first });
  show(true);
  if (isStill()) running = window.setTimeout(stepping, PAUSE);
  else gliding(window.performance.now(), first);
}

function stop() {
  window.cancelAnimationFrame(running);
  window.clearTimeout(running);
  running = null;
  show(false);
}

function show(isPlaying) {
  byId("play").dataset.playing = isPlaying;
  byId("play").querySelector(".play-word").textContent = isPlaying ? "Pause" : "Play";
}

export function togglePlay() {
  if (running === null) start();
  else stop();
}

// Whoever takes the time bar, a state or a quote in hand has seen enough.
export function stopPlay() {
  if (running !== null) stop();
}
