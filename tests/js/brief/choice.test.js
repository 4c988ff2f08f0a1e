import assert from "node:assert/strict";
import test from "node:test";

import { choice, placeOf } from "../../../assets/js/brief/choice.js";

const scene = (id) => ({ id });
const brief = {
  states: { FIN: "Finland", SWE: "Sweden" },
  told: { "": ["now", "border", "next"], FIN: ["now", "FIN"] },
  scenes: ["now", "border", "next", "FIN"].map(scene),
  texts: { badScene: "no {value}", noneLeft: "none", badAbout: "nothing about {name}" },
};
const chosen = (view) => {
  const { chosen: scenes, notices, place } = choice(brief, view);
  return [scenes.map(({ id }) => id).join(" "), place, notices.join("; ")];
};

test("without a word of it, the usual scenes are told from the first on", () => {
  assert.deepEqual(chosen({}), ["now border next", 0, ""]);
});

test("of a state its own scenes are told; of one without any, those of all", () => {
  assert.deepEqual(chosen({ state: "FIN" }), ["now FIN", 0, ""]);
  assert.deepEqual(chosen({ state: "SWE" }), ["now border next", 0, "nothing about Sweden"]);
});

test("scenes= chooses and orders; what is unknown is said and left out", () => {
  assert.deepEqual(chosen({ scenes: ["next", "fin", "now", "next"] }), ["next FIN now", 0, ""]);
  assert.deepEqual(chosen({ scenes: ["now", "bordr"] }), ["now", 0, "no bordr"]);
  assert.deepEqual(chosen({ scenes: ["bordr"] }), ["now border next", 0, "no bordr; none"]);
});

test("a scene is named by its id or its number", () => {
  assert.deepEqual(chosen({ scene: "border" }), ["now border next", 1, ""]);
  assert.deepEqual(chosen({ scene: "3" }), ["now border next", 2, ""]);
  assert.equal(placeOf(brief.scenes, "0"), -1);
  assert.equal(placeOf(brief.scenes, "5"), -1);
  assert.deepEqual(chosen({ scene: "bordr" }), ["now border next", 0, "no bordr"]);
});

test("a scene of the day that is not told by itself stands first where it is asked for", () => {
  assert.deepEqual(chosen({ scene: "FIN" }), ["FIN now border next", 0, ""]);
});
