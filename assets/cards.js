// Sources and disagreements, read in a dialog: every citation and every mark leads there, and from
// one card another can be reached and left again.
(function (flankwatch) {
  "use strict";

  const { byId } = flankwatch.dom;

  let trail = []; // The cards that were opened one from another.

  function show() {
    const original = byId(trail.at(-1));
    const copy = original.cloneNode(true);
    copy.removeAttribute("id");
    copy.hidden = false;
    byId("card-content").replaceChildren(copy);
    document.querySelector("[data-card-back]").hidden = trail.length < 2;
    byId("card").scrollTop = 0;
  }

  flankwatch.cards = {
    open(element) {
      const inside = element.closest("#card");
      trail = inside ? [...trail, element.dataset.card] : [element.dataset.card];
      show();
      if (!byId("card").open) byId("card").showModal();
    },
    back() {
      trail.pop();
      show();
    },
    close: () => byId("card").close(),
  };
})((window.flankwatch = window.flankwatch || {}));
