// The files of the day shown.

import { all, setText } from "../core/dom.js";
import { fileDay } from "../core/kept_days.js";

export function showDayFiles({ view }) {
  for (const link of all("[data-day-file]")) {
    const name = `standing/${fileDay(view.date)}.${link.dataset.dayFile}`;
    link.href = `data/${name}`;
    setText(link, name);
  }
}
