// Fields to choose from: beside each word stands how many there are of it.

import { byId, setText } from "./dom.js";
import { fill } from "./text.js";

// `counts` has a number for each value there is any of.
export function showField(id, chosen, counts, texts) {
  const field = byId(id);
  for (const option of field.options) {
    const n = counts.get(option.value) || 0;
    const { word } = option.dataset;
    if (word) setText(option, fill(texts.counted, { word, n }));
    // What is chosen stays, even where nothing of it is left.
    option.disabled = n === 0 && option.value !== "" && option.value !== chosen;
  }
  field.value = chosen || "";
  field.classList.toggle("in-use", Boolean(chosen));
}
