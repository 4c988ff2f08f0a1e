// What the searches look for: words and "phrases", and the states by all of their names.

import { folded } from "./text.js";

const SHORT = 3; // Letters of the short names of states (UK, US), which count as whole words.
const WORD = /[\p{L}\p{N}]/u;

// The words of a text, folded; what stands in quotation marks is one of them.
export function wordsOf(text, record) {
  const parts = folded(text, record.folding).match(/"[^"]*"?|[^\s"]+/g) || [];
  return parts
    .map((part) => part.replaceAll('"', "").trim().replace(/\s+/g, " "))
    .filter((part) => !/^-*$/.test(part)); // A dash between words is none.
}

const isShortName = (word, { otherNames }) =>
  word.length <= SHORT && Object.values(otherNames).some((names) => names.includes(word));

// Where a word stands in a folded text, from a place on; -1 where it does not. A short name
// is not a part of a longer one.
export function indexOf(text, word, from, record) {
  const isWhole = isShortName(word, record);
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = (text[at - 1] || " ") + (text[at + word.length] || " ");
    if (!isWhole || !WORD.test(around)) return at;
  }
  return -1;
}

// Whether a folded text has all of these words.
export const fits = (text, words, record) =>
  words.every((word) => indexOf(text, word, 0, record) >= 0);

// All names of a state, folded: its own one first.
export const namesOf = (name, iso, record) => [
  folded(name, record.folding),
  ...(record.otherNames[iso] || []),
];

// Of lists of names, the index of the first that letters are meant for: a whole name counts before
// the beginning of the usual one, and that before the beginning of another one.
export function begun(letters, lists) {
  const tests = [
    (names) => names.includes(letters),
    ([name]) => name.startsWith(letters),
    (names) => names.some((name) => name.startsWith(letters)),
  ];
  for (const test of tests) {
    const found = lists.findIndex(test);
    if (found >= 0) return found;
  }
  return -1;
}
