// The parts of the page that are files of their own. Each is fetched once, and kept so that the
// server may go away.

import { all, made } from "./dom.js";
import { isCopy } from "./kept_days.js";

const kept = new Map(); // The promise of each fragment, by name.
let arrivals = 0; // How many fragments were put in their places.
let folder = "";
let otherRecord = () => {};

// Whether the server says that it has another record by now. A mere 404 says only that a file is lost,
// but of a copy: a host of plain files says no more of what a newer copy has replaced.
export const isOfAnotherRecord = (answer) => answer?.status === (isCopy() ? 404 : 410);

// Where fragments are: the folder of this record's version. Of another record, `changed` is told.
export function fragmentsAreIn(address, changed) {
  folder = address;
  otherRecord = changed;
}

export const folderOfFragments = () => folder;

// A fragment, or another file, cannot be had: the server is away, or serves another record.
export class Unavailable extends Error {}

async function fetched(name) {
  const answer = await fetch(`${folder}${name}.html`).catch(() => null);
  if (isOfAnotherRecord(answer)) otherRecord();
  const text = answer?.ok ? await answer.text().catch(() => null) : null;
  if (text === null) throw new Unavailable(name);
  const template = document.createElement("template");
  template.innerHTML = text;
  return template.content;
}

// The content of a fragment. Whoever wants it for the page takes it out or copies it.
export function fragment(name) {
  if (!kept.has(name)) {
    const promise = fetched(name);
    kept.set(name, promise);
    promise.catch(() => kept.delete(name)); // Whoever asks again tries again.
  }
  return kept.get(name);
}

// Says in a place that a fragment is under way, or that it could not be had and how to try again.
export function sayWaiting(place, texts) {
  place.setAttribute("aria-busy", "true");
  place.replaceChildren(made("p", { text: texts.fragmentLoading, name: "awaited-note" }));
}

export function sayFailed(place, texts, tryAgain) {
  place.removeAttribute("aria-busy");
  const button = made("button", { text: texts.tryAgain, name: "control" });
  button.addEventListener("click", tryAgain);
  const note = made("p", { text: texts.fragmentFailed, name: "awaited-note" });
  note.setAttribute("role", "alert");
  place.replaceChildren(note, button);
}

// Puts a fragment in the place that waits for it, and calls back when it is there.
export async function place(name, texts, done) {
  const waiting = document.querySelector(`.awaited[data-fragment="${name}"]`);
  if (!waiting || waiting.ariaBusy === "true") return;
  sayWaiting(waiting, texts);
  const before = arrivals;
  try {
    const content = await fragment(name);
    arrivals += 1;
    waiting.replaceWith(content);
    done();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    sayFailed(waiting, texts, () => place(name, texts, done));
    if (arrivals > before) await place(name, texts, done); // The line is back: others came meanwhile.
  }
}

// An element of a fragment by its id, in the page or still out of it.
export async function elementOf(name, id) {
  return document.getElementById(id) || (await fragment(name)).getElementById(id);
}

// Fetches these one after the other, so that what a reader wants meanwhile comes first, and gives
// `keep(name, content)` each. Says whether all of them came: one that did not is asked for again when it
// is needed, and then it is said.
export async function fetchAll(names, keep) {
  let isWhole = true;
  for (const name of names) {
    try {
      keep(name, await fragment(name));
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      isWhole = false;
    }
  }
  return isWhole;
}

// What the pointer or the keyboard is on is likely to be wanted next.
export function fetchEarly(names) {
  for (const name of names) fragment(name).catch(() => {});
}

export const waitingPlaces = () => all(".awaited[data-fragment]").map(({ dataset }) => dataset.fragment);
