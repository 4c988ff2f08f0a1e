// What is looked at in a scene: boxes that leave the stage or lie on one another, what is left out,
// and how large letters are.
const SLACK = 0.2; // Of a line above and below, where no letter reaches into another line.
const PADDING = 0.7; // Of a column's padding that nothing may enter.
const DRAWN = `.stage-swatch, .stage-track, .stage-bar, .stage-mark, .stage-legends .stage-legend,
  .stage-source`;
const HOLDERS = `.stage-text, .stage-head, .stage-body, .stage-figures, .stage-lines, .stage-rows,
  .stage-picture:not(.stage-live), .stage-legend`;

const isShown = (element) =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const shownIn = (frame, selector) => [...frame.querySelectorAll(selector)].filter(isShown);
const words = (text) => text.trim().replace(/\s+/g, " ").slice(0, 50);
const meet = (one, other) =>
  one.left < other.right && other.left < one.right &&
  one.top < other.bottom && other.top < one.bottom;
const shrunk = ({ left, right, top, bottom }, across, down) => ({
  left: left + across, right: right - across, top: top + down, bottom: bottom - down,
});
const isWithin = (box, outer) =>
  box.left >= outer.left - 1 && box.right <= outer.right + 1 &&
  box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1;

// Every line of text: its element, its words, and its box without the air above and below.
function textsIn(frame) {
  const found = [];
  const walker = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (!line.width) continue;
      found.push({ element, what: words(node.data), ...shrunk(line, 1, SLACK * line.height) });
    }
  }
  return found;
}

const drawnIn = (frame) => shownIn(frame, DRAWN).map((element) => {
  const box = shrunk(element.getBoundingClientRect(), 0, 0);
  return { element, isDrawn: true, what: `.${element.className}`, ...box };
});

// Words may lie on what they are written in, on nothing else.
function mayMeet(one, other) {
  const isInside = one.element.contains(other.element) || other.element.contains(one.element);
  return isInside && (one.isDrawn || other.isDrawn);
}

function overlaps(parts) {
  const sorted = [...parts].sort((one, other) => one.top - other.top);
  return sorted.flatMap((one, index) => {
    const below = sorted.slice(index + 1);
    const end = below.findIndex(({ top }) => top >= one.bottom);
    return (end < 0 ? below : below.slice(0, end))
      .filter((other) => meet(one, other) && !mayMeet(one, other))
      .map((other) => `overlap: ${one.what} | ${other.what}`);
  });
}

function inside(column) {
  const style = getComputedStyle(column);
  const box = column.getBoundingClientRect();
  const pad = (side) => PADDING * parseFloat(style[`padding${side}`]);
  return {
    left: box.left + pad("Left"), right: box.right - pad("Right"),
    top: box.top + pad("Top"), bottom: box.bottom - pad("Bottom"),
  };
}

const beyond = (parts, frame) => parts.flatMap((part) => {
  const column = part.element.closest(".stage-text, .stage-picture");
  const isOut = !isWithin(part, frame.getBoundingClientRect()) ||
    (column && !isWithin(part, inside(column)));
  return isOut ? [`beyond its column: ${part.what}`] : [];
});

// Blocks that follow one another, and what is in a block but larger than it.
const blocks = (frame) => shownIn(frame, HOLDERS).flatMap((holder) => {
  const flows = (child) => {
    const { display, position } = getComputedStyle(child);
    return isShown(child) && display !== "contents" && position === "static";
  };
  const boxes = [...holder.children].filter(flows)
    .map((child) => ({ name: child.className || child.tagName, ...shrunk(child.getBoundingClientRect(), 1, 1) }));
  const found = boxes.flatMap((one, index) => boxes.slice(index + 1)
    .filter((other) => meet(one, other))
    .map((other) => `boxes: ${one.name} | ${other.name}`));
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = holder;
  const clips = getComputedStyle(holder).overflowY !== "visible";
  if (scrollWidth > clientWidth + 1) found.push(`wider than its box: ${holder.className}`);
  if (clips && scrollHeight > clientHeight + 1) found.push(`higher than its box: ${holder.className}`);
  return found;
});

// The legend stands on the map where that is wide, but on no state that is told about.
function statesUnderLegend(frame) {
  const found = new Set();
  for (const legend of shownIn(frame, ".stage-legends .stage-legend")) {
    const { left, top, width, height } = legend.getBoundingClientRect();
    for (let step = 0; step < 81; step += 1) {
      const [x, y] = [left + (width * (step % 9)) / 8, top + (height * Math.floor(step / 9)) / 8];
      for (const element of document.elementsFromPoint(x, y)) {
        if (element.closest(".stage-states")) found.add(`legend on ${element.dataset.iso}`);
      }
    }
  }
  return [...found];
}

// What is said by what is missing: names and second lines, figures, lines and quotes.
function leftOut(frame) {
  const parts = ".stage-figure, .stage-lines li, .stage-quote, .stage-live .stage-name";
  return [...frame.querySelectorAll(`.stage-scene:not([hidden]), .stage-live:not([hidden])`)]
    .flatMap((part) => [...part.querySelectorAll(parts)])
    .filter((part) => part.hidden)
    .map((part) => `left out: ${words(part.textContent)}`);
}

const OWN = { DT: "value", DD: "caption", FIGCAPTION: "attribution" };

function sizes(frame) {
  const unit = Math.min(innerHeight / 1080, innerWidth / 1440);
  const found = new Set();
  for (const { element } of textsIn(frame)) {
    const quote = element.closest("blockquote")?.parentElement.dataset.size;
    const name = quote ? `quote ${quote}` : OWN[element.tagName] || element.closest("[class]").className;
    found.add(`${name}: ${Math.round(parseFloat(getComputedStyle(element).fontSize) / unit)}`);
  }
  return [...found];
}

function faults(frame) {
  const parts = [...textsIn(frame), ...drawnIn(frame)];
  const found = [overlaps(parts), beyond(parts, frame), blocks(frame), statesUnderLegend(frame), leftOut(frame)];
  return [...new Set(found.flat())];
}

// The map says in words, too, how every state stands that is not just a party.
const bareNames = (frame) => shownIn(frame, ".stage-live .stage-name")
  .filter(({ dataset, lastChild }) => dataset.standing !== "party" && !isShown(lastChild))
  .map(({ dataset }) => `no second line: ${dataset.iso}`);

const faultsAndBareNames = (frame) => [...faults(frame), ...bareNames(frame)];
