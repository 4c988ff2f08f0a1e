// Play: the days go by on their own, at a speed that the reader chooses.
(function (flankwatch) {
  "use strict";

  const DAYS_PER_SECOND = { slow: 15, normal: 40, fast: 120 };
  const PAUSE = 1800; // Milliseconds a change stands, where days must not glide.

  let running = null;

  const button = () => document.getElementById("play");
  const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function speed() {
    return DAYS_PER_SECOND[document.getElementById("play-speed").value];
  }

  function go(day) {
    flankwatch.take({ kind: "date", value: day, dragging: true });
  }

  // Without motion there is no gliding: the changes follow one another like slides.
  function stepping() {
    const { view, record } = flankwatch.now();
    const next = flankwatch.record.change(record, view.date, "next");
    if (next === view.date || next > record.spans[view.span].last) return stop();
    go(next);
    running = window.setTimeout(stepping, PAUSE);
  }

  function gliding(start, first) {
    const glide = (time) => {
      const { view, record } = flankwatch.now();
      const { last } = record.spans[view.span];
      const days = Math.floor(((time - start) / 1000) * speed());
      const day = flankwatch.days.add(first, days);
      if (day > view.date) go(day < last ? day : last);
      if (day < last) running = window.requestAnimationFrame(glide);
      else stop();
    };
    running = window.requestAnimationFrame(glide);
  }

  function start() {
    const { view, record } = flankwatch.now();
    const span = record.spans[view.span];
    const first = view.date < span.last && view.date < record.verified ? view.date : span.first;
    flankwatch.take({ kind: "date", value: first });
    show(true);
    if (still()) running = window.setTimeout(stepping, PAUSE);
    else gliding(window.performance.now(), first);
  }

  function stop() {
    window.cancelAnimationFrame(running);
    window.clearTimeout(running);
    running = null;
    show(false);
  }

  function show(playing) {
    button().dataset.playing = playing;
    button().querySelector(".play-word").textContent = playing ? "Pause" : "Play";
  }

  flankwatch.play = {
    toggle() {
      if (running === null) start();
      else stop();
    },
    // Whoever takes the time bar, a state or a quote in hand has seen enough.
    stop() {
      if (running !== null) stop();
    },
  };
})((window.flankwatch = window.flankwatch || {}));
