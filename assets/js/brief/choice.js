// Which scenes are told, and which of them is shown. Nothing here knows the page.

import { fill } from "../core/text.js";

const same = (name) => name.toLowerCase();

const named = (scenes, name) => scenes.find(({ id }) => same(id) === same(name));

// The scenes for a view, and what is said of those that it names and there are not.
export function scenesFor(brief, { state, scenes: asked = [] }) {
  const { scenes, told, texts } = brief;
  const notices = [];
  if (asked.length) {
    const unknown = asked.filter((name) => !named(scenes, name));
    for (const value of unknown) notices.push(fill(texts.badScene, { value }));
    const chosen = [...new Set(asked.map((name) => named(scenes, name)).filter(Boolean))];
    if (chosen.length) return { chosen, notices };
    notices.push(texts.noneLeft);
  }
  if (state && !told[state]) {
    notices.push(fill(texts.badAbout, { name: brief.states[state] || state }));
  }
  const ids = told[state] || told[""];
  return { chosen: ids.map((id) => named(scenes, id)), notices };
}

// The place of the scene that is named by its id or its number; -1 where there is none.
export function placeOf(chosen, name) {
  const place = chosen.findIndex(({ id }) => same(id) === same(name));
  if (place >= 0) return place;
  const isNumber = /^\d{1,3}$/.test(name) && Number(name) >= 1 && Number(name) <= chosen.length;
  return isNumber ? Number(name) - 1 : -1;
}

// The scenes and the place of the one to show. Without a name it is the first; one that is told on the
// day but was not chosen stands before the others.
export function choice(brief, view) {
  const { chosen, notices } = scenesFor(brief, view);
  if (!view.scene) return { chosen, notices, place: 0 };
  const place = placeOf(chosen, view.scene);
  if (place >= 0) return { chosen, notices, place };
  const other = named(brief.scenes, view.scene);
  if (other) return { chosen: [other, ...chosen], notices, place: 0 };
  notices.push(fill(brief.texts.badScene, { value: view.scene }));
  return { chosen, notices, place: 0 };
}
