// What an address gives: read as it is meant, and as the server reads it (dashboard/web/sharing.py).
(function (flankwatch) {
  "use strict";

  const LISTS = ["compare", "cols"]; // Of these, several values belong together.

  // The values by their names, in small letters; and those left out since an earlier one counts.
  function read(search) {
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
  function plain(value, { blanks, ends }) {
    let first = 0;
    let last = value.length;
    while (first < last && blanks.includes(value[first])) first += 1;
    while (last > first && (blanks + ends).includes(value[last - 1])) last -= 1;
    return value.slice(first, last);
  }

  // Which of the words that are allowed is meant; undefined where none of them is.
  function meant(value, allowed, record) {
    if (allowed.includes(value)) return value;
    const wanted = plain(value, record).toLowerCase();
    return allowed.find((word) => plain(word, record).toLowerCase() === wanted);
  }

  flankwatch.given = { read, plain, meant };
})((window.flankwatch = window.flankwatch || {}));
