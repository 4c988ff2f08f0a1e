// The map that came with the document: it follows the view as well, for as long as it is the one that
// is seen: until plotly's has been drawn, or for good where that does not arrive.
(function (flankwatch) {
  "use strict";

  const { all, newness } = flankwatch.dom;

  const isNew = newness();

  function area(path, standing, chosen) {
    const { iso } = path.dataset;
    path.dataset.standing = standing;
    path.dataset.chosen = String(chosen.includes(iso));
    if (document.getElementById(`hatch-${standing}`)) {
      path.style.setProperty("--hatch", `url(#hatch-${standing})`);
    } else path.style.removeProperty("--hatch");
  }

  function border(path, standing, isMember) {
    path.dataset.standing = standing;
    if (isMember) path.removeAttribute("display");
    else path.setAttribute("display", "none");
  }

  flankwatch.firstMap = {
    show({ view, frame, standings, record }) {
      const chosen = flankwatch.view.states(view);
      const members = Object.keys(record.natoSince).filter((iso) => record.natoSince[iso] <= view.date);
      if (!isNew(frame.day, chosen, members)) return;
      for (const path of all(".first-map path[data-iso]")) area(path, standings[path.dataset.iso], chosen);
      for (const path of all(".first-map path[data-border]")) {
        const iso = path.dataset.border;
        border(path, standings[iso], members.includes(iso));
      }
      for (const name of all(".first-map span")) name.dataset.standing = standings[name.dataset.name];
    },
  };
})((window.flankwatch = window.flankwatch || {}));
