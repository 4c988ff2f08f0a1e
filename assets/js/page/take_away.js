// The files of the day shown, in their dialog. What the server has to make first is fetched here, so
// that the reader sees that it is under way, may leave it, and hears why it did not come.

import { inWords } from "../core/days.js";
import { all, byId, hide, setText } from "../core/dom.js";
import { fileDay, isCopy } from "../core/kept_days.js";
import { fill } from "../core/text.js";
import { stateOf } from "../state/frames.js";

const TRIES = 20; // How often a server that is busy is asked again.
const PAUSE = 2000; // Milliseconds until then, where it does not say.

let work = null; // What is under way can be left.

const isMade = (link) => Boolean(link.dataset.made);

export function addressOf(template, { date, state }, made) {
  const address = template.replace("{day}", date);
  if (!made || !state) return address;
  return `${address}${address.includes("?") ? "&" : "?"}state=${state}`;
}

// Of a copy of the site, the page for a frame is a file of its own.
function frameOf({ date, state }, title) {
  const { frame, framePage } = byId("take-frame").dataset;
  const page = new URL(framePage ? framePage.replace("{day}", date) : "./", document.baseURI);
  if (!framePage) page.search = new URLSearchParams({ view: "embed", date, ...(state && { state }) });
  const escaped = { address: page.href.replaceAll("&", "&amp;"), title: title.replaceAll('"', "&quot;") };
  return fill(frame, escaped);
}

export function showTakeAway({ view, record }) {
  const date = fileDay(view.date);
  const state = view.state && !isCopy() ? `, ${stateOf(record, view.state).name}` : "";
  const words = `${inWords(date)}${state}`;
  setText(byId("take-what"), words);
  for (const link of all("#take [data-take]")) {
    link.href = addressOf(link.dataset.take, { ...view, date }, isMade(link));
    if (link.dataset.saved) link.download = link.dataset.saved.replace("{day}", date);
  }
  const title = date === view.date ? byId("headline").textContent : words;
  byId("take-frame").dataset.copy = frameOf({ ...view, date }, title);
}

const pause = (milliseconds, signal) =>
  new Promise((done, failed) => {
    const timer = window.setTimeout(done, milliseconds);
    signal.addEventListener("abort", () => {
      window.clearTimeout(timer);
      failed(signal.reason);
    });
  });

async function made(address, signal, sayBusy) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await fetch(address, { signal });
    if (answer.ok) return answer;
    if (answer.status !== 503) break;
    sayBusy();
    await pause(1000 * Number(answer.headers.get("Retry-After")) || PAUSE, signal);
  }
  throw new Error(address);
}

const nameOf = (answer) => /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "")?.[1] || "";

async function save(answer) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameOf(answer);
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), PAUSE);
}

function say(sentence, file) {
  setText(byId("take-status"), sentence ? fill(sentence, { file }) : "");
  hide(byId("take-leave"), !work);
}

async function fetchMade(link) {
  const { underWay, failed, busy } = document.querySelector(".take-progress").dataset;
  const file = link.textContent;
  work?.abort();
  const own = new AbortController();
  work = own;
  say(underWay, file);
  try {
    await save(await made(link.href, own.signal, () => say(busy, file)));
    if (work === own) work = null;
    if (!work) say("", file);
  } catch {
    if (work !== own) return; // It was left, or another one was asked for.
    work = null;
    say(failed, file);
  }
}

function leave() {
  const left = work;
  work = null;
  left?.abort();
  say("", "");
}

export function listenToTakeAway() {
  byId("take").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-made]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    fetchMade(link);
  });
  byId("take-leave").addEventListener("click", leave);
  byId("take").addEventListener("close", () => work || say("", ""));
}
