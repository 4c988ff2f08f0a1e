// What the reader wants: clicks, keys and input anywhere on the page become intents.
(function (flankwatch) {
  "use strict";

  let dragging = false;

  function send(kind, value, more) {
    flankwatch.take({ kind, value, ...more });
  }

  // A dialog is read from its title on: a button at the foot of a long one would pull it there.
  function openDialog(dialog) {
    dialog.showModal();
    const title = dialog.querySelector(".dialog-title");
    title.tabIndex = -1;
    title.focus();
  }

  const CLICKS = {
    "data-clear": (element) => send("clear", element.dataset.clear),
    "data-step": (element) => send("step", element.dataset.step),
    "data-choose-span": (element) => send("span", element.dataset.chooseSpan),
    "data-choose-panel": (element) => send("panel", element.dataset.choosePanel),
    "data-choose-stance": (element) =>
      send("filter", element.dataset.chooseStance, { name: "stance" }),
    "data-choose-event": (element) =>
      send("event", element.dataset.chooseEvent, { anchor: element.closest("[data-event-id]") }),
    "data-choose-state": (element, event) => chooseState(element.dataset.chooseState, event),
    "data-take-out": (element) => send("takeOut", element.dataset.takeOut),
    "data-zoom": (element) => flankwatch.zoom[element.dataset.zoom](),
    "data-card": (element) => flankwatch.cards.open(element),
    "data-card-back": () => flankwatch.cards.back(),
    "data-open": (element) => openDialog(document.getElementById(element.dataset.open)),
    "data-choose-quote": (element) => chooseQuote(element.closest("[data-quote-id]")),
    "data-go-on": (element) => flankwatch.portions.goOn(element),
    "data-copy": (element) => flankwatch.copy(element),
    "data-toggle": (element) => flankwatch[element.dataset.toggle].toggle(),
  };

  function chooseQuote(card) {
    const exact = card.dataset.date.length === 10;
    const quote = {
      states: card.dataset.state.split(" ").filter(Boolean),
      date: exact ? card.dataset.date : null,
      when: card.querySelector(".quote-day").textContent,
    };
    send("quote", card.dataset.quoteId, { quote, anchor: card });
  }

  // With the shift key, a state is set beside the one chosen.
  function chooseState(iso, event) {
    send(event.shiftKey ? "compare" : "state", iso);
  }

  const CLICKABLE = Object.keys(CLICKS)
    .map((attribute) => `[${attribute}]`)
    .join(", ");

  // The innermost thing that can be clicked counts: a button on a card, not the card.
  function onClick(event) {
    if (event.target.closest("a:not([data-card]), summary")) return;
    const element = event.target.closest(CLICKABLE);
    if (!element) return;
    const attribute = Object.keys(CLICKS).find((name) => element.hasAttribute(name));
    if (attribute === "data-choose-quote" && String(window.getSelection())) return;
    if (element.dataset.toggle !== "play") flankwatch.play.stop();
    if (element.matches("a")) event.preventDefault(); // Its card is shown here, not gone to.
    CLICKS[attribute](element, event);
    // A date chosen in a dialog is looked at on the page.
    if (attribute === "data-choose-event" && element.closest("#card")) flankwatch.cards.close();
  }

  // A click beside an open dialog closes it.
  function onDialog(event) {
    if (event.target instanceof HTMLDialogElement) event.target.close();
  }

  function onInput(event) {
    if (event.target.id === "date-slider") {
      flankwatch.play.stop();
      const day = flankwatch.timeBar.dayOf(Number(event.target.value));
      send("date", day, { dragging });
      dragging = true;
    } else if (event.target.id === "quotes-search") {
      send("search", event.target.value);
    }
  }

  // Enter in a field, and leaving it with another text in it.
  function onChange(event) {
    const { id, dataset, value } = event.target;
    if (id === "date-field") send("date", value.trim());
    else if (dataset.filter) send("filter", value, { name: dataset.filter });
    else if (id === "compare-with" && value) {
      event.target.value = "";
      send("compare", value);
    }
  }

  function onKey(event) {
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input:not([type=range])")) return;
    send("clear", "state");
  }

  // One stay of the pointer or the keyboard at the slider is one step back in the history.
  function onArrival(event) {
    if (event.target.id === "date-slider") dragging = false;
  }

  document.addEventListener("click", onClick);
  document.addEventListener("click", onDialog);
  document.addEventListener("input", onInput, true);
  document.addEventListener("change", onChange);
  document.addEventListener("keydown", onKey);
  document.addEventListener("pointerdown", onArrival);
  document.addEventListener("focusin", onArrival);
  window.addEventListener("popstate", () => send("address"));

  flankwatch.intents = { send, chooseState };
})((window.flankwatch = window.flankwatch || {}));
