// What is told of a state as of the day shown: of its stretches of time the one that the day lies in,
// how far its countdown is, and which of its dates lie ahead.

import { between, share } from "../core/days.js";
import { all, hide, setText } from "../core/dom.js";
import { counted } from "../core/text.js";

function showStretch(root, { date }, texts) {
  const stretches = all(".stretch", root);
  const current = stretches.filter((stretch) => stretch.dataset.first <= date).at(-1);
  for (const stretch of stretches) hide(stretch, stretch !== current);
  const words = current?.querySelector(".days-left");
  if (!words) return;
  const countdown = current.querySelector(".countdown");
  const last = countdown ? countdown.dataset.last : current.dataset.until;
  if (countdown) countdown.style.setProperty("--done", share(countdown.dataset.first, last, date));
  setText(words, counted(texts.daysLeft, between(date, last)));
}

// What a state is on the day under each of the other treaties.
function showOtherTreaties(root, { date }) {
  for (const line of all(".other-treaty", root)) {
    const standings = all(".other-standing", line);
    const current = standings.filter((each) => each.dataset.first <= date).at(-1);
    for (const standing of standings) hide(standing, standing !== current);
  }
}

// Shows the day in one place where something is told of a state.
export function showDayOf(root, view, texts) {
  if (root.querySelector(".stretch")) showStretch(root, view, texts);
  showOtherTreaties(root, view);
  for (const part of all("[data-last]:not(.countdown)", root)) {
    part.classList.toggle("ahead", part.dataset.last > view.date);
  }
}
