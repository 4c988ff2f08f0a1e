// Fields to choose from: beside each word stands how many there are of it.
(function (flankwatch) {
  "use strict";

  const { byId, setText } = flankwatch.dom;

  flankwatch.fields = {
    // Counts one more of each of these values.
    count(counts, values) {
      for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    },
    // `counts` has a number for each value there is any of.
    show(id, chosen, counts, record) {
      const field = byId(id);
      for (const option of field.options) {
        const n = counts.get(option.value) || 0;
        const { word } = option.dataset;
        if (word) setText(option, flankwatch.record.fill(record.texts.counted, { word, n }));
        // What is chosen stays, even where nothing of it is left.
        option.disabled = n === 0 && option.value !== "" && option.value !== chosen;
      }
      field.value = chosen || "";
      field.classList.toggle("in-use", Boolean(chosen));
    },
  };
})((window.flankwatch = window.flankwatch || {}));
