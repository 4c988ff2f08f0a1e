// The labels under a track: of those that would run into one another, the later one is left out.
(function () {
  "use strict";

  const GAP = 4; // Least pixels between two labels.

  function fit(ticks) {
    let end = -Infinity;
    for (const label of ticks.children) {
      const { left, right, width } = label.getBoundingClientRect();
      if (!width) continue;
      const free = left >= end + GAP;
      label.style.visibility = free ? "" : "hidden";
      if (free) end = right;
    }
  }

  const observer = new ResizeObserver((entries) => {
    const changed = new Set(entries.map(({ target }) => target.closest(".ticks")));
    for (const ticks of changed) if (ticks) fit(ticks);
  });

  function watch() {
    for (const ticks of document.querySelectorAll(".ticks")) {
      observer.observe(ticks);
      for (const label of ticks.children) observer.observe(label);
    }
  }

  // Long records bring their lanes later; letters may grow at any time.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch);
  else watch();
})();
