// Days as ISO strings. Counting is done in UTC, so that no reader's time zone can shift a day.

const MILLISECONDS = 86400000;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

const number = (iso) => Date.parse(iso + "T00:00:00Z") / MILLISECONDS;
const fromNumber = (days) => new Date(days * MILLISECONDS).toISOString().slice(0, 10);

// Whether the text names a day that exists.
export function exists(text) {
  return FORM.test(text) && !Number.isNaN(number(text)) && fromNumber(number(text)) === text;
}

// The day that it is.
export const today = () => new Date().toISOString().slice(0, 10);

// Days from one day to another.
export const between = (first, last) => number(last) - number(first);

export const add = (iso, days) => fromNumber(number(iso) + days);

// How far a day lies from the first (0) to the last (1).
export const share = (first, last, day) => between(first, day) / between(first, last);

// Made once: to make one takes longer than all that it says in a step of the day.
const formats = Object.fromEntries(
  ["long", "short"].map((month) => {
    const options = { day: "numeric", month, year: "numeric", timeZone: "UTC" };
    return [month, new Intl.DateTimeFormat("en-GB", options)];
  }),
);

function format(iso, month) {
  return formats[month].format(number(iso) * MILLISECONDS).replace("Sept ", "Sep ");
}

// How a reader says it: 27 December 2025.
export const inWords = (iso) => format(iso, "long");

// The same, short: 27 Dec 2025.
export const inShort = (iso) => format(iso, "short");
