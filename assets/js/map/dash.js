// Where Dash finds what it asks for, wherever the page lies on its host.

import { byId } from "../core/dom.js";
import { isCopy } from "../core/kept_days.js";

const ASKED = ["_dash-layout", "_dash-dependencies"];

// A host of plain files does not know that a file is JSON whose name has no ending, and Dash reads nothing
// that is not called so: here it is.
function callJson(addresses) {
  const { fetch } = window;
  window.fetch = async (address, ...options) => {
    const answer = await fetch(address, ...options);
    if (!addresses.includes(address) || !answer.ok) return answer;
    return new Response(answer.body, { headers: { "Content-Type": "application/json" } });
  };
}

// To be called before Dash runs: it asks below the folder of the page.
export function guideDash() {
  const { pathname } = new URL("./", document.baseURI);
  const settings = JSON.parse(byId("_dash-config").textContent);
  byId("_dash-config").textContent = JSON.stringify({ ...settings, requests_pathname_prefix: pathname });
  if (isCopy()) callJson(ASKED.map((name) => pathname + name));
}
