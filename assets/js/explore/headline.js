// The finding of the day: a sentence whose states carry the colours of their standings.

import { inWords } from "../core/days.js";
import { byId, hide, made, setText } from "../core/dom.js";
import { newness } from "../core/newness.js";

const newDay = newness();

function stateInText(text, iso, standing) {
  const data = iso ? { standing, chooseState: iso } : { standing };
  return made(iso ? "button" : "span", { text, name: "finding-state", ...data });
}

// The pieces of a sentence; a comma after a state must not begin a line.
function pieces(sentence) {
  const found = [];
  for (const [text, iso, standing] of sentence) {
    const before = found.at(-1);
    if (standing) found.push(stateInText(text, iso, standing));
    else if (before instanceof Element && /^[,;.]/.test(text)) {
      const unbroken = made("span", { name: "unbroken" });
      unbroken.append(before, text[0]);
      found.splice(-1, 1, unbroken, text.slice(1));
    } else found.push(text);
  }
  return found;
}

export function showHeadline({ view, frame, record, before }) {
  if (!newDay(view.date)) return; // Its buttons keep the reader's focus.
  const sentence = view.date === frame.day && frame.news ? frame.news : frame.quiet;
  const isOther = before && before.date !== view.date;
  const headline = byId("headline");
  headline.replaceChildren(`On ${inWords(view.date)}, `, ...pieces(sentence));
  const beyond = byId("beyond");
  hide(beyond, view.date <= record.verified);
  setText(beyond, record.texts.beyond);
  const isNews = isOther && !(frame.day <= before.date && before.date < nextFrame(record, frame));
  // Said to those who listen once a change, and not once a day.
  if (isNews) byId("announcement").textContent = headline.textContent;
}

const nextFrame = ({ frames }, frame) => frames[frames.indexOf(frame) + 1]?.day || "9999";
