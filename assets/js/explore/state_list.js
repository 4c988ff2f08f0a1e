// The list of states. To the keyboard it is one stop: arrows, Home, End and first letters move in it,
// Enter and space choose. The state that the keyboard is on is outlined on the map.

import { all, byId, setText } from "../core/dom.js";
import { keyOf } from "../core/keyboard.js";
import { newness } from "../core/newness.js";
import { begun, namesOf } from "../core/search.js";
import { pointTo } from "../map/map.js";
import { chooseState } from "../state/choose.js";
import { standingIn } from "../state/frames.js";
import { now } from "../state/store.js";
import { statesOf } from "../state/view.js";

const TYPING = 700; // Milliseconds in which letters belong to one word.

const newList = newness();
const options = () => all("[role=option]", byId("state-list"));

let typed = "";
let lastKey = 0;

export function showStateList(scene) {
  const { view, frame, record } = scene;
  const chosen = statesOf(view);
  const every = options();
  // Beyond the region standings change on other days, too.
  const day = every.length > record.states.length ? view.date : frame.day;
  if (!newList(day, chosen, every.length)) return;
  for (const option of every) {
    const standing = standingIn(scene, option.dataset.iso);
    option.dataset.standing = standing;
    option.querySelector(".swatch").dataset.standing = standing;
    setText(option.querySelector(".state-standing"), record.words[standing]);
    option.setAttribute("aria-selected", String(chosen.includes(option.dataset.iso)));
  }
}

function stopAt(option) {
  for (const other of options()) other.tabIndex = other === option ? 0 : -1;
}

function go(option) {
  if (!option) return;
  stopAt(option);
  option.focus();
}

function named(letters, from) {
  const every = options();
  const start = every.indexOf(from) + (letters.length > 1 ? 0 : 1);
  const turned = [...every.slice(start), ...every.slice(0, start)];
  const { record } = now();
  const names = turned.map((option) =>
    namesOf(option.querySelector(".state-name").textContent, option.dataset.iso, record),
  );
  return turned[begun(letters, names)];
}

function onKey(event) {
  const option = event.target.closest("#state-list [role=option]");
  if (!option || event.ctrlKey || event.metaKey || event.altKey) return;
  const every = options();
  const at = every.indexOf(option);
  const moves = {
    ArrowDown: every[at + 1],
    ArrowRight: every[at + 1],
    ArrowUp: every[at - 1],
    ArrowLeft: every[at - 1],
    Home: every[0],
    End: every.at(-1),
  };
  if (event.key in moves) go(moves[event.key]);
  else if (event.key === "Enter" || event.key === " ") chooseState(option.dataset.iso, event);
  else if (/^\p{L}$/u.test(event.key)) {
    const letter = keyOf(event);
    typed = event.timeStamp - lastKey < TYPING ? typed + letter : letter;
    lastKey = event.timeStamp;
    go(named(typed, option));
  } else return;
  event.preventDefault();
  event.stopPropagation(); // These keys mean nothing else here.
}

function onFocus(event) {
  const option = event.target.closest?.("#state-list [role=option]");
  pointTo(option ? option.dataset.iso : null);
  if (option) stopAt(option);
}

export function listenToStateList() {
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("focusout", () => pointTo(null));
}
