// What clicks do, wherever on the page: the attribute of what is clicked says it.

import { byId, focusOn } from "../core/dom.js";
import { goOn } from "../core/long_lists.js";
import { backToCard, closeCard, openCard } from "../explore/cards.js";
import { stopPlay, togglePlay } from "../explore/play.js";
import { turnGlobe } from "../map/world_map.js";
import { zoomBy } from "../map/zoom.js";
import { chooseState } from "../state/choose.js";
import { now, take } from "../state/store.js";
import { copy } from "./copy.js";
import { toggleKeys } from "./keys.js";
import { toggleTheme } from "./theme.js";

const TOGGLES = { play: togglePlay, keys: toggleKeys, theme: toggleTheme };

const filter = (name, value) => take({ kind: "filter", name, value });

const CLICKS = {
  "data-clear": ({ dataset }) => take({ kind: "clear", value: dataset.clear }),
  "data-step": ({ dataset }) => take({ kind: "step", value: dataset.step }),
  "data-choose-span": ({ dataset }) => take({ kind: "span", value: dataset.chooseSpan }),
  "data-choose-panel": ({ dataset }) => take({ kind: "panel", value: dataset.choosePanel }),
  "data-choose-stance": ({ dataset }) => filter("stance", dataset.chooseStance),
  "data-choose-event": chooseEvent,
  "data-choose-state": (element, event) => chooseState(element.dataset.chooseState, event),
  "data-take-out": ({ dataset }) => take({ kind: "takeOut", value: dataset.takeOut }),
  "data-choose-extent": ({ dataset }) => take({ kind: "extent", value: dataset.chooseExtent }),
  "data-turn": ({ dataset }) => turnGlobe(dataset.turn),
  "data-zoom": ({ dataset }) => zoomBy[dataset.zoom](),
  "data-card": openCard,
  "data-card-back": backToCard,
  "data-open": ({ dataset }) => openDialog(byId(dataset.open)),
  "data-choose-quote": (element) => chooseQuote(element.closest("[data-quote-id]")),
  "data-go-on": goOn,
  "data-copy": copy,
  "data-toggle": ({ dataset }) => TOGGLES[dataset.toggle](),
  "data-explore": ({ dataset }) => take({ kind: "explore", value: dataset.explore }),
  "data-section-link": ({ dataset }) =>
    take({ kind: "section", value: dataset.sectionLink, screen: dataset.screen }),
  "data-sort": ({ dataset }) => take({ kind: "sort", value: dataset.sort }),
  "data-choose-standing": ({ dataset }) => filter("standing", dataset.chooseStanding),
  "data-column-toggle": (element) =>
    take({
      kind: "column",
      value: element.dataset.columnToggle,
      on: element.getAttribute("aria-pressed") === "false",
    }),
  "data-table": () => take({ kind: "table" }),
  "data-notice": () => take({ kind: "notice", value: null }),
};

const CLICKABLE = Object.keys(CLICKS)
  .map((attribute) => `[${attribute}]`)
  .join(", ");

// A dialog is read from its title on: a button at the foot of a long one would pull it there.
function openDialog(dialog) {
  dialog.showModal();
  focusOn(dialog.querySelector(".dialog-title"));
}

// A date chosen in a dialog is looked at on the page.
function chooseEvent(element) {
  const anchor = element.closest("[data-event-id]");
  take({ kind: "event", value: element.dataset.chooseEvent, anchor });
  if (element.closest("#card")) closeCard();
}

function chooseQuote(card) {
  const isExact = card.dataset.date.length === 10;
  const quote = {
    states: card.dataset.state.split(" ").filter(Boolean),
    date: isExact ? card.dataset.date : null,
    when: card.querySelector(".quote-day").textContent,
  };
  take({ kind: "quote", quote, anchor: card });
}

// The innermost thing that can be clicked counts: a button on a card, not the card.
function onClick(event) {
  if (!now().record || event.target.closest("a:not([data-card]), summary")) return;
  const element = event.target.closest(CLICKABLE);
  if (!element) return;
  const attribute = Object.keys(CLICKS).find((name) => element.hasAttribute(name));
  if (attribute === "data-choose-quote" && String(window.getSelection())) return;
  if (element.dataset.toggle !== "play") stopPlay();
  if (element.matches("a")) event.preventDefault(); // Its card is shown here, not gone to.
  CLICKS[attribute](element, event);
}

// A link to a screen is a link: with another button or key it opens a window of its own.
function onLink(event) {
  const link = event.target.closest("a.screen");
  const isOther = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || isOther || !now().record) return;
  event.preventDefault();
  take({ kind: "screen", value: link.dataset.screen });
}

// A click beside an open dialog closes it.
function onDialog({ target }) {
  if (target instanceof HTMLDialogElement) target.close();
}

export function listenToClicks() {
  document.addEventListener("click", onLink);
  document.addEventListener("click", onClick);
  document.addEventListener("click", onDialog);
}
