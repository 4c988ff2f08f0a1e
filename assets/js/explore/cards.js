// Sources and disagreements, read in a dialog: every citation and every mark leads there, and from
// one card another can be reached and left again.

import { all, byId, focusOn } from "../core/dom.js";
import { elementOf, sayFailed, sayWaiting, Unavailable } from "../core/fragments.js";
import { now } from "../state/store.js";

// The cards that were opened one from another, and the place in each of what was followed.
let trail = [];

const content = () => byId("card-content");
const links = () => all("[data-card]", content());

// The fragment that holds a card, by what its id begins with.
export const fragmentOfCard = (card, { cards }) => cards[card.split("-", 1)[0]];

async function show(done) {
  const { record } = now();
  const { card } = trail.at(-1);
  document.querySelector("[data-card-back]").hidden = trail.length < 2;
  if (!byId("card").open) byId("card").showModal();
  const waiting = window.setTimeout(() => sayWaiting(content(), record.texts), 100);
  try {
    const original = await elementOf(fragmentOfCard(card, record), card);
    if (trail.at(-1)?.card !== card) return; // Another was asked for meanwhile.
    const copy = original.cloneNode(true);
    copy.removeAttribute("id");
    copy.hidden = false;
    content().removeAttribute("aria-busy");
    content().replaceChildren(copy);
    byId("card").scrollTop = 0;
    done();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    sayFailed(content(), record.texts, () => show(done));
  } finally {
    window.clearTimeout(waiting);
  }
}

// A card is read from its title on.
const start = () => focusOn(content().querySelector("h3"), { preventScroll: true });

export function openCard(element) {
  if (element.closest("#card")) trail.at(-1).followed = links().indexOf(element);
  else trail = [];
  trail.push({ card: element.dataset.card });
  return show(start);
}

export function backToCard() {
  trail.pop();
  return show(() => links()[trail.at(-1).followed].focus());
}

export const closeCard = () => byId("card").close();
