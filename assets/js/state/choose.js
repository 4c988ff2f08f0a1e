// Choosing a state; with the shift key, it is set beside the one chosen.

import { take } from "./store.js";

export function chooseState(iso, event) {
  take({ kind: event.shiftKey ? "compare" : "state", value: iso });
}
