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
    return [...plain].map((letter) => folding[letter] || letter).join("");
  };
})((window.flankwatch = window.flankwatch || {}));
