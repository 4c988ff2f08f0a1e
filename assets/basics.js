// Small helps for what the scripts do to the page again and again. Loaded first: assets come by name.
(function (flankwatch) {
  "use strict";

  flankwatch.dom = {
    byId: (id) => document.getElementById(id),
    all: (selector, root = document) => [...root.querySelectorAll(selector)],
    setText(element, text) {
      if (element.textContent !== text) element.textContent = text;
    },
    // To the browser every write of it is a change, and the style of all that is in it is found anew.
    hide(element, isHidden) {
      if (element.hidden !== isHidden) element.hidden = isHidden;
    },
    // Makes an element hold just these, in this order, and says whether that changed it. What stays is
    // not touched; one before which the next is wanted stays behind, and is moved when its turn comes.
    put(parent, elements) {
      const wanted = new Set(elements);
      let changed = false;
      for (const child of [...parent.children]) {
        if (wanted.has(child)) continue;
        child.remove();
        changed = true;
      }
      let at = parent.firstElementChild;
      for (const element of elements) {
        if (at && at !== element && at.nextElementSibling === element) at = element;
        if (at === element) at = at.nextElementSibling;
        else {
          parent.insertBefore(element, at);
          changed = true;
        }
      }
      return changed;
    },
    // Whether something is new: true where the parts differ from those of the call before.
    // What has not changed is not painted again.
    newness() {
      let last = null;
      return (...parts) => {
        const key = JSON.stringify(parts);
        const isNew = key !== last;
        last = key;
        return isNew;
      };
    },
  };

  // Text as the searches see it: small letters, no accents, plain apostrophes. Python folds alike.
  flankwatch.folded = function (text, folding) {
    const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    return [...plain].map((letter) => folding[letter] ?? letter).join("");
  };

  // The key that was pressed, letters small. Where it writes another script than Latin (on Cyrillic
  // or Greek layouts), what counts is the letter or digit that Latin layouts have in its place.
  flankwatch.keyOf = function ({ key, code }) {
    if (!/^[^\p{ASCII}\p{Script=Latin}]$/u.test(key)) return key.length === 1 ? key.toLowerCase() : key;
    const [, place] = /^(?:Key|Digit)(\w)$/.exec(code) || [null, key];
    return place.toLowerCase();
  };
})((window.flankwatch = window.flankwatch || {}));
