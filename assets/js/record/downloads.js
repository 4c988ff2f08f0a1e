// The files of the day shown.

import { all, setText } from "../core/dom.js";

export function showDayFiles({ view }) {
  for (const link of all("[data-day-file]")) {
    const name = `standing/${view.date}.${link.dataset.dayFile}`;
    link.href = `data/${name}`;
    setText(link, name);
  }
}
