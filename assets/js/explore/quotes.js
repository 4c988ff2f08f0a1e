// The quotes: which of them fit what is chosen and searched, and which are still to be said. The
// document holds those around its day; the rest are fetched before anything else is shown of them.

import { all, byId, hide, put, setText } from "../core/dom.js";
import { showField } from "../core/fields.js";
import { moreButton, tellLeft } from "../core/long_lists.js";
import { markMatches } from "../core/matches.js";
import { newness } from "../core/newness.js";
import { fits, wordsOf } from "../core/search.js";
import { counted, fill } from "../core/text.js";
import { filterByFacets } from "../state/filtering.js";
import { now } from "../state/store.js";
import { statesOf } from "../state/view.js";
import { WholeList } from "./whole_list.js";

const LISTS = ["said", "said-later"];
const FIELDS = ["state", "speaker", "topic"];

const newChoice = newness();
const newPlace = newness();
const newSearch = newness();

let cards = null; // The latest first; those without a date last.
let isLong = false; // Whether there are more of them than the page holds at a time.
let reach = {}; // How many cards each list of a long record holds at most.
const more = {};

// Takes all quotes into the page; `content` holds a card each.
function attach(content) {
  const { record } = now();
  cards = all("[data-quote-id]", content).map((element) => {
    const { state, stance, speaker, topic, search, last } = element.dataset;
    const values = { state: state.split(" "), stance: [stance], speaker: [speaker], topic: [topic] };
    return { element, values, search, last };
  });
  isLong = byId("said").dataset.long === "yes";
  for (const name of LISTS) {
    delete byId(name).dataset.long; // From now on it is not: far cards leave the page.
    more[name] = moreButton(() => goOn(name, record));
    byId(name).after(more[name]);
  }
}

const whole = new WholeList("quotes", {
  panel: () => byId("quotes-panel"),
  attach,
  show: showQuotes,
});

function goOn(name, record) {
  const held = byId(name).childElementCount;
  reach[name] += record.portion;
  showQuotes(now());
  return byId(name).children[held];
}

function choose({ view, record }, words) {
  const chosen = (value) => (value ? [value] : []);
  const wanted = {
    state: statesOf(view),
    stance: chosen(view.stance),
    speaker: chosen(view.speaker),
    topic: chosen(view.topic),
  };
  const isFound = ({ search }) => fits(search, words, record);
  const { shown, counts } = filterByFacets(cards, wanted, isFound);
  for (const card of cards) hide(card.element, !card.fits);
  for (const chip of all("[data-choose-stance]")) {
    const { chooseStance: stance } = chip.dataset;
    setText(chip.querySelector(".chip-count"), String(counts.stance.get(stance) || 0));
    chip.setAttribute("aria-pressed", String((view.stance || "") === stance));
  }
  for (const facet of FIELDS) {
    showField(`quotes-${facet}`, view[facet], counts[facet], record.texts);
  }
  const { quotesAll, quotesOf } = record.texts;
  const isAll = shown === cards.length;
  const text = isAll ? counted(quotesAll, shown) : fill(quotesOf, { n: shown, all: cards.length });
  setText(byId("quotes-count"), text);
  hide(byId("quotes-empty"), shown > 0);
}

// Cards go from one list to the other as the day passes theirs: what was said, the latest first,
// and what is said later, the next first. Says whether a card was moved.
function arrange(said, record) {
  const ofList = { said: cards.slice(said), "said-later": cards.slice(0, said).reverse() };
  let moved = false;
  for (const name of LISTS) {
    const fitting = ofList[name].filter(({ fits }) => fits);
    const held = isLong ? fitting.slice(0, reach[name]) : ofList[name];
    moved = put(byId(name), held.map(({ element }) => element)) || moved;
    tellLeft(more[name], record.texts.goOn, isLong ? fitting.length - held.length : 0, record);
    if (name === "said-later") hide(byId("said-later-title"), !fitting.length);
  }
  return moved;
}

function mark(words, record) {
  markMatches(all("#quotes-panel :is(.quote-words, .quote-who)"), words, record);
}

export function showQuotes({ view, record }) {
  const search = byId("quotes-search");
  if (search.value !== view.q) search.value = view.q;
  const words = wordsOf(view.q, record);
  const { stance, speaker, topic, date } = view;
  if (!whole.isThere(record, [statesOf(view), stance, speaker, topic, words, date])) return;
  const isNew = newChoice(statesOf(view), stance, speaker, topic, words);
  if (isNew) {
    reach = Object.fromEntries(LISTS.map((name) => [name, record.around]));
    choose({ view, record }, words);
  }
  const first = cards.findIndex(({ last }) => last <= date);
  const said = first < 0 ? cards.length : first;
  const moved = (newPlace(said, reach) || isNew) && arrange(said, record);
  // A card that was moved loses the marks in it.
  if (newSearch(words) || (moved && words.length)) mark(words, record);
}

// Takes in all quotes when the browser is idle: the next step needs them.
export const completeQuotes = () => whole.complete(now().record);
