// What the searches look for: words and "phrases", and the states by all of their names.
(function (flankwatch) {
  "use strict";

  const SHORT = 3; // Letters of the short names of states (UK, US), which count as whole words.
  const WORD = /[\p{L}\p{N}]/u;

  // The words of a text, folded; what stands in quotation marks is one of them.
  function words(text, record) {
    const parts = flankwatch.folded(text, record.folding).match(/"[^"]*"?|[^\s"]+/g) || [];
    return parts
      .map((part) => part.replaceAll('"', "").trim().replace(/\s+/g, " "))
      .filter((part) => !/^-*$/.test(part)); // A dash between words is none.
  }

  const isShortName = (word, record) =>
    word.length <= SHORT && Object.values(record.otherNames).some((names) => names.includes(word));

  // Where a word stands in a folded text, from a place on; -1 where it does not. "UK" is not a part
  // of Ukraine.
  function indexOf(text, word, from, record) {
    const whole = isShortName(word, record);
    for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
      const around = (text[at - 1] || " ") + (text[at + word.length] || " ");
      if (!whole || !WORD.test(around)) return at;
    }
    return -1;
  }

  const fits = (text, wanted, record) =>
    wanted.every((word) => indexOf(text, word, 0, record) >= 0);

  // All names of a state, folded: its own one first.
  const namesOf = (name, iso, record) => [
    flankwatch.folded(name, record.folding),
    ...(record.otherNames[iso] || []),
  ];

  // Of lists of names, the index of the first that letters are meant for: a whole name counts before
  // the beginning of the usual one, and that before the beginning of another one.
  function begun(letters, lists) {
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

  flankwatch.search = { words, indexOf, fits, namesOf, begun };
})((window.flankwatch = window.flankwatch || {}));
