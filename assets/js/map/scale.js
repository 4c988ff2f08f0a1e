// How large the map is seen, and which part of it. The drawing is only scaled, never drawn again.

const MOST = 8;

const seen = { zoom: 1, x: 0, y: 0 }; // x, y: how far it is moved from the middle, in pixels.
const changed = [];

const between = (value, least, most) => Math.min(Math.max(value, least), most);

export const zoomLevel = () => seen.zoom;
export const canGrow = () => seen.zoom < MOST;
export const canShrink = () => seen.zoom > 1;

// Calls with { zoom, x, y } whenever they change.
export function onScale(call) {
  changed.push(call);
}

// Moves the drawing within a window of this size: the edge of what is seen without zoom is the edge
// of what can be reached.
export function moveTo(x, y, { width, height }) {
  seen.x = between(x, (-width * (seen.zoom - 1)) / 2, (width * (seen.zoom - 1)) / 2);
  seen.y = between(y, (-height * (seen.zoom - 1)) / 2, (height * (seen.zoom - 1)) / 2);
  for (const call of changed) call({ ...seen });
}

export const moveBy = (x, y, size) => moveTo(seen.x + x, seen.y + y, size);

// Scales the drawing; `at`, a point from the middle of the window, stays where it is.
export function scaleTo(wanted, at, size) {
  const zoom = between(wanted, 1, MOST);
  const x = at.x - ((at.x - seen.x) * zoom) / seen.zoom;
  const y = at.y - ((at.y - seen.y) * zoom) / seen.zoom;
  seen.zoom = zoom;
  moveTo(x, y, size);
}
