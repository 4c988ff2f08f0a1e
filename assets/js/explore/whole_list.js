// A list of which the document holds what lies around its day, and a fragment all. As long as the view
// is the one that the document was written for, that is enough; then all of it is fetched.

import { made } from "../core/dom.js";
import { fragment, Unavailable } from "../core/fragments.js";
import { now } from "../state/store.js";

// `attach(content)` takes the fragment in; `show(scene)` shows the list once more.
export function wholeList(name, panelOf, attach, show) {
  let state = "partial"; // then "loading", "whole", or "failed"
  let isOther = false; // Whether the view is another than the document's.
  let first = null; // The view that the document was written for.

  function say(record) {
    const panel = panelOf();
    const isWaiting = state === "loading" && isOther;
    if (isWaiting) panel.setAttribute("aria-busy", "true");
    else panel.removeAttribute("aria-busy");
    panel.querySelector(":scope > .awaited-note")?.remove();
    if (!isWaiting && !(state === "failed" && isOther)) return;
    const { texts } = record;
    const note = made("div", {
      text: isWaiting ? texts.fragmentLoading : `${texts.fragmentFailed} `,
      name: "awaited-note",
    });
    if (!isWaiting) {
      const button = made("button", { text: texts.tryAgain, name: "control" });
      button.addEventListener("click", () => complete(record));
      note.setAttribute("role", "alert");
      note.append(button);
    }
    panel.firstElementChild.after(note);
  }

  async function complete(record) {
    if (state === "whole" || state === "loading") return;
    state = "loading";
    say(record);
    try {
      attach(await fragment(name));
      state = "whole";
      show(now());
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      state = "failed";
    }
    say(record);
  }

  return {
    complete,
    // Whether all of it is there. If not, and the view (`parts`) is another than the one that the
    // document was written for, it is fetched, and shown then.
    isThere(record, parts) {
      if (state === "whole") return true;
      const key = JSON.stringify(parts);
      first ??= key;
      isOther ||= key !== first;
      if (isOther) complete(record);
      return false;
    },
  };
}
