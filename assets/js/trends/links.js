// What is pressed on the Trends screen: days in the tables, and pictures of the charts.

import { savePicture } from "./picture.js";

function followLink(event, take) {
  const link = event.target.closest("[data-choose-day]");
  const isOther = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || isOther) return;
  event.preventDefault();
  take({ kind: "date", value: link.dataset.chooseDay });
}

export function listenToTables(trends, take, sceneNow) {
  const screen = document.getElementById("trends-screen");
  screen.addEventListener("click", (event) => followLink(event, take));
  screen.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-picture]");
    const section = button?.closest("[data-trend]");
    if (section) savePicture(trends.get(section.dataset.trend), button, sceneNow());
  });
}
