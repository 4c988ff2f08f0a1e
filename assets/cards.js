// Sources and disagreements, read in a dialog: every citation and every mark leads there, and from
// one card another can be reached and left again.
(function (flankwatch) {
  "use strict";

  const { byId, all } = flankwatch.dom;

  // The cards that were opened one from another, and the place in each of what was followed.
  let trail = [];

  function show() {
    const original = byId(trail.at(-1).card);
    const copy = original.cloneNode(true);
    copy.removeAttribute("id");
    copy.hidden = false;
    byId("card-content").replaceChildren(copy);
    document.querySelector("[data-card-back]").hidden = trail.length < 2;
    if (!byId("card").open) byId("card").showModal();
    byId("card").scrollTop = 0;
  }

  const links = () => all("[data-card]", byId("card-content"));

  // A card is read from its title on.
  function start() {
    const title = byId("card-content").querySelector("h3");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  flankwatch.cards = {
    open(element) {
      if (element.closest("#card")) trail.at(-1).followed = links().indexOf(element);
      else trail = [];
      trail.push({ card: element.dataset.card });
      show();
      start();
    },
    back() {
      trail.pop();
      show();
      links()[trail.at(-1).followed].focus();
    },
    close: () => byId("card").close(),
  };
})((window.flankwatch = window.flankwatch || {}));
