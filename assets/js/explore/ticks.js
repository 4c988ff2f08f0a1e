// The labels under a track: of those that would run into one another, the later one is left out.

import { all } from "../core/dom.js";

const GAP = 4; // Least pixels between two labels.

function fit(ticks) {
  let end = -Infinity;
  for (const label of ticks.children) {
    const { left, right, width } = label.getBoundingClientRect();
    if (!width) continue;
    const isFree = left >= end + GAP;
    label.style.visibility = isFree ? "" : "hidden";
    if (isFree) end = right;
  }
}

// Letters and tracks may change their size at any time.
export function watchTicks() {
  const observer = new ResizeObserver((entries) => {
    const changed = new Set(entries.map(({ target }) => target.closest(".ticks")));
    for (const ticks of changed) if (ticks) fit(ticks);
  });
  for (const ticks of all(".ticks")) {
    observer.observe(ticks);
    for (const label of ticks.children) observer.observe(label);
  }
}
