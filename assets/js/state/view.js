// The view: what the reader looks at, as one small object.

import { isElsewhere } from "./frames.js";

// The states that a view is about: the chosen one and those it is compared with.
export const statesOf = (view) => (view.state ? [view.state, ...view.compare] : []);

// Whether a state can be set beside the one chosen.
export function comparable(view, iso, record) {
  return (
    view.state &&
    view.state !== iso &&
    !isElsewhere(record, view.state) &&
    !view.compare.includes(iso) &&
    view.compare.length + 1 < record.mostCompared &&
    record.states.some((state) => state.iso === iso)
  );
}

// The panel on top: the one asked for, else the one that suits the choice.
export const panelOf = (view) => view.panel || (view.state ? "state" : "dates");

// The columns in their order, with the one that is always there; null for the usual ones.
export function shownColumns(names, record) {
  const wanted = record.columns.filter((name, index) => index === 0 || names.includes(name));
  return String(wanted) === String(record.usualColumns) ? null : wanted;
}
