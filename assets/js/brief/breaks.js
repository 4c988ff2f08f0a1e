// Where a line may end: not within a day, and not between a number and what it counts.

const KEPT = [
  [/(?<!\d)(\d{1,3}) (?=\p{L})/gu, "$1\u00a0"], // "14 days", "10 January"
  [/(\p{L}{3,}) (?=[12]\d{3}(?!\d))/gu, "$1\u00a0"], // "January 2026"
  [/\. (?=\d)/g, ".\u00a0"], // "Art. 5"
];

export const unbroken = (text) => KEPT.reduce((kept, [found, put]) => kept.replace(found, put), text);
