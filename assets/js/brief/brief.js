// The Brief screen. It is opened by the page with what it needs of it, fetches the scenes of a day once,
// and from then on shows what the view says.

import { hide, setText } from "../core/dom.js";
import { fileDay } from "../core/kept_days.js";
import { fill } from "../core/text.js";
import { bar, followPointer, keyList, sceneList } from "./bar.js";
import { ownPair, speakAs } from "./channel.js";
import { choice, placeOf } from "./choice.js";
import { el } from "./elements.js";
import { Frame } from "./frame.js";
import { coverPage, listen } from "./input.js";
import { Notes } from "./notes.js";
import { readyForPaper } from "./paper.js";
import { beginLight, endLight, keepAwake, leftFull, letSleep, toggleDark, toggleFull } from "./screen.js";
import { namePlaces, shapesFrom } from "./shapes.js";

const files = new Map(); // The promise of each day's scenes.

async function fetched(day) {
  const answer = await fetch(`brief/${day}.json`);
  if (!answer.ok) throw new Error(`brief/${day}.json: ${answer.status}`);
  return answer.json();
}

function fileOf(day) {
  if (!files.has(day)) {
    files.set(day, fetched(day));
    files.get(day).catch(() => files.delete(day));
  }
  return files.get(day);
}

// One briefing: the scenes of one day for one choice of states or scenes.
class Briefing {
  constructor(brief, scene, page) {
    this.page = page;
    this.brief = brief;
    this.view = scene.view;
    this.texts = brief.texts;
    const { chosen, notices, place } = choice(brief, scene.view);
    this.chosen = chosen;
    this.notices = [...scene.view.notices, ...notices];
    if (brief.day !== scene.view.date) this.notices.push(fill(brief.texts.keptDay, { day: brief.dayWords }));
    this.first = chosen[place];
    const shapes = shapesFrom(page.drawing);
    this.context = { brief, shapes, places: namePlaces(page.drawing), countedSince: scene.record.countedSince };
    this.since = Date.now();
    this.ending = new AbortController();
    this.record = scene.record;
    this.build();
  }

  build() {
    const { brief, texts } = this;
    this.progress = el("div", "stage-progress", { "aria-hidden": "true" });
    this.said = el("p", "visually-hidden", { "aria-live": "polite" });
    this.notice = el("p", "stage-notice", { role: "status" }, this.notices.join(" "));
    this.notice.hidden = !this.notices.length;
    this.hint = el("p", "stage-hint", { role: "status" });
    this.hint.hidden = true;
    this.blank = el("div", "stage-blank", { role: "status" });
    this.blank.hidden = true;
    this.dialogs = { list: sceneList(brief, this.chosen), keys: keyList(brief) };
    const attributes = { id: "brief", role: "main", tabindex: "-1", "aria-label": texts.brief };
    this.element = el("div", "brief-stage", attributes, this.context.shapes.element, this.said, this.notice);
    this.pair = this.view.pair || ownPair();
    if (this.view.notes) this.buildNotes();
    else this.buildStage();
    this.element.append(this.hint, ...Object.values(this.dialogs), this.blank);
    document.body.append(this.element);
  }

  buildStage() {
    this.frame = new Frame(this.context, this.chosen);
    for (const scene of this.chosen) hide(this.frame.sectionOf(scene), true);
    this.element.append(this.frame.element, this.progress, bar(this.brief));
    followPointer(this.element);
    this.line = speakAs(this.pair, {
      state: () => ({ scene: this.chosen[this.place]?.id, since: this.since }),
      go: (name) => this.acts.show(name),
    });
    readyForPaper(this.element, this.context, this.chosen, this.ending.signal);
  }

  buildNotes() {
    this.element.dataset.notes = "";
    this.notes = new Notes(this.context, this.chosen, {
      pair: this.view.pair,
      go: (name, history) => this.take(name, history),
    });
    this.element.append(this.notes.element);
  }

  take(name, history) {
    this.page.take({ kind: "scene", value: name, history });
  }

  get acts() {
    const to = (place) => this.go(Math.min(Math.max(place, 0), this.chosen.length - 1));
    return {
      next: () => to(this.place + 1),
      back: () => to(this.place - 1),
      first: () => to(0),
      last: () => to(this.chosen.length - 1),
      go: (number) => this.acts.show(number),
      show: (name) => {
        const place = placeOf(this.chosen, name);
        if (place >= 0) this.go(place);
      },
      full: toggleFull,
      theme: toggleDark,
      leave: () => leftFull() || this.leave(),
      black: () => this.cover("black"),
      white: () => this.cover("white"),
      list: () => this.openList(),
      keys: () => this.dialogs.keys.showModal(),
      notes: () => this.openNotes(),
    };
  }

  go(place) {
    if (place === this.place) return;
    const { id } = this.chosen[place];
    this.notes?.line.go(id);
    this.take(id);
  }

  leave() {
    if (this.view.notes) window.close();
    else this.page.take({ kind: "screen", value: this.record.screens[0] });
  }

  cover(colour) {
    this.blank.dataset.colour = colour;
    setText(this.blank, this.texts[colour]);
    this.blank.hidden = false;
  }

  // Takes a black or white screen away, and says whether there was one.
  wake() {
    const was = !this.blank.hidden;
    this.blank.hidden = true;
    return was;
  }

  write(number) {
    this.hint.hidden = !number;
    setText(this.hint, number ? fill(this.texts.goTo, { n: number }) : "");
  }

  openList() {
    this.dialogs.list.showModal();
    const { id } = this.chosen[this.place];
    for (const entry of this.dialogs.list.querySelectorAll("[data-go]")) {
      const isHere = entry.dataset.go === id;
      if (isHere) entry.setAttribute("aria-current", "step");
      else entry.removeAttribute("aria-current");
      if (isHere) entry.focus();
    }
  }

  openNotes() {
    if (this.view.notes) return;
    const search = this.page.writeAddress({ ...this.view, notes: true, pair: this.pair }, this.record);
    const opened = window.open(search, `flankwatch-notes-${this.pair}`, "popup,width=1180,height=760");
    if (opened) opened.focus();
    else {
      const link = el("a", "", { href: search, target: "_blank" }, this.texts.blocked);
      this.hint.replaceChildren(link);
      this.hint.hidden = false;
    }
  }

  // Whether this briefing can show the view, or another has to be made.
  fits({ date, state, scenes, notes }) {
    const { view } = this;
    return (
      date === view.date && state === view.state && notes === view.notes && String(scenes) === String(view.scenes)
    );
  }

  show(view) {
    this.view = view;
    const name = view.scene || this.first.id;
    const place = Math.max(placeOf(this.chosen, name), 0);
    if (place === this.place) return;
    if (this.place !== undefined) for (const line of [this.notice, this.hint]) hide(line, true);
    const isFirst = this.place === undefined;
    this.place = place;
    const scene = this.chosen[place];
    if (this.notes) this.notes.show(place);
    else this.frame.show(scene);
    if (isFirst) this.frame?.fitAhead();
    const [n, of] = [place + 1, this.chosen.length];
    this.progress.style.width = `${(100 * n) / of}%`;
    this.element.dataset.scene = scene.id;
    setText(this.said, fill(this.texts.announced, { n, of, title: scene.title, sentence: scene.plain }));
    // The address names what is shown, by its id.
    if (view.scene !== scene.id) this.take(scene.id, "replace");
    if (isFirst) this.element.focus();
    this.line?.tell();
  }

  refit() {
    (this.notes || this.frame).refit();
  }

  close() {
    this.ending.abort();
    this.line?.close();
    this.element.remove();
  }
}

class Stage {
  constructor(page) {
    this.page = page;
    this.briefing = null;
    const current = () => this.briefing;
    const observer = new ResizeObserver(() => current()?.refit());
    observer.observe(document.documentElement);
    document.addEventListener("visibilitychange", () => current() && keepAwake());
  }

  async show(scene) {
    const { view } = scene;
    this.wanted = scene;
    if (view.screen !== "brief") {
      this.close();
      return;
    }
    const brief = await fileOf(fileDay(view.date));
    if (this.wanted !== scene) return; // The reader went on meanwhile.
    if (!this.briefing?.fits(view)) this.open(brief, scene);
    this.briefing.show(view);
  }

  open(brief, scene) {
    this.close();
    beginLight();
    document.body.dataset.stage = "open";
    this.briefing = new Briefing(brief, scene, this.page);
    coverPage(true);
    const { briefing } = this;
    const does = {
      acts: briefing.acts,
      wake: () => briefing.wake(),
      write: (number) => briefing.write(number),
    };
    listen(briefing.element, does, briefing.ending.signal);
    keepAwake();
  }

  close() {
    if (!this.briefing) return;
    this.briefing.close();
    this.briefing = null;
    delete document.body.dataset.stage;
    coverPage(false);
    endLight();
    letSleep();
  }
}

// Makes the stage for a page that gives what changes its view; returns what shows a view.
export function openStage(page) {
  const stage = new Stage(page);
  return (scene) => stage.show(scene);
}
