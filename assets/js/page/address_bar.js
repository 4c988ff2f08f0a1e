// The address bar follows the view. Browsers refuse an address that changes with every display frame;
// while a day moves, it follows a few times a second: at once, and then after each rest.

import { writeAddress } from "../state/address.js";

const REST = 200;

let waiting = 0;
let latest = null;

function write() {
  window.clearTimeout(waiting);
  waiting = 0;
  if (latest === null) return;
  if (latest !== window.location.search) window.history.replaceState(null, "", latest);
  latest = null;
  waiting = window.setTimeout(write, REST);
}

export function showAddress({ view, record }) {
  const search = writeAddress(view, record);
  if (view.history === "push") {
    write();
    if (search !== window.location.search) window.history.pushState(null, "", search);
  } else {
    latest = search;
    if (!waiting) write();
  }
}

// Calls with the address that the reader goes back or forward to; what waits no longer counts.
export function onAddress(read) {
  window.addEventListener("popstate", () => {
    latest = null;
    read(window.location.search);
  });
}
