// Where the page of another treaty shows the same day and the same state.

// `treaty` has its address, the last day that it shows and its states; `record` is that of the page shown.
export function addressUnder(treaty, { date, state, screen }, record) {
  const given = new URLSearchParams();
  if (date <= treaty.last) given.set("date", date);
  if (treaty.states.includes(state)) given.set("state", state);
  if (screen !== record.screens[0] && screen !== "brief") given.set("view", screen);
  return `${treaty.address}?${given}`;
}
