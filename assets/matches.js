// Marks in the quotes what the search found, without touching their words.
(function (flankwatch) {
  "use strict";

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

  function rangesIn(node, words, record) {
    const fold = (letter) => flankwatch.folded(letter, record.folding);
    const find = (word, from) => flankwatch.search.indexOf(folded, word, from, record);
    const { folded, places } = foldedWithPlaces(node.data, fold);
    const ranges = [];
    for (const word of words) {
      for (let at = find(word, 0); at >= 0; at = find(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, places[at]);
        range.setEnd(node, places[at + word.length - 1] + 1);
        ranges.push(range);
      }
    }
    return ranges;
  }

  // Marks `words` (folded) in these elements; with no words, nothing is marked.
  flankwatch.markMatches = function (elements, words, record) {
    if (!window.CSS.highlights) return; // Older browsers filter, but mark nothing.
    const ranges = [];
    for (const element of words.length ? elements : []) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        ranges.push(...rangesIn(node, words, record));
      }
    }
    window.CSS.highlights.set("match", new window.Highlight(...ranges));
  };
})((window.flankwatch = window.flankwatch || {}));
