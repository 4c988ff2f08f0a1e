// How old the record is: said once nobody has checked it for a long time.

import { between } from "../core/days.js";
import { fill } from "../core/text.js";

export function ageInWords({ verified, staleAfter, texts }, day) {
  const n = between(verified, day);
  return n > staleAfter ? fill(texts.age, { n }) : "";
}
