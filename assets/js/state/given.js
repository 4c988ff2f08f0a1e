// What an address gives: read as it is meant, and as the server reads it (dashboard/web/address.py).

import { plain } from "../core/text.js";

const LISTS = ["compare", "cols", "scenes"]; // Of these, several values belong together.

// The values by their names, in small letters; and those left out since an earlier one counts.
export function givenIn(search) {
  const values = new Map();
  const repeated = [];
  for (const [written, value] of new URLSearchParams(search)) {
    const name = written.toLowerCase();
    const before = values.get(name);
    if (before === undefined) values.set(name, value);
    else if (LISTS.includes(name)) values.set(name, `${before},${value}`);
    else if (before !== value) repeated.push({ name, value });
  }
  return { values, repeated };
}

// A value without what a sentence around the address has left on it: blanks, a full stop.
export function bare(value, { blanks, ends }) {
  let first = 0;
  let last = value.length;
  while (first < last && blanks.includes(value[first])) first += 1;
  while (last > first && (blanks + ends).includes(value[last - 1])) last -= 1;
  return value.slice(first, last);
}

// Which of the words that are allowed is meant; null where none of them is.
export function meant(value, allowed, record) {
  if (allowed.includes(value)) return value;
  const alike = (word) => bare(plain(word), record).toLowerCase();
  const wanted = alike(value);
  return allowed.find((word) => alike(word) === wanted) ?? null;
}
