// What is pressed, clicked and swiped on the stage. Nothing of it reaches the page below.

import { all } from "../core/dom.js";
import { remembered } from "../core/storage.js";
import { meaning } from "./keys.js";

const WIDE = 60; // Pixels of a swipe.
const FORGOTTEN = 3000; // Milliseconds after which a number that was begun counts no more.
const OWN = "a, button, dialog, input, select, textarea, summary";
const MODIFIERS = ["Shift", "Control", "Alt", "Meta"];

const lettersOn = () => remembered("flankwatch-keys") !== "off";

// Keeps the number that is being written for a while; `write` shows it.
function numberKept(write) {
  let number = "";
  let forgetting = 0;
  const keep = (next) => {
    if (next === number) return;
    number = next;
    write(number);
    window.clearTimeout(forgetting);
    if (number) forgetting = window.setTimeout(() => keep(""), FORGOTTEN);
  };
  return { keep, now: () => number };
}

function onKeys({ acts, wake, write }) {
  const number = numberKept(write);
  return (event) => {
    event.stopImmediatePropagation();
    if (MODIFIERS.includes(event.key)) return;
    if (wake()) {
      event.preventDefault();
      return;
    }
    if (document.querySelector("dialog[open]")) return; // It closes itself with Esc.
    const isButton = event.target.closest?.(OWN) && [" ", "Enter"].includes(event.key);
    const { act, number: next, value } = meaning(event, number.now(), lettersOn());
    number.keep(next);
    if (!act || (isButton && act !== "go")) return;
    event.preventDefault();
    acts[act]?.(value);
  };
}

function onClicks({ acts, wake }, swipe) {
  return (event) => {
    const { act, go } = event.target.closest("[data-act], [data-go]")?.dataset || {};
    // A click that a key makes counts no presses (UI Events: detail), and ends no swipe.
    if (wake() || (swipe.ended && event.detail)) return;
    if (go) {
      event.target.closest("dialog")?.close();
      acts.show(go);
    } else if (act) acts[act]();
    else if (event.target instanceof HTMLDialogElement) event.target.close();
    else if (!event.target.closest(OWN) && !String(window.getSelection())) acts.next();
  };
}

function listenToSwipes(stage, { acts }, swipe) {
  let from = null;
  stage.addEventListener("pointerdown", ({ pointerType, clientX, clientY }) => {
    swipe.ended = false; // A click after it is one of its own.
    from = pointerType === "touch" ? { x: clientX, y: clientY } : null;
  });
  const onUp = ({ clientX, clientY }) => {
    if (!from) return;
    const [across, down] = [clientX - from.x, clientY - from.y];
    from = null;
    if (Math.abs(across) < WIDE || Math.abs(across) < 2 * Math.abs(down)) return;
    swipe.ended = true;
    acts[across < 0 ? "next" : "back"]();
  };
  stage.addEventListener("pointerup", onUp);
}

// `does.acts` does what a key or a button says, `does.wake` takes a black or white screen away and says
// whether there was one, `does.write` shows the number that is begun. It ends with `signal`.
export function listen(stage, does, signal) {
  const swipe = { ended: false }; // The click with which a swipe ends is no click.
  window.addEventListener("keydown", onKeys(does), { capture: true, signal });
  stage.addEventListener("click", onClicks(does, swipe));
  listenToSwipes(stage, does, swipe);
}

// What is below the stage can neither be reached nor heard while it is there.
export function coverPage(isCovered) {
  for (const part of all("body > *:not(#brief)")) part.inert = isCovered;
}
