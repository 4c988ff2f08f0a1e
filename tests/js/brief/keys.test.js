import assert from "node:assert/strict";
import test from "node:test";

import { meaning } from "../../../assets/js/brief/keys.js";

const pressed = (key, more = {}, number = "", isLetterOn = true) =>
  meaning({ key, code: "", ...more }, number, isLetterOn).act;

test("what remotes send goes on and back", () => {
  for (const key of ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"]) {
    assert.equal(pressed(key), "next", key);
  }
  for (const key of ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]) assert.equal(pressed(key), "back", key);
  assert.equal(pressed(" ", { shiftKey: true }), "back");
  assert.equal(pressed("F5"), "full");
  assert.equal(pressed("F5", { shiftKey: true }), "full");
  assert.equal(pressed("b"), "black");
  assert.equal(pressed("."), "black");
});

test("a key that is held repeats arrows only, and never reloads", () => {
  assert.equal(pressed("ArrowRight", { repeat: true }), "next");
  assert.equal(pressed(" ", { repeat: true }), null);
  assert.equal(pressed("F5", { repeat: true }), "none");
});

test("letters count unless single keys are off; the others always do", () => {
  assert.equal(pressed("w", {}, "", false), null);
  assert.equal(pressed(",", {}, "", false), "white");
  assert.equal(pressed("Escape", {}, "", false), "leave");
  assert.equal(pressed("и", { code: "KeyB" }), "black");
});

test("a number and Enter go to that scene", () => {
  const first = meaning({ key: "1", code: "Digit1" }, "", false);
  const second = meaning({ key: "2", code: "Digit2" }, first.number, false);
  assert.deepEqual(meaning({ key: "Enter" }, second.number, false), { act: "go", number: "", value: "12" });
  assert.equal(meaning({ key: "ArrowRight" }, "12", false).number, "");
});

test("with modifiers a key is the browser's", () => {
  assert.equal(pressed("ArrowLeft", { altKey: true }), null);
  assert.equal(pressed("t", { ctrlKey: true }), null);
});
