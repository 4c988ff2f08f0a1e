// The line under the map says how old the record is, by the reader's clock: pages are kept for long.

import { today } from "../core/days.js";
import { byId, setText } from "../core/dom.js";
import { ageInWords } from "../state/age.js";

export const sayAge = (record) => setText(byId("record-age"), ageInWords(record, today()));
