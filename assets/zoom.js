// A larger map: by buttons, keys, two fingers, a wheel with Ctrl; moved by dragging. The drawing is
// only scaled, never drawn again; names, lines and hatching keep their size on the screen.
(function (flankwatch) {
  "use strict";

  const STEP = 1.6;
  const MOST = 8;
  const STILL = 6; // A pointer that moves further, in pixels, drags and does not choose.

  let zoom = 1;
  let x = 0; // How far the drawing is moved from the middle of the window, in pixels.
  let y = 0;

  const fingers = new Map();
  let moved = 0;
  let spread = 0;

  const room = () => document.querySelector(".map-window");

  const between = (value, least, most) => Math.min(Math.max(value, least), most);

  // The edge of what is seen without zoom is the edge of what can be reached.
  function show() {
    const { offsetWidth: width, offsetHeight: height } = room();
    x = between(x, (-width * (zoom - 1)) / 2, (width * (zoom - 1)) / 2);
    y = between(y, (-height * (zoom - 1)) / 2, (height * (zoom - 1)) / 2);
    for (const map of document.querySelectorAll("#map, .first-map")) {
      map.style.setProperty("--zoom", zoom);
      map.style.setProperty("--zoom-x", `${x}px`);
      map.style.setProperty("--zoom-y", `${y}px`);
    }
    room().dataset.zoomed = String(zoom > 1);
    for (const [way, off] of [["in", zoom >= MOST], ["out", zoom <= 1], ["reset", zoom <= 1]]) {
      document.querySelector(`[data-zoom="${way}"]`).setAttribute("aria-disabled", String(off));
    }
    flankwatch.map.fit();
  }

  // A point on the screen, from the middle of the window, in the window's own pixels.
  function fromMiddle(point) {
    const box = room().getBoundingClientRect();
    return {
      x: point.x - box.x - box.width / 2,
      y: point.y - box.y - box.height / 2,
    };
  }

  // What is at `point` stays there while the map grows.
  function to(next, point) {
    const wanted = between(next, 1, MOST);
    const at = point ? fromMiddle(point) : { x: 0, y: 0 };
    x = at.x - ((at.x - x) * wanted) / zoom;
    y = at.y - ((at.y - y) * wanted) / zoom;
    zoom = wanted;
    show();
  }

  // The buttons and keys enlarge the chosen state, where there is one.
  function by(factor) {
    const { view } = flankwatch.now();
    to(zoom * factor, null);
    const middle = factor > 1 && view.state && flankwatch.map.middleOf(view.state);
    if (!middle) return;
    const at = fromMiddle(middle);
    x -= at.x;
    y -= at.y;
    show();
  }

  const apart = ([one, other]) => Math.hypot(one.x - other.x, one.y - other.y);

  function onDown(event) {
    if (!event.target.closest(".map-window")) return;
    if (fingers.size === 0) moved = 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    spread = fingers.size === 2 ? apart([...fingers.values()]) : 0;
  }

  function onMove(event) {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    fingers.set(event.pointerId, now);
    const touching = [...fingers.values()];
    if (touching.length === 2) {
      const [one, other] = touching;
      const wide = apart(touching);
      to((zoom * wide) / spread, { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
      spread = wide;
    } else if (zoom > 1 && moved >= STILL) {
      x += now.x - before.x;
      y += now.y - before.y;
      show();
    }
  }

  function onUp(event) {
    fingers.delete(event.pointerId);
  }

  // A wheel alone scrolls the page; with Ctrl, as two fingers on a touchpad say it, it zooms.
  function onWheel(event) {
    if (!event.ctrlKey || !event.target.closest(".map-window")) return;
    event.preventDefault();
    to(zoom * Math.exp(-event.deltaY / 200), { x: event.clientX, y: event.clientY });
  }

  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", onUp);
  document.addEventListener("wheel", onWheel, { passive: false });

  flankwatch.zoom = {
    level: () => zoom,
    // Whether the last press on the map was a drag.
    dragged: () => moved >= STILL,
    in: () => by(STEP),
    out: () => by(1 / STEP),
    reset: () => to(1, null),
    // A state that is chosen elsewhere comes into view.
    seek(iso) {
      const middle = zoom > 1 && flankwatch.map.middleOf(iso);
      if (!middle) return;
      const at = fromMiddle(middle);
      const { offsetWidth: width, offsetHeight: height } = room();
      if (Math.abs(at.x) < width / 2 && Math.abs(at.y) < height / 2) return;
      x -= at.x;
      y -= at.y;
      show();
    },
  };
})((window.flankwatch = window.flankwatch || {}));
