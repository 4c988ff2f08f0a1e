// A copy of the site in plain files has files of some days only. They are named in its document, behind
// the day that it opens with; a server has those of every day, and names none.

import { lastUpTo } from "./sorted.js";

const keptDays = () => (document.documentElement.dataset.kept || "").split(" ").slice(1);

export const isCopy = () => keptDays().length > 0;

// The day whose files are offered on a day: of a copy, the last that it has up to there.
export function fileDay(day, days = keptDays()) {
  return days.length ? days[Math.max(lastUpTo(days, day, (each) => each), 0)] : day;
}
