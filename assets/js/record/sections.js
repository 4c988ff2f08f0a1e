// The sections of the record: one that was asked for comes to the top, and the link to the one that is
// read is marked.

import { all } from "../core/dom.js";
import { newness } from "../core/newness.js";
import { now } from "../state/store.js";

const LINE = 0.3; // What part of the screen lies above the line that is being read.
const TRIES = 3; // Display frames in which a section that was gone to may still move.
const FADE = 28; // Pixels at the ends of the row of links, where a phone lets them fade out.

const newSection = newness();

let asked = null; // The section in the address.
let isWaiting = false; // Whether the next display frame marks anew.

// The section that the line runs through, or the one that was asked for where that begins on the
// screen above the line. The end of the page can come no further up: there, the whole screen counts.
function sectionRead() {
  const end = document.documentElement.scrollHeight - window.innerHeight;
  const isEnd = window.scrollY > end - 2;
  const line = (isEnd ? 1 : LINE) * window.innerHeight;
  const sections = all("[data-section]").map((element) => ({
    name: element.dataset.section,
    top: Math.round(element.getBoundingClientRect().top),
  }));
  const above = sections.filter(({ top }) => top <= line);
  const nearest = Math.max(...above.map(({ top }) => top));
  const wanted = above.find(({ name, top }) => name === asked && (top > 0 || top === nearest));
  return (wanted || above.find(({ top }) => top === nearest) || sections[0])?.name;
}

function markLink() {
  isWaiting = false;
  const name = sectionRead();
  if (!name || !newSection(name)) return;
  for (const link of all("[data-section-link]")) {
    if (link.dataset.sectionLink !== name) {
      link.removeAttribute("aria-current");
      continue;
    }
    link.setAttribute("aria-current", "location");
    const row = link.parentElement;
    const [from, to] = [link.offsetLeft - row.offsetLeft, row.clientWidth - link.offsetWidth];
    if (from < row.scrollLeft + FADE || from > row.scrollLeft + to - FADE) {
      row.scrollLeft = from - FADE;
    }
  }
}

function markLater() {
  if (isWaiting || !asked && !document.querySelector("[data-section]")) return;
  isWaiting = true;
  window.requestAnimationFrame(markLink);
}

const newGoal = newness();

// Long lists above it are laid out only as they come near, and may push it away again.
function scrollTo(section, tries) {
  section.scrollIntoView();
  if (tries) window.requestAnimationFrame(() => scrollTo(section, tries - 1));
}

function goTo(name) {
  const section = document.querySelector(`[data-section="${name}"]`);
  // As long as parts above it are under way, they would push it down again.
  const isSettled = !document.querySelector("#record-screen .awaited");
  if (!section || !isSettled || !newGoal(name)) return;
  const go = () =>
    window.setTimeout(() => {
      section.querySelector("h2").focus({ preventScroll: true });
      scrollTo(section, TRIES);
    });
  // When a page is loaded anew, the browser first scrolls to where it was.
  if (document.readyState === "complete") go();
  else window.addEventListener("load", go, { once: true });
}

export function showSections({ view, before }) {
  if (!view.section || (before && before.section !== view.section)) newGoal(null);
  if (view.section) goTo(view.section);
  asked = view.section;
  markLater();
}

export function listenToSections() {
  for (const kind of ["scroll", "resize"]) {
    window.addEventListener(kind, () => now().view && markLater(), { passive: true });
  }
}
