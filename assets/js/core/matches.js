// Marks in a text what a search found, without touching its words.

import { indexOf } from "./search.js";
import { folded } from "./text.js";

// The text folded letter by letter, and for each folded letter the place it came from.
function foldedWithPlaces(text, { folding }) {
  let found = "";
  const places = [];
  for (let place = 0; place < text.length; place += 1) {
    const letters = folded(text[place], folding);
    found += letters;
    for (let index = 0; index < letters.length; index += 1) places.push(place);
  }
  return { found, places };
}

// Where in a text these words (folded) are found: pairs of a first place and the one after the last.
export function placesOf(text, words, record) {
  const { found: inText, places } = foldedWithPlaces(text, record);
  const found = [];
  for (const word of words) {
    const next = (from) => indexOf(inText, word, from, record);
    for (let at = next(0); at >= 0; at = next(at + word.length)) {
      found.push([places[at], places[at + word.length - 1] + 1]);
    }
  }
  return found;
}

function rangesIn(node, words, record) {
  return placesOf(node.data, words, record).map(([first, last]) => {
    const range = new Range();
    range.setStart(node, first);
    range.setEnd(node, last);
    return range;
  });
}

// Marks `words` (folded) in these elements; with no words, nothing is marked.
export function markMatches(elements, words, record) {
  if (!window.CSS.highlights) return; // Older browsers filter, but mark nothing.
  const ranges = [];
  for (const element of words.length ? elements : []) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      ranges.push(...rangesIn(node, words, record));
    }
  }
  window.CSS.highlights.set("match", new window.Highlight(...ranges));
}
