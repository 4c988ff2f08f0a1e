// A list of which the document holds what lies around its day, and a fragment all. As long as the view
// is the one that the document was written for, that is enough; then all of it is fetched.

import { made } from "../core/dom.js";
import { fragment, Unavailable } from "../core/fragments.js";
import { now } from "../state/store.js";

export class WholeList {
  #state = "partial"; // then "loading", "whole", or "failed"
  #first = null; // The view that the document was written for.
  #isOther = false; // Whether the view is another one.

  // The fragment `name` belongs into `panel`; `attach(content)` takes it in, and `show(scene)` shows
  // the list once more.
  constructor(name, { panel, attach, show }) {
    Object.assign(this, { name, panel, attach, show });
  }

  // Whether all of it is there. If not, and the view (`parts`) is another than the one that the
  // document was written for, it is fetched, and shown then.
  isThere(record, parts) {
    if (this.#state === "whole") return true;
    const key = JSON.stringify(parts);
    this.#first ??= key;
    this.#isOther ||= key !== this.#first;
    if (this.#isOther) this.complete(record);
    return false;
  }

  // Fetches what is not there, and says so where it is missed.
  async complete({ texts }) {
    if (this.#state === "whole" || this.#state === "loading") return;
    this.#state = "loading";
    this.#say(texts);
    try {
      this.attach(await fragment(this.name));
      this.#state = "whole";
      this.show(now());
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      this.#state = "failed";
    }
    this.#say(texts);
  }

  #say(texts) {
    const panel = this.panel();
    panel.querySelector(":scope > .awaited-note")?.remove();
    panel.removeAttribute("aria-busy");
    if (!this.#isOther || this.#state === "whole") return;
    const note = made("div", { name: "awaited-note" });
    if (this.#state === "loading") {
      panel.setAttribute("aria-busy", "true");
      note.textContent = texts.fragmentLoading;
    } else {
      const button = made("button", { text: texts.tryAgain, name: "control" });
      button.addEventListener("click", () => this.complete(now().record));
      note.setAttribute("role", "alert");
      note.append(`${texts.fragmentFailed} `, button);
    }
    panel.firstElementChild.after(note);
  }
}
