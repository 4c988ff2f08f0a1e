// What the reader wants on the Record screen, and on the way to it.
(function (flankwatch) {
  "use strict";

  const take = (kind, value, more) => flankwatch.take({ kind, value, ...more });

  const CLICKS = {
    "data-explore": (element) => take("explore", element.dataset.explore),
    "data-section-link": (element) => take("section", element.dataset.sectionLink),
    "data-sort": (element) => take("sort", element.dataset.sort),
    "data-choose-standing": (element) =>
      take("filter", element.dataset.chooseStanding, { name: "standing" }),
    "data-column-toggle": (element) =>
      take("column", element.dataset.columnToggle, {
        on: element.getAttribute("aria-pressed") === "false",
      }),
    "data-table": () => take("table"),
    "data-notice": () => take("notice", null),
  };
  const CLICKABLE = Object.keys(CLICKS)
    .map((attribute) => `[${attribute}]`)
    .join(", ");

  // A link to a screen is a link: with another button or key it opens a window of its own.
  function onLink(event) {
    const link = event.target.closest("a.screen");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    take("screen", link.dataset.screen);
  }

  function onClick(event) {
    const element = event.target.closest(CLICKABLE);
    if (element) CLICKS[Object.keys(CLICKS).find((name) => element.hasAttribute(name))](element);
  }

  function onInput(event) {
    if (event.target.id === "states-find") take("find", event.target.value);
  }

  function onChange(event) {
    const { id, value, checked } = event.target;
    if (event.target.matches(".column-choice")) take("column", value, { on: checked });
    else if (id === "notice-state") take("leaver", value);
    else if (id === "notice-day") flankwatch.leaving.ask(value.trim());
  }

  // What is folded out over the table goes away as menus do.
  function onAway(event) {
    const open = document.querySelector(".columns[open]");
    if (!open) return;
    if (event.type === "keydown" && event.key === "Escape" && open.contains(event.target)) {
      event.stopPropagation();
      open.querySelector("summary").focus();
      open.open = false;
    } else if (event.type === "pointerdown" && !open.contains(event.target)) open.open = false;
  }

  document.addEventListener("click", onLink);
  document.addEventListener("click", onClick);
  document.addEventListener("input", onInput, true);
  document.addEventListener("change", onChange);
  document.addEventListener("pointerdown", onAway);
  document.addEventListener("keydown", onAway, true);
})((window.flankwatch = window.flankwatch || {}));
