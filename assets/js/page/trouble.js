// What is seen is of one day and one record: a part that cannot follow is veiled, and the document says
// so (dashboard/panels/trouble.py). It also says so where the page does not start.

const root = document.documentElement;

// Shows a part of the page by `show`; where that fails, the places that it writes are veiled.
export const following = (places, show) => (scene) => {
  try {
    show(scene);
  } catch (error) {
    for (const place of document.querySelectorAll(places)) place.dataset.stale = "yes";
    root.dataset.start = "broken";
    console.error(error);
  }
};

// The page answers, but for what could not be shown already.
export function sayStarted() {
  if (root.dataset.start !== "broken") root.dataset.start = "done";
}

// The page could not start, or what it fetches is of another record ("failed", "changed").
export function sayTrouble(kind) {
  root.dataset.start = kind;
}
