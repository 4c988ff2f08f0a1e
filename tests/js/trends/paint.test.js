import assert from "node:assert/strict";
import { test } from "node:test";

import { painted } from "../../../assets/js/trends/paint.js";

const shout = (token) => token.toUpperCase();

test("every colour that is named is given, wherever it stands", () => {
  const figure = { data: [{ line: { color: "var(--party)" }, x: [1, null] }], layout: { font: { color: "var(--ink-second)" } } };
  assert.deepEqual(painted(figure, shout), {
    data: [{ line: { color: "PARTY" }, x: [1, null] }],
    layout: { font: { color: "INK-SECOND" } },
  });
});

test("texts that only hold such a name, and what is no text, stay", () => {
  const part = { text: "see var(--ink)", width: 2, shown: true, empty: null };
  assert.deepEqual(painted(part, shout), part);
});

test("the figure itself is not changed", () => {
  const figure = { color: "var(--ink)" };
  painted(figure, shout);
  assert.equal(figure.color, "var(--ink)");
});
