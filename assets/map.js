// The map: once plotly has drawn it, its shapes are marked with state and standing, and the style
// sheet colours them. Nothing is drawn again when the day changes.
(function (flankwatch) {
  "use strict";

  // Second lines are shown where they stay within their state, give or take a little, and touch no
  // other name. Sizes are estimates in pixels, so that nothing has to be measured while a day moves.
  const LETTER = 6.2;
  const LINE = 15;
  const ROOM = 1.05;

  const STILL = 6; // A pointer that moves further, in pixels, drags and does not choose.

  let scene = null;
  let parts = null;
  let pressed = { clientX: 0, clientY: 0 };

  const graph = () => document.querySelector("#map .js-plotly-plot");

  // plotly's elements by what they stand for; null while the map is not drawn.
  function find() {
    const root = graph();
    if (!root || !root.data) return null;
    const shapes = new Map();
    for (const path of root.querySelectorAll(".choroplethlayer path")) {
      const location = path.__data__ && path.__data__.loc;
      if (location) shapes.set(location, path);
    }
    if (shapes.size === 0) return null;
    const names = new Map();
    const borders = new Map();
    for (const group of root.querySelectorAll(".scatterlayer .trace")) {
      const trace = group.__data__[0].trace;
      if (trace.mode === "text") {
        group.querySelectorAll("text").forEach((text, index) => names.set(trace.ids[index], text));
      } else {
        for (const path of group.querySelectorAll("path")) borders.set(trace.name, path);
      }
    }
    const widths = new Map([...names.keys()].map((iso) => [iso, shapes.get(iso).getBBox().width]));
    return { shapes, names, borders, widths, places: placesOf(names), outline: outlineIn(root) };
  }

  function paint() {
    if (!scene || !parts) return;
    const { view, standings, record } = scene;
    for (const [iso, path] of parts.shapes) {
      if (iso === "backdrop") continue;
      mark(path, iso, standings[iso], view.state);
    }
    for (const [iso, path] of parts.borders) {
      mark(path, null, standings[iso], null);
      path.dataset.border = iso;
      path.style.display = record.natoSince[iso] <= view.date ? "" : "none";
    }
    outline(view.state);
    for (const [iso, text] of parts.names) name(text, iso, standings[iso], record, view.date);
  }

  const HATCHED = ["notified", "suspension"];

  // The patterns for what is running out or disputed; their colours come from the style sheet.
  function addHatching() {
    const svg = '<svg class="hatching" width="0" height="0" aria-hidden="true"><defs></defs></svg>';
    document.body.insertAdjacentHTML("beforeend", svg);
    document.querySelector(".hatching defs").innerHTML = HATCHED.map(
      (standing, index) =>
        `<pattern id="hatch-${standing}" data-standing="${standing}" width="7" height="7" ` +
        `patternUnits="userSpaceOnUse" patternTransform="rotate(${index ? -45 : 45})">` +
        '<rect width="7" height="7"/><rect class="hatch-line" width="1.4" height="7"/></pattern>',
    ).join("");
  }

  function mark(path, iso, standing, chosen) {
    if (iso) path.dataset.iso = iso;
    if (path.dataset.standing !== standing) {
      path.dataset.standing = standing;
      if (HATCHED.includes(standing)) path.style.setProperty("--hatch", `url(#hatch-${standing})`);
      else path.style.removeProperty("--hatch");
    }
    path.dataset.chosen = String(iso !== null && iso === chosen);
  }

  // The outline of the chosen state: a copy of its shape, above the borders and below the names.
  function outline(iso) {
    const shape = parts.shapes.get(iso);
    const path = shape && shape.getAttribute("d");
    parts.outline.style.display = path ? "" : "none";
    if (path && parts.outline.getAttribute("d") !== path) parts.outline.setAttribute("d", path);
  }

  function outlineIn(root) {
    const known = root.querySelector(".chosen-outline");
    if (known) return known;
    const traces = [...root.querySelectorAll(".scatterlayer .trace")];
    const layer = traces.at(-1);
    const made = document.createElementNS(layer.namespaceURI, "path");
    made.setAttribute("class", "chosen-outline");
    layer.parentNode.insertBefore(made, layer);
    return made;
  }

  // A name has a second line where the standing has something to say: "out in 14 days".
  function name(text, iso, standing, record, day) {
    text.dataset.standing = standing;
    const below = belowName(iso, standing, record, day).find((words) => hasRoom(iso, words)) || "";
    let line = text.querySelector(".below");
    if (!line) {
      const above = document.createElementNS(text.namespaceURI, "tspan");
      above.textContent = text.textContent;
      line = document.createElementNS(text.namespaceURI, "tspan");
      line.setAttribute("class", "below");
      line.setAttribute("dy", "1.15em");
      above.setAttribute("x", 0);
      line.setAttribute("x", 0);
      text.replaceChildren(above, line);
    }
    if (line.textContent !== below) line.textContent = below;
  }

  function hasRoom(iso, below) {
    const width = below.length * LETTER;
    if (width > ROOM * parts.widths.get(iso)) return false;
    const { x, y } = parts.places.get(iso);
    for (const [other, place] of parts.places) {
      if (other === iso) continue;
      const near = Math.abs(place.y - (y + LINE)) < LINE;
      if (near && Math.abs(place.x - x) < width / 2 + place.half) return false;
    }
    return true;
  }

  // Where the names stand on the screen, and half their widths.
  function placesOf(names) {
    const places = new Map();
    for (const [iso, text] of names) {
      const matrix = text.getCTM();
      const letters = (text.querySelector("tspan") || text).textContent.length;
      places.set(iso, { x: matrix.e, y: matrix.f, half: (letters * LETTER) / 2 });
    }
    return places;
  }

  // What may stand below a name, the longest words first.
  function belowName(iso, standing, record, day) {
    const left = flankwatch.record.daysLeft(record, iso, day);
    if (left === null || standing !== "notified") return [record.onMap[standing]];
    const { outIn, outInShort } = record.texts;
    return [outIn, outInShort].map((text) => flankwatch.record.counted(text, left));
  }

  // Marks which shapes carry a context colour: those of states that the headline is not about.
  function markContext() {
    const told = new Set(scene.record.told);
    for (const [iso, path] of parts.shapes) {
      path.dataset.context = iso === "backdrop" ? "land" : String(!told.has(iso));
    }
  }

  // Paper shows the drawing scaled: the style sheet for print needs to know how large it is.
  function tellSize() {
    const map = document.getElementById("map");
    map.style.setProperty("--drawn-width", map.clientWidth);
    map.style.setProperty("--drawn-height", map.clientHeight);
  }

  function tip(event) {
    const element = document.getElementById("map-tip");
    const iso = event && event.points[0].location;
    const state = iso && flankwatch.record.stateOf(scene.record, iso);
    element.hidden = !state;
    if (!state) return;
    const { standings, record, view } = scene;
    const standing = standings[iso];
    const left = flankwatch.record.daysLeft(record, iso, view.date);
    const more = left === null ? "" : `, ${flankwatch.record.counted(record.texts.daysLeft, left)}`;
    element.textContent = `${state.name}: ${record.words[standing]}${more}`;
    const box = element.parentNode.getBoundingClientRect();
    const x = Math.min(event.event.clientX - box.left, box.width - element.offsetWidth - 16);
    element.style.left = `${Math.max(x, 0)}px`;
    element.style.top = `${event.event.clientY - box.top}px`;
  }

  function listen(root) {
    if (root.dataset.listening) return;
    root.dataset.listening = "yes";
    root.on("plotly_afterplot", drawn);
    root.addEventListener("pointerdown", (event) => {
      pressed = event;
    }, true);
    root.on("plotly_click", ({ event, points }) => {
      const iso = points[0].location;
      const moved = Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY);
      if (iso && iso !== "backdrop" && moved < STILL) flankwatch.intents.send("state", iso);
    });
    root.on("plotly_hover", tip);
    root.on("plotly_unhover", () => tip(null));
  }

  function drawn() {
    parts = find();
    if (!parts || !scene) return;
    markContext();
    tellSize();
    paint();
    document.getElementById("map").dataset.drawn = "yes";
  }

  // plotly arrives after the page; until the map is there, look again with every frame.
  function wait() {
    const root = graph();
    if (root && root.on) listen(root);
    drawn();
    if (!parts) window.requestAnimationFrame(wait);
  }

  flankwatch.map = {
    show(next) {
      const first = scene === null;
      scene = next;
      if (first) {
        addHatching();
        wait();
      } else paint();
    },
  };
})((window.flankwatch = window.flankwatch || {}));
