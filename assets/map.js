// The map: once plotly has drawn it, its shapes are marked with state and standing, and the style
// sheet colours them. Nothing is drawn again when the day changes.
(function (flankwatch) {
  "use strict";

  const LINE = 15; // Pixels from line to line.
  const FAR = 120; // Pixels to each side beyond which no line reaches.
  const STEP = 4;
  const REST = 120; // Milliseconds after which a map that grew is taken to rest.

  let scene = null;
  let parts = null;
  let resting = 0;
  let pointed = null; // The state that the keyboard is on.

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
    const outlines = {
      chosen: [outlineIn(root, "chosen-casing"), outlineIn(root, "chosen-outline")],
      pointed: [outlineIn(root, "pointed-outline")],
    };
    return { shapes, names, borders, rooms: roomsFor(names, shapes), sizes: flankwatch.names.measure(names), outlines };
  }

  function paint() {
    if (!scene || !parts) return;
    const { view, standings, record } = scene;
    const chosen = flankwatch.view.states(view);
    for (const [iso, path] of parts.shapes) {
      if (iso === "backdrop") continue;
      mark(path, iso, standings[iso], chosen);
    }
    for (const [iso, path] of parts.borders) {
      mark(path, null, standings[iso], []);
      path.dataset.border = iso;
      path.style.display = record.natoSince[iso] <= view.date ? "" : "none";
    }
    outline(parts.outlines.chosen, chosen);
    flankwatch.names.show(parts, scene);
  }

  // Lines keep their distance on the screen however large the map is; on a wall it is larger.
  function fitHatching() {
    const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const scale = Math.max(letters, 1) / flankwatch.zoom.level();
    for (const pattern of document.querySelectorAll(".hatching pattern")) {
      const turn = `rotate(${pattern.dataset.turn}) scale(${scale})`;
      if (pattern.getAttribute("patternTransform") !== turn) {
        pattern.setAttribute("patternTransform", turn);
      }
    }
  }

  function mark(path, iso, standing, chosen) {
    if (iso) path.dataset.iso = iso;
    if (path.dataset.standing !== standing) {
      path.dataset.standing = standing;
      if (document.getElementById(`hatch-${standing}`)) path.style.setProperty("--hatch", `url(#hatch-${standing})`);
      else path.style.removeProperty("--hatch");
    }
    path.dataset.chosen = String(chosen.includes(iso));
  }

  // An outline is a copy of shapes, above the borders and below the names.
  function outline(elements, states) {
    const shapes = states.map((iso) => parts.shapes.get(iso)).filter(Boolean);
    const path = shapes.map((shape) => shape.getAttribute("d")).join("");
    for (const element of elements) {
      element.style.display = path ? "" : "none";
      if (element.getAttribute("d") !== path) element.setAttribute("d", path);
    }
  }

  function outlineIn(root, name) {
    const known = root.querySelector(`.${name}`);
    if (known) return known;
    const layer = [...root.querySelectorAll(".scatterlayer .trace")].at(-1);
    const made = document.createElementNS(layer.namespaceURI, "path");
    made.setAttribute("class", name);
    layer.parentNode.insertBefore(made, layer);
    return made;
  }

  // How wide second lines may be under the names and still lie within the states' shapes.
  function roomsFor(names, shapes) {
    const rooms = new Map();
    for (const [iso, text] of names) {
      try {
        rooms.set(iso, roomFor(text, shapes.get(iso)));
      } catch (error) {
        rooms.set(iso, 0); // No room is known: the map is drawn all the same, without the line.
        console.warn(error);
      }
    }
    return rooms;
  }

  function roomFor(text, shape) {
    const zoom = flankwatch.zoom.level();
    const place = text.getCTM();
    const toShape = shape.getCTM().inverse();
    const y = place.f + LINE / 2 / zoom;
    // Until 2025 browsers took points of the drawing only, and threw at others.
    const point = shape.ownerSVGElement.createSVGPoint();
    const inside = (along) => {
      point.x = place.e + along / zoom;
      point.y = y;
      return shape.isPointInFill(point.matrixTransform(toShape));
    };
    let half = 0;
    while (half < FAR && inside(half + STEP) && inside(-half - STEP)) half += STEP;
    return 2 * half;
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

  // The state under the pointer, if there is one.
  const stateAt = (target) => target.closest?.(".map-window path[data-iso]")?.dataset.iso;

  function tip(event) {
    const element = document.getElementById("map-tip");
    const iso = event && scene && stateAt(event.target);
    element.hidden = !iso;
    if (!iso) return;
    const { standings, record, view } = scene;
    const left = flankwatch.record.daysLeft(record, iso, view.date);
    const more = left === null ? "" : `, ${flankwatch.record.counted(record.texts.daysLeft, left)}`;
    const { name } = flankwatch.record.stateOf(record, iso);
    element.textContent = `${name}: ${record.words[standings[iso]]}${more}`;
    const box = element.parentNode.getBoundingClientRect();
    const x = event.clientX - box.left;
    const most = box.width - element.offsetWidth - 16;
    element.style.left = `${Math.max(Math.min(x, most), 0)}px`;
    element.style.top = `${event.clientY - box.top}px`;
  }

  document.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") tip(event);
  });
  document.addEventListener("click", (event) => {
    const iso = stateAt(event.target);
    if (iso && !flankwatch.zoom.dragged()) flankwatch.intents.chooseState(iso, event);
  });

  function listen(root) {
    if (root.dataset.listening) return;
    root.dataset.listening = "yes";
    root.on("plotly_afterplot", drawn);
  }

  function drawn() {
    parts = find();
    if (!parts || !scene) return;
    markContext();
    tellSize();
    fitHatching();
    paint();
    outline(parts.outlines.pointed, pointed ? [pointed] : []);
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
      if (first) wait();
      else paint();
    },
    // Outlines the state that the keyboard is on, in the list of states; null for none.
    point(iso) {
      if (pointed === iso || !parts) return;
      pointed = iso;
      outline(parts.outlines.pointed, iso ? [iso] : []);
    },
    // The map is larger or smaller: once it rests, other words have room.
    fit() {
      fitHatching();
      window.clearTimeout(resting);
      resting = window.setTimeout(() => {
        if (!parts) return;
        parts.rooms = roomsFor(parts.names, parts.shapes);
        parts.sizes = flankwatch.names.measure(parts.names);
        paint();
      }, REST);
    },
    // Where a state is drawn: the middle of its shape on the screen; null if it is not drawn.
    middleOf(iso) {
      const shape = parts?.shapes.get(iso) || document.querySelector(`.first-map [data-iso="${iso}"]`);
      const box = shape?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    },
  };
})((window.flankwatch = window.flankwatch || {}));
