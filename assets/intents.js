// What the reader wants: clicks, keys and input anywhere on the page become intents.
(function (flankwatch) {
  "use strict";

  let dragging = false;

  function send(kind, value, more) {
    flankwatch.take({ kind, value, ...more });
  }

  function closest(event, attribute) {
    return event.target.closest ? event.target.closest(`[${attribute}]`) : null;
  }

  const CLICKS = {
    "data-clear": (element) => send("clear", element.dataset.clear),
    "data-step": (element) => send("step", element.dataset.step),
    "data-choose-span": (element) => send("span", element.dataset.chooseSpan),
    "data-choose-panel": (element) => send("panel", element.dataset.choosePanel),
    "data-choose-stance": (element) => send("stance", element.dataset.chooseStance),
    "data-choose-event": (element) => send("event", element.dataset.chooseEvent),
    "data-choose-state": (element) => send("state", element.dataset.chooseState),
    "data-choose-quote": (element) => chooseQuote(element.closest("[data-quote-id]")),
    "data-toggle": () => flankwatch.theme.toggle(),
  };

  function chooseQuote(card) {
    const exact = card.dataset.date.length === 10;
    const quote = {
      states: card.dataset.state.split(" ").filter(Boolean),
      date: exact ? card.dataset.date : null,
      when: card.querySelector(".quote-day").textContent,
    };
    send("quote", card.dataset.quoteId, { quote });
  }

  function onClick(event) {
    if (event.target.closest("a, summary, .disagreement")) return;
    if (closest(event, "data-choose-quote") && String(window.getSelection())) return;
    for (const [attribute, act] of Object.entries(CLICKS)) {
      const element = closest(event, attribute);
      if (element) {
        act(element);
        return;
      }
    }
  }

  function onInput(event) {
    if (event.target.id === "date-slider") {
      const day = flankwatch.timeBar.dayOf(Number(event.target.value));
      send("date", day, { dragging });
      dragging = true;
    } else if (event.target.id === "quotes-search") {
      send("search", event.target.value);
    }
  }

  // Enter in a field, and leaving it with another text in it.
  function onChange(event) {
    if (event.target.id === "date-field") send("date", event.target.value.trim());
  }

  function onKey(event) {
    if (event.key === "Escape" && !event.target.closest("input:not([type=range])")) {
      send("clear", "state");
    }
  }

  // One stay of the pointer or the keyboard at the slider is one step back in the history.
  function onArrival(event) {
    if (event.target.id === "date-slider") dragging = false;
  }

  document.addEventListener("click", onClick);
  document.addEventListener("input", onInput, true);
  document.addEventListener("change", onChange);
  document.addEventListener("keydown", onKey);
  document.addEventListener("pointerdown", onArrival);
  document.addEventListener("focusin", onArrival);
  window.addEventListener("popstate", () => send("address"));

  flankwatch.intents = { send };
})((window.flankwatch = window.flankwatch || {}));
