// If a state gave notice on a day: the answer, its words and its days are picked from the record.
(function (flankwatch) {
  "use strict";

  const { byId, all, setText, hide } = flankwatch.dom;

  const canAsk = (day, record) =>
    flankwatch.days.exists(day) && record.first <= day && day <= record.leaving.last;

  // How long after the day its notice takes effect.
  function runOn(record, notice) {
    let left = flankwatch.days.between(record.first, notice);
    for (const [count, days, clamped] of record.leaving.runs) {
      if (left < count) return { days, clamped: Boolean(clamped) };
      left -= count;
    }
    return null;
  }

  // The answer for a state and a day: a text, and the days that it names.
  function answer(record, iso, notice) {
    const { leaving, standings, timelines } = record;
    const changes = timelines[iso];
    const change = changes[flankwatch.record.indexOn(changes, notice, ([day]) => day)];
    const [since, digit, until] = change || [null, 0];
    const standing = standings[digit];
    if (!leaving.leaves.includes(standing)) {
      const [earliest, when] = leaving.unsure[iso] || [];
      if (earliest <= notice) return { text: leaving.unsureAnswer, standing, when, effect: null };
      const inConflict = standing === "notified" && !until;
      const text = inConflict ? leaving.notifiedInConflict : leaving.answers[standing];
      return { text, standing, since, until, effect: null };
    }
    const { days, clamped } = runOn(record, notice);
    const found = { text: leaving.answers[standing], standing, clamped, days };
    found.usual = flankwatch.days.add(notice, days);
    found.effect = found.usual;
    const delay = (leaving.delays[iso] || []).find(([first, last]) => first <= notice && notice <= last);
    if (!delay) return found;
    const effect = delay[2];
    return { ...found, text: effect ? leaving.delayed : leaving.noEnd, effect, isDelayed: true };
  }

  // Texts that hold only sometimes: an empty one is not shown.
  function note(name, text) {
    setText(byId(`notice-${name}`), text);
    hide(byId(`notice-${name}`), !text);
  }

  function told(iso, notice, record) {
    const { leaving, texts } = record;
    const found = answer(record, iso, notice);
    const option = byId("notice-state").querySelector(`option[value="${iso}"]`);
    const values = { state: option.dataset.said || option.textContent, n: found.days, when: found.when };
    for (const [name, day] of Object.entries({ ...found, notice })) {
      if (["notice", "since", "until", "effect"].includes(name) && day) {
        values[name] = flankwatch.days.words(day);
      }
    }
    const fill = (text) => flankwatch.record.fill(text, values);
    byId("arithmetic").dataset.standing = found.standing;
    byId("arithmetic").dataset.effect = found.effect || "";
    note("answer", fill(found.text));
    const counts = found.days !== undefined && !found.isDelayed;
    note("rule", counts ? fill(leaving.rule) : "");
    note("clamped", counts && found.clamped ? leaving.clamped : "");
    note("suspended", found.standing === "suspension" ? leaving.suspended : "");
    const clause = counts && leaving.clause ? leaving.clause[iso in leaving.delays ? 1 : 0] : "";
    note("clause", fill(clause));
    note("beyond", notice > record.verified ? texts.beyond : "");
    for (const line of all("#arithmetic [data-about]")) hide(line, line.dataset.about !== iso);
  }

  function refuse(text) {
    setText(byId("notice-error"), text);
    hide(byId("notice-error"), !text);
    const field = byId("notice-day");
    if (text) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  flankwatch.leaving = {
    canAsk,
    answer,
    // The day that the reader wrote: asked about, or refused where it was written.
    ask(day) {
      const { record } = flankwatch.now();
      if (canAsk(day, record)) flankwatch.take({ kind: "notice", value: day });
      else refuse(flankwatch.record.fill(record.recordTexts.badDay, { value: day }));
    },
    // Without a state of its own the question is about the one chosen, without a day about the
    // day shown.
    show({ view, before, record }) {
      const iso = view.leaver || view.state || record.leaving.first;
      const notice = view.notice || view.date;
      byId("notice-state").value = iso;
      byId("notice-day").value = notice;
      hide(byId("notice-follow"), !view.notice);
      refuse("");
      told(iso, notice, record);
      const isAsked = before && (before.leaver !== view.leaver || before.notice !== view.notice);
      if (isAsked) setText(byId("announcement"), byId("notice-answer").textContent);
    },
  };
})((window.flankwatch = window.flankwatch || {}));
