// Marks in a text what a search found, without touching its words.

// The text folded letter by letter, and for each folded letter the place it came from.
function foldedWithPlaces(text, fold) {
  let folded = "";
  const places = [];
  for (let place = 0; place < text.length; place += 1) {
    const letters = fold(text[place]);
    folded += letters;
    for (let index = 0; index < letters.length; index += 1) places.push(place);
  }
  return { folded, places };
}

// Where in a text these words (folded) are found: pairs of a first place and the one after the last.
export function placesOf(text, words, fold) {
  const { folded, places } = foldedWithPlaces(text, fold);
  const found = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([places[at], places[at + word.length - 1] + 1]);
    }
  }
  return found;
}

function rangesIn(node, words, fold) {
  return placesOf(node.data, words, fold).map(([first, last]) => {
    const range = new Range();
    range.setStart(node, first);
    range.setEnd(node, last);
    return range;
  });
}

// Marks `words` (folded) in these elements; with no words, nothing is marked.
export function markMatches(elements, words, fold) {
  if (!window.CSS.highlights) return; // Older browsers filter, but mark nothing.
  const ranges = [];
  for (const element of words.length ? elements : []) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      ranges.push(...rangesIn(node, words, fold));
    }
  }
  window.CSS.highlights.set("match", new window.Highlight(...ranges));
}
