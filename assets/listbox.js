// The list of states as one stop of the keyboard: arrows, Home, End and first letters move in it,
// Enter and space choose. The state that the keyboard is on is outlined on the map.
(function (flankwatch) {
  "use strict";

  const TYPING = 700; // Milliseconds in which letters belong to one word.

  const list = () => document.getElementById("state-list");
  const options = () => [...list().querySelectorAll("[role=option]")];

  let typed = "";
  let lastKey = 0;

  function go(option) {
    if (!option) return;
    for (const other of options()) other.tabIndex = other === option ? 0 : -1;
    option.focus();
  }

  function named(letters, from) {
    const all = options();
    const start = all.indexOf(from) + (letters.length > 1 ? 0 : 1);
    const turned = [...all.slice(start), ...all.slice(0, start)];
    const { record } = flankwatch.now();
    if (!record) return undefined;
    const names = turned.map((option) => {
      const name = option.querySelector(".state-name").textContent;
      return flankwatch.search.namesOf(name, option.dataset.iso, record);
    });
    return turned[flankwatch.search.begun(letters, names)];
  }

  function onKey(event) {
    const option = event.target.closest("#state-list [role=option]");
    if (!option || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = options();
    const at = all.indexOf(option);
    const moves = {
      ArrowDown: all[at + 1],
      ArrowRight: all[at + 1],
      ArrowUp: all[at - 1],
      ArrowLeft: all[at - 1],
      Home: all[0],
      End: all.at(-1),
    };
    if (event.key in moves) go(moves[event.key]);
    else if (event.key === "Enter" || event.key === " ") flankwatch.intents.chooseState(option.dataset.iso, event);
    else if (/^\p{L}$/u.test(event.key)) {
      const letter = flankwatch.keyOf(event);
      typed = event.timeStamp - lastKey < TYPING ? typed + letter : letter;
      lastKey = event.timeStamp;
      go(named(typed, option));
    } else return;
    event.preventDefault();
    event.stopPropagation(); // These keys mean nothing else here.
  }

  function onFocus(event) {
    const option = event.target.closest?.("#state-list [role=option]");
    flankwatch.map.point(option ? option.dataset.iso : null);
    if (option) for (const other of options()) other.tabIndex = other === option ? 0 : -1;
  }

  document.addEventListener("keydown", onKey, true);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("focusout", () => flankwatch.map.point(null));
})((window.flankwatch = window.flankwatch || {}));
