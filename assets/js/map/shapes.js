// The map's shapes as the server packs them for the page (dashboard/panels/explore/packed_shapes.py), and the
// GeoJSON that plotly draws.

const FIRST = "#".charCodeAt(0);
const BASE = 512;

// The smallest digit of a number comes first, and BASE is added to all but its last.
export function numbers(text) {
  const found = [];
  let [number, worth] = [0, 1];
  for (let place = 0; place < text.length; place += 1) {
    const digit = text.charCodeAt(place) - FIRST;
    number += (digit % BASE) * worth;
    worth *= BASE;
    if (digit >= BASE) continue;
    found.push(number % 2 ? -(number + 1) / 2 : number / 2);
    [number, worth] = [0, 1];
  }
  return found;
}

// The points of every arc in degrees; an arc begins where the one before has ended.
function drawn({ arcs, unit }) {
  let [x, y] = [0, 0];
  return arcs.map((text) => {
    const [steps, points] = [numbers(text), []];
    for (let place = 0; place < steps.length; place += 2) {
      x += steps[place];
      y += steps[place + 1];
      points.push([x / unit, y / unit]);
    }
    return points;
  });
}

// A negative number is an arc from its end. Each arc begins at the last point of the one before.
function ring(places, arcs) {
  const lines = places.map((place) => (place < 0 ? arcs[~place].toReversed() : arcs[place]));
  return [lines[0][0], ...lines.flatMap((line) => line.slice(1))];
}

// The files of GeoJSON by their addresses.
export function unpacked(packed) {
  const arcs = drawn(packed);
  const feature = ([id, parts]) => {
    const coordinates = parts.map((rings) => rings.map((places) => ring(places, arcs)));
    return { type: "Feature", id, properties: {}, geometry: { type: "MultiPolygon", coordinates } };
  };
  const collection = (shapes) => {
    return { type: "FeatureCollection", features: Object.entries(shapes).map(feature) };
  };
  const files = Object.entries(packed.files);
  return Object.fromEntries(files.map(([address, shapes]) => [address, collection(shapes)]));
}
