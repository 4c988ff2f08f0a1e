// A frame shows scenes at any size: everything in it is measured in a unit that the style sheet gives.

import { hide } from "../core/dom.js";
import { whenIdle } from "../core/idle.js";
import { el } from "./elements.js";
import { fitLetters } from "./letters.js";
import { StageMap } from "./map.js";
import { legend, section } from "./section.js";

export class Frame {
  constructor(context, chosen) {
    this.context = context;
    this.chosen = chosen;
    this.sections = new Map();
    this.fitted = new Map(); // The size at which each scene was last fitted.
    this.map = null;
    this.legends = el("div", "stage-legends");
    this.element = el("div", "stage-frame");
  }

  sectionOf(scene) {
    if (!this.sections.has(scene)) {
      const n = this.chosen.indexOf(scene) + 1;
      const made = section(scene, this.context.brief, { n, of: this.chosen.length });
      this.sections.set(scene, made);
      this.element.append(made);
    }
    return this.sections.get(scene);
  }

  show(scene) {
    const shown = this.sectionOf(scene);
    for (const part of this.sections.values()) hide(part, part !== shown);
    this.scene = scene;
    this.element.dataset.layout = shown.dataset.layout;
    this.showMap();
    this.fit();
    return shown;
  }

  showMap() {
    const { scene } = this;
    if (!scene.map) {
      if (this.map) hide(this.map.element.parentElement, true);
      return;
    }
    if (!this.map) {
      this.map = new StageMap(this.context);
      this.element.prepend(el("div", "stage-picture stage-live", {}, this.map.element, this.legends));
    }
    hide(this.map.element.parentElement, false);
    this.legends.replaceChildren(legend(scene, this.context.brief));
    this.map.show(scene.map);
  }

  // Fits a scene to the frame, once for each size of it. One that is not shown yet is laid out unseen.
  fit(scene = this.scene) {
    const { clientWidth: width, clientHeight: height } = this.element;
    const size = `${width} ${height}`;
    if (!width || this.fitted.get(scene) === size) return;
    this.fitted.set(scene, size);
    const part = this.sectionOf(scene);
    const isAhead = scene !== this.scene;
    part.toggleAttribute("data-ahead", isAhead);
    hide(part, false);
    fitLetters(part);
    hide(part, isAhead);
    part.removeAttribute("data-ahead");
  }

  // While nothing else is to be done, the scenes to come are fitted, so that a step need not wait for it.
  fitAhead() {
    whenIdle(() => {
      const next = this.chosen.find((scene) => !this.fitted.has(scene));
      if (!next || !this.element.isConnected) return;
      this.fit(next);
      this.fitAhead();
    });
  }

  refit() {
    this.map?.fit();
    this.fit();
  }
}
