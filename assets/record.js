// Picks from the record that came with the page: the frame of a day, counts, countdowns.
(function (flankwatch) {
  "use strict";

  // The index of the last entry whose day is not after `day`; -1 if there is none.
  function indexOn(entries, day, dayOf) {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (dayOf(entries[middle]) <= day) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  flankwatch.record = {
    indexOn,
    frame(record, day) {
      return record.frames[Math.max(indexOn(record.frames, day, (frame) => frame.day), 0)];
    },
    // The standing of each state of the page, by code.
    standings(record, frame) {
      const found = {};
      record.states.forEach((state, index) => {
        found[state.iso] = record.standings[Number(frame.standings[index])];
      });
      return found;
    },
    parties(record, day) {
      const index = indexOn(record.parties, day, (entry) => entry[0]);
      return index < 0 ? { byDeposit: 0, inForce: 0 } : {
        byDeposit: record.parties[index][1],
        inForce: record.parties[index][2],
      };
    },
    // Days until the effect of a notice that is running on `day`; null if none is.
    daysLeft(record, iso, day) {
      const run = (record.countdowns[iso] || []).find(([first, last]) => first <= day && day < last);
      return run ? flankwatch.days.between(day, run[1]) : null;
    },
    // The change before or after a day; the day itself where there is none.
    change(record, day, direction) {
      const days = record.changes;
      if (direction === "next") return days.find((other) => other > day) || day;
      return [...days].reverse().find((other) => other < day) || day;
    },
    stateOf(record, iso) {
      return record.states.find((state) => state.iso === iso);
    },
    // A text with its {places} filled in.
    fill(text, values) {
      return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
    },
    // The singular or the plural of a text, with its number filled in.
    counted([one, many], n) {
      return flankwatch.record.fill(n === 1 ? one : many, { n });
    },
  };
})((window.flankwatch = window.flankwatch || {}));
