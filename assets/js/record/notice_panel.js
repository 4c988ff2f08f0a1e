// The question about a notice: which state, which day, and the answer with what goes with it.

import { inWords } from "../core/days.js";
import { all, byId, hide, setText } from "../core/dom.js";
import { fill } from "../core/text.js";
import { answer, canAsk } from "../state/notice_answer.js";
import { now, take } from "../state/store.js";

const DAYS = ["notice", "since", "until", "effect"];

// Texts that hold only sometimes: an empty one is not shown.
function note(name, text) {
  setText(byId(`notice-${name}`), text);
  hide(byId(`notice-${name}`), !text);
}

// What the places in the texts are filled with.
function valuesOf(iso, notice, found) {
  const option = byId("notice-state").querySelector(`option[value="${iso}"]`);
  const state = option.dataset.said || option.textContent;
  const days = Object.entries({ ...found, notice }).filter(([name, day]) => DAYS.includes(name) && day);
  const inFull = Object.fromEntries(days.map(([name, day]) => [name, inWords(day)]));
  return { state, n: found.days, when: found.when, ...inFull };
}

function tell(iso, notice, record) {
  const { leaving, texts } = record;
  const found = answer(record, iso, notice);
  const values = valuesOf(iso, notice, found);
  byId("arithmetic").dataset.standing = found.standing;
  byId("arithmetic").dataset.effect = found.effect || "";
  note("answer", fill(found.text, values));
  const counts = found.days !== undefined && !found.isDelayed;
  note("rule", counts ? fill(leaving.rule, values) : "");
  note("clamped", counts && found.clamped ? leaving.clamped : "");
  note("suspended", found.standing === record.standingOf.dispute ? leaving.suspended : "");
  const clause = counts && leaving.clause ? leaving.clause[iso in leaving.delays ? 1 : 0] : "";
  note("clause", fill(clause, values));
  note("beyond", notice > record.verified ? texts.beyond : "");
  for (const line of all("#arithmetic [data-about]")) hide(line, line.dataset.about !== iso);
}

function refuse(text) {
  setText(byId("notice-error"), text);
  hide(byId("notice-error"), !text);
  const field = byId("notice-day");
  if (text) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

// The day that the reader wrote: asked about, or refused where it was written.
export function askAbout(day) {
  const { record } = now();
  if (canAsk(day, record)) take({ kind: "notice", value: day });
  else refuse(fill(record.texts.badNoticeDay, { value: day }));
}

// Without a state of its own the question is about the one chosen, without a day about the day shown.
export function showNoticePanel({ view, before, record }) {
  if (!byId("arithmetic")) return; // It is still under way.
  const iso = view.leaver || view.state || record.leaving.first;
  const notice = view.notice || view.date;
  byId("notice-state").value = iso;
  byId("notice-day").value = notice;
  hide(byId("notice-follow"), !view.notice);
  refuse("");
  tell(iso, notice, record);
  const isAsked = before && (before.leaver !== view.leaver || before.notice !== view.notice);
  if (isAsked) setText(byId("announcement"), byId("notice-answer").textContent);
}
