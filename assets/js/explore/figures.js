// The key figures of the day.

import { share } from "../core/days.js";
import { all, setText } from "../core/dom.js";
import { newness } from "../core/newness.js";
import { counted, fill } from "../core/text.js";
import { partiesOn } from "../state/frames.js";

const newDay = newness();
const newFrame = newness();

function showFigure(name, [value, caption]) {
  const element = document.querySelector(`[data-figure="${name}"]`);
  setText(element.querySelector(".figure-value"), value);
  setText(element.querySelector(".figure-caption"), caption);
}

function showParties({ view, record }) {
  const { byDeposit, inForce } = partiesOn(record, view.date);
  const { parties, partiesCaption } = record.texts;
  showFigure("parties", [counted(parties, byDeposit), fill(partiesCaption, { n: inForce })]);
  const along = share(record.first, record.last, view.date);
  document.querySelector(".step-line-day").style.left = `${100 * along}%`;
}

export function showFigures(scene) {
  const { frame } = scene;
  if (newDay(scene.view.date)) showParties(scene);
  if (!newFrame(frame.day)) return;
  showFigure("main", frame.main);
  if (frame.border) showFigure("border", frame.border);
  for (const text of all('[data-reckoning="border"]')) setText(text, frame.borderHow);
}
