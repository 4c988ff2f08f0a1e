// The links to the pages of other treaties: they lead to the day and the state that are shown.

import { all, byId } from "../core/dom.js";
import { addressUnder } from "../state/treaties.js";

export function showTreaties({ view, record }) {
  for (const link of all("a[data-treaty]")) {
    link.href = addressUnder(record.treaties[link.dataset.treaty], view, record);
  }
}

// The list of treaties folds up again when the reader goes on to something else.
export function listenToTreaties() {
  const list = byId("treaties");
  if (!list) return;
  document.addEventListener("pointerdown", ({ target }) => {
    if (!list.contains(target)) list.open = false;
  });
  list.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !list.contains(relatedTarget)) list.open = false;
  });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !list.open) return;
    event.stopPropagation();
    list.open = false;
    list.querySelector("summary").focus();
  });
}
