import assert from "node:assert/strict";
import test from "node:test";

import { numbers, unpacked } from "../../../assets/js/map/shapes.js";

const code = (...digits) => String.fromCharCode(...digits.map((digit) => 35 + digit));

test("a number is one character, or more if it is large", () => {
  assert.deepEqual(numbers(code(0, 1, 2, 511)), [0, -1, 1, -256]);
  assert.deepEqual(numbers(code(512, 1, 3)), [256, -2]);
  assert.deepEqual(numbers(code(512 + 64, 512 + 191, 1)), [180_000]);
});

test("neighbours share an arc, and each runs along it in its own direction", () => {
  const arcs = [code(0, 0, 0, 20), code(0, 0, 20, 0, 0, 19, 19, 0), code(0, 20, 19, 0, 0, 19, 20, 0)];
  const files = { "a.geojson": { AAA: [[[0, ~1]]], BBB: [[[~0, ~2]]] } };
  const { "a.geojson": file } = unpacked({ unit: 10, arcs, files });
  assert.deepEqual(
    file.features.map(({ id }) => id),
    ["AAA", "BBB"],
  );
  const rings = file.features.map(({ geometry }) => geometry.coordinates[0][0]);
  assert.deepEqual(rings[0].slice(0, 2), [
    [0, 0],
    [0, 1],
  ]);
  assert.deepEqual(rings[1].slice(0, 2), [
    [0, 1],
    [0, 0],
  ]);
  for (const ring of rings) assert.equal(ring.length, 5);
});
