// The names on the map and the lines below them: none lies on another, on the legend or on a button.
// Where two have no room, the more important one stays: a chosen state, then one that is leaving.
(function (flankwatch) {
  "use strict";

  const SLACK = 1.15; // A line may reach a little over its state’s border.
  const THINNER = 0.87; // Letters of second lines by those of names.
  const LEADING = 0.85; // From line to line, by the height of one.
  const IN_FRONT = "#legend, .zoom button";
  const ON_THE_WAY = new Set(["leaving", "notified", "withdrawn", "suspension"]);

  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  // Sizes on the screen, from the corner of the map's window. They are taken while the map rests, so
  // that nothing has to be measured while a day moves.
  function measure(names) {
    const frame = document.querySelector(".map-window").getBoundingClientRect();
    const within = (box) => ({
      left: box.left - frame.left,
      right: box.right - frame.left,
      top: box.top - frame.top,
      bottom: box.bottom - frame.top,
    });
    for (const text of names.values()) {
      text.style.display = "";
      secondLine(text).textContent = "";
    }
    const boxes = new Map();
    let width = 0;
    let letters = 0;
    for (const [iso, text] of names) {
      const box = text.getBoundingClientRect();
      width += box.width;
      letters += text.textContent.length;
      boxes.set(iso, within(box));
    }
    const inFront = [...document.querySelectorAll(IN_FRONT)]
      .filter((element) => element.checkVisibility())
      .map((element) => within(element.getBoundingClientRect()))
      .filter((box) => meet(box, within(frame)));
    return { boxes, inFront, letter: (THINNER * width) / letters };
  }

  function secondLine(text) {
    const known = text.querySelector(".below");
    if (known) return known;
    const [above, below] = [0, 1].map(() => document.createElementNS(text.namespaceURI, "tspan"));
    above.textContent = text.textContent;
    below.setAttribute("class", "below");
    below.setAttribute("dy", "1.15em");
    for (const line of [above, below]) line.setAttribute("x", 0);
    text.replaceChildren(above, below);
    return below;
  }

  function byRank(names, { view, standings }) {
    const chosen = flankwatch.view.states(view);
    const rank = (iso) => {
      if (chosen.includes(iso)) return 0;
      return ON_THE_WAY.has(standings[iso]) ? 1 : 2;
    };
    return [...names.keys()].sort((one, other) => rank(one) - rank(other));
  }

  // What may stand below a name, the longest words first.
  function words(iso, { standings, record, view }) {
    const left = flankwatch.record.daysLeft(record, iso, view.date);
    if (left !== null && standings[iso] === "notified") {
      const { outIn, outInShort } = record.texts;
      return [outIn, outInShort].map((text) => flankwatch.record.counted(text, left));
    }
    const below = record.below[iso];
    return below[flankwatch.record.indexOn(below, view.date, ([first]) => first)][1];
  }

  function boxBelow(name, text, letter) {
    const half = (text.length * letter) / 2;
    const middle = (name.left + name.right) / 2;
    const down = LEADING * (name.bottom - name.top);
    return { left: middle - half, right: middle + half, top: name.bottom, bottom: name.bottom + down };
  }

  flankwatch.names = {
    measure,
    // Shows what has room. `rooms` are the widths that lines may have within the states' shapes.
    show({ names, rooms, sizes: { boxes, inFront, letter } }, scene) {
      const taken = [...inFront];
      const free = (box) => !taken.some((other) => meet(box, other));
      const ranked = byRank(names, scene);
      const shown = new Set();
      for (const iso of ranked) {
        if (!free(boxes.get(iso))) continue;
        shown.add(iso);
        taken.push(boxes.get(iso));
      }
      for (const iso of ranked) {
        const text = names.get(iso);
        text.dataset.standing = scene.standings[iso];
        const display = shown.has(iso) ? "" : "none";
        if (text.style.display !== display) text.style.display = display;
        const below = shown.has(iso) && words(iso, scene).find((line) => {
          const box = boxBelow(boxes.get(iso), line, letter);
          return box.right - box.left <= SLACK * rooms.get(iso) && free(box);
        });
        if (below) taken.push(boxBelow(boxes.get(iso), below, letter));
        const line = secondLine(text);
        if (line.textContent !== (below || "")) line.textContent = below || "";
      }
    },
  };
})((window.flankwatch = window.flankwatch || {}));
