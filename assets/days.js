// Days as ISO strings. Counting is done in UTC, so that no reader's time zone can shift a day.
(function (flankwatch) {
  "use strict";

  const MILLISECONDS = 86400000;
  const FORM = /^\d{4}-\d{2}-\d{2}$/;

  function number(iso) {
    return Date.parse(iso + "T00:00:00Z") / MILLISECONDS;
  }

  function fromNumber(days) {
    return new Date(days * MILLISECONDS).toISOString().slice(0, 10);
  }

  flankwatch.days = {
    // Whether the text names a day that exists.
    exists(text) {
      return FORM.test(text) && !Number.isNaN(number(text)) && fromNumber(number(text)) === text;
    },
    // Days from one day to another.
    between(first, last) {
      return number(last) - number(first);
    },
    add(iso, days) {
      return fromNumber(number(iso) + days);
    },
    // How a reader says it: 27 December 2025.
    words(iso) {
      return format(iso, "long");
    },
    // The same, short: 27 Dec 2025.
    short(iso) {
      return format(iso, "short");
    },
  };

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
})((window.flankwatch = window.flankwatch || {}));
