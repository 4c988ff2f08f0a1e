// The notes window: this scene small, the next one, what to say and its sources, clock and time since the
// start. It follows the stage and sends it on; alone, it goes by itself.

import { setText } from "../core/dom.js";
import { fill } from "../core/text.js";
import { listenAs } from "./channel.js";
import { el } from "./elements.js";
import { Frame } from "./frame.js";
import { canStayAwake } from "./screen.js";
import { notesOf } from "./words.js";

const SECOND = 1000;

const two = (number) => String(number).padStart(2, "0");

function elapsed(since) {
  const seconds = Math.max(0, Math.floor((Date.now() - since) / SECOND));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

const labelled = (word, ...parts) => el("div", "notes-value", {}, el("span", "", {}, word), ...parts);

export class Notes {
  constructor(context, chosen, { pair, go }) {
    const { texts } = context.brief;
    Object.assign(this, { context, chosen, texts, go, since: Date.now() });
    this.small = [new Frame(context, chosen), new Frame(context, chosen)];
    this.words = el("div", "notes-words", { tabindex: "0", role: "region", "aria-label": texts.notesTitle });
    this.clock = el("b");
    this.elapsed = el("b");
    this.place = el("p", "notes-place");
    this.end = el("p", "notes-end", {}, texts.last);
    this.element = this.page();
    this.line = listenAs(pair, (told) => this.follow(told));
    this.tick();
    window.setInterval(() => this.tick(), SECOND);
  }

  page() {
    const { texts } = this;
    const button = (act) => el("button", "stage-button", { "data-act": act }, texts[act]);
    const [now, next] = this.small;
    const { isExtended } = window.screen; // Not every browser tells.
    const warnings = [
      isExtended === false ? texts.mirrored : null,
      canStayAwake() ? null : texts.dark,
    ].filter(Boolean);
    const head = el(
      "div",
      "notes-head",
      {},
      this.place,
      labelled(texts.since, this.elapsed),
      labelled(texts.clock, this.clock),
      button("back"),
      button("next"),
    );
    return el(
      "div",
      "notes-page",
      {},
      el("h1", "visually-hidden", {}, texts.notesTitle),
      head,
      el("div", "notes-now", {}, el("p", "notes-label", {}, texts.nowShown), now.element),
      el("div", "notes-next", {}, el("p", "notes-label", {}, texts.nextShown), next.element, this.end),
      this.words,
      ...warnings.map((text) => el("p", "notes-warning", {}, text)),
    );
  }

  // What the stage tells; it may have been opened for another choice of scenes.
  follow({ scene, since }) {
    this.since = since;
    const isNew = this.chosen[this.at]?.id !== scene;
    if (isNew && this.chosen.some(({ id }) => id === scene)) this.go(scene, "replace");
  }

  tick() {
    setText(this.clock, `${two(new Date().getHours())}:${two(new Date().getMinutes())}`);
    setText(this.elapsed, elapsed(this.since));
  }

  show(place) {
    this.at = place;
    const [now, next] = this.small;
    const [scene, following] = [this.chosen[place], this.chosen[place + 1]];
    now.show(scene);
    next.element.hidden = !following;
    this.end.hidden = Boolean(following);
    if (following) next.show(following);
    setText(this.place, fill(this.texts.place, { n: place + 1, of: this.chosen.length }));
    this.words.replaceChildren(...notesOf(scene, this.context.brief).filter(Boolean));
    this.words.scrollTop = 0;
  }

  refit() {
    for (const frame of this.small) if (frame.scene && !frame.element.hidden) frame.refit();
  }
}
