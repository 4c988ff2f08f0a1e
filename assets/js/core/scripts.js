// Scripts of others, which run as they are: each is loaded once, whoever wants it. And style sheets.

import { Unavailable } from "./fragments.js";

const loads = new Map(); // The promise of each, by its address.

function loading(address) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.async = false; // They run in their order, however they come.
    script.onload = done;
    script.onerror = () => failed(new Unavailable(address));
    document.head.append(script);
  });
}

export function load(address) {
  if (!loads.has(address)) {
    const promise = loading(address);
    loads.set(address, promise);
    promise.catch(() => loads.delete(address)); // Whoever asks again tries again.
  }
  return loads.get(address);
}

// A style sheet that comes late; what is there already, with the document, is not asked for again.
export function styled(href) {
  if (document.querySelector(`link[rel="stylesheet"][href="${href}"]`)) return null;
  return new Promise((done, failed) => {
    const link = document.createElement("link");
    const onerror = () => {
      link.remove(); // Whoever asks again tries again.
      failed(new Unavailable(href));
    };
    Object.assign(link, { rel: "stylesheet", href, onload: done, onerror });
    document.head.append(link);
  });
}
