// What the page has to say about a view: what an address names and the record does not know.

import { byId, hide, made } from "../core/dom.js";
import { newness } from "../core/newness.js";

const newNotices = newness();

export function showNotices({ view, record }) {
  if (!newNotices(view.notices)) return;
  const element = byId("notice");
  hide(element, view.notices.length === 0);
  const lines = view.notices.map((text) => made("p", { text }));
  const close = made("button", { text: record.texts.close, name: "quiet", clear: "notice" });
  element.replaceChildren(...lines, ...(lines.length ? [close] : []));
}
