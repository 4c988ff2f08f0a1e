// The notes of a scene and its sources, as they stand in the notes window and on paper.

import { el } from "./elements.js";

const list = (name, items) => el("ul", name, {}, ...items.map((item) => el("li", "", {}, item)));

export function notesOf({ notes = [], sources = [], quotes = [] }, { texts }) {
  const credits = quotes.filter(({ credit }) => credit && !notes.some((note) => note.includes(credit)));
  const said = [...notes, ...credits.map(({ by, credit }) => `${by}: ${credit}`)];
  return [
    said.length ? list("notes-said", said) : el("p", "notes-said", {}, texts.noNotes),
    sources.length ? el("p", "notes-sources-title", {}, texts.sources) : null,
    sources.length ? list("notes-sources", sources) : null,
  ];
}
