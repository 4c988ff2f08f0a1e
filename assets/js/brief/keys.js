// What keys mean on the stage. Nothing here knows the page.

import { keyOf } from "../core/keyboard.js";

const ALWAYS = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  Enter: "next",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  Backspace: "back",
  Home: "first",
  End: "last",
  F5: "full",
  Escape: "leave",
  ".": "black",
  ",": "white",
  "?": "keys",
};
const LETTERS = {
  n: "next",
  b: "black",
  w: "white",
  f: "full",
  s: "notes",
  o: "list",
  t: "theme",
};
const REPEATED = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"];
const LONGEST = 3; // Digits of a number.

// What is to be done for a key, and the number that is being written after it. `isLetterOn` says
// whether single letters count. Without an `act` the key is the browser's.
export function meaning(event, number, isLetterOn) {
  const nothing = { act: null, number: "" };
  const isF5 = event.key === "F5";
  if (event.ctrlKey || event.metaKey || event.altKey) return { act: null, number };
  if (event.repeat && !REPEATED.includes(event.key)) return { act: isF5 ? "none" : null, number };
  const key = keyOf(event);
  if (/^\d$/.test(key)) return { act: "write", number: (number + key).slice(-LONGEST) };
  if (key === "Enter" && number) return { act: "go", number: "", value: number };
  if (key === " " && event.shiftKey) return { act: "back", number: "" };
  const act = ALWAYS[key] || (isLetterOn && LETTERS[key]);
  return act ? { act, number: "" } : nothing;
}
