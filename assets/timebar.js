// The time bar: thumb, tag, and the scale of the span that is shown.
(function (flankwatch) {
  "use strict";

  const { hide } = flankwatch.dom;

  let first = "1997-01-01";

  flankwatch.timeBar = {
    // The slider counts days from the first day of the dashboard.
    dayOf(value) {
      return flankwatch.days.add(first, value);
    },
    show({ view, record }) {
      const { days } = flankwatch;
      first = record.first;
      const bar = document.getElementById("time-bar");
      const slider = document.getElementById("date-slider");
      const span = record.spans[view.span];
      const [min, max, value] = [span.first, span.last, view.date].map((day) =>
        days.between(first, day),
      );
      slider.min = min;
      slider.max = max;
      slider.value = value;
      slider.setAttribute("aria-valuetext", days.words(view.date));
      bar.style.setProperty("--at", (value - min) / (max - min));
      document.getElementById("day-tag").textContent = days.short(view.date);
      const field = document.getElementById("date-field");
      if (field !== document.activeElement || !view.notices.length) field.value = view.date;
      for (const scale of bar.querySelectorAll("[data-span]")) {
        hide(scale, Number(scale.dataset.span) !== view.span);
      }
      for (const button of bar.querySelectorAll("[data-choose-span]")) {
        button.setAttribute("aria-pressed", String(Number(button.dataset.chooseSpan) === view.span));
      }
    },
  };
})((window.flankwatch = window.flankwatch || {}));
