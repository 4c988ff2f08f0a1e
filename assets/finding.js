// The finding of the day, its figures, the legend's counts, and what the page has to say about a view.
(function (flankwatch) {
  "use strict";

  const { byId, all, setText, hide, newness } = flankwatch.dom;

  const newDay = newness();
  const newFrame = newness();
  const newNotices = newness();

  function headline({ view, frame, record }) {
    const element = byId("headline");
    const sentence = view.date === frame.day && frame.news ? frame.news : frame.quiet;
    element.replaceChildren(`On ${flankwatch.days.words(view.date)}, `, ...pieces(sentence));
    const beyond = byId("beyond");
    hide(beyond, view.date <= record.verified);
    setText(beyond, record.texts.beyond);
  }

  // The pieces of a sentence; a comma after a state must not begin a line.
  function pieces(sentence) {
    const found = [];
    for (const [text, iso, standing] of sentence) {
      const before = found.at(-1);
      if (standing) found.push(stateInText(text, iso, standing));
      else if (before instanceof Element && /^[,;.]/.test(text)) {
        const unbroken = document.createElement("span");
        unbroken.className = "unbroken";
        unbroken.append(before, text[0]);
        found.splice(-1, 1, unbroken, text.slice(1));
      } else found.push(text);
    }
    return found;
  }

  function stateInText(text, iso, standing) {
    const element = document.createElement(iso ? "button" : "span");
    element.className = "finding-state";
    element.dataset.standing = standing;
    element.textContent = text;
    if (iso) {
      element.type = "button";
      element.dataset.chooseState = iso;
    }
    return element;
  }

  function parties({ view, record }) {
    const { record: pick, days } = flankwatch;
    const { byDeposit, inForce } = pick.parties(record, view.date);
    figure("parties", [
      pick.counted(record.texts.parties, byDeposit),
      pick.fill(record.texts.partiesCaption, { n: inForce }),
    ]);
    const along = days.between(record.first, view.date) / days.between(record.first, record.last);
    document.querySelector(".step-line-day").style.left = `${100 * along}%`;
  }

  function figure(name, [value, caption]) {
    const element = document.querySelector(`[data-figure="${name}"]`);
    setText(element.querySelector(".figure-value"), value);
    setText(element.querySelector(".figure-caption"), caption);
  }

  // The counts, and in the help to the colours the names behind them.
  function legend({ frame, record, standings }) {
    record.standings.forEach((standing, index) => {
      const row = byId("legend").querySelector(`[data-standing="${standing}"]`);
      setText(row.querySelector(".legend-count"), String(frame.counts[index]));
      row.dataset.count = frame.counts[index];
      const names = record.told
        .filter((iso) => standings[iso] === standing)
        .map((iso) => flankwatch.record.stateOf(record, iso).name);
      const text = names.length ? record.texts.standingNames : record.texts.standingNobody;
      const line = document.querySelector(`[data-standing-names="${standing}"]`);
      setText(line, flankwatch.record.fill(text, { names: names.join(", ") }));
    });
  }

  function notice({ view }) {
    const element = byId("notice");
    hide(element, view.notices.length === 0);
    const lines = view.notices.map((text) => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    });
    const close = document.createElement("button");
    close.type = "button";
    close.dataset.clear = "notice";
    close.className = "quiet";
    close.textContent = "Close";
    element.replaceChildren(...lines, ...(lines.length ? [close] : []));
  }

  flankwatch.finding = {
    show(scene) {
      const { view, frame } = scene;
      if (newNotices(view.notices)) notice(scene);
      if (newDay(view.date)) {
        headline(scene); // Only then: its buttons keep the reader's focus.
        parties(scene);
      }
      if (newFrame(frame.day)) {
        legend(scene);
        figure("flank", frame.flank);
        figure("border", frame.border);
        for (const text of all('[data-reckoning="border"]')) setText(text, frame.borderHow);
      }
    },
  };
})((window.flankwatch = window.flankwatch || {}));
