// Names the parts of the page, in the order in which they show a view, and starts it.

import { fetchAll, fragment, fragmentsAreIn } from "./core/fragments.js";
import { shortenLists } from "./core/long_lists.js";
import { listenToCards } from "./explore/cards.js";
import { listenToComparison, showComparison } from "./explore/comparison.js";
import { completeDates, showDates } from "./explore/dates.js";
import { showFigures } from "./explore/figures.js";
import { showHeadline } from "./explore/headline.js";
import { showLanes } from "./explore/lanes.js";
import { showLegend } from "./explore/legend.js";
import { showNotices } from "./explore/notices.js";
import { panelsOf } from "./explore/panels.js";
import { keepProfiles, listenToProfile, showProfile } from "./explore/profile.js";
import { completeQuotes, showQuotes } from "./explore/quotes.js";
import { listenToStateList, showStateList } from "./explore/state_list.js";
import { listenToTimeBar, showTimeBar } from "./explore/time_bar.js";
import { listenToClicks } from "./input/clicks.js";
import { listenToFields } from "./input/fields.js";
import { listenToKeys, showKeys } from "./input/keys.js";
import { listenToTheme, showTheme } from "./input/theme.js";
import { showMap } from "./map/map.js";
import { drawLate } from "./map/plotly.js";
import { listenToPointer } from "./map/tip.js";
import { listenToZoom, seekState } from "./map/zoom.js";
import { showDisagreements } from "./record/disagreements.js";
import { showDayFiles } from "./record/downloads.js";
import { showNoticePanel } from "./record/notice_panel.js";
import { listenToSections, showSections } from "./record/sections.js";
import { showStatesTable } from "./record/states_table.js";
import { onAddress, showAddress } from "./page/address_bar.js";
import { screensOf } from "./page/screens.js";
import { start, subscribe, take } from "./state/store.js";
import { showTitle } from "./page/title.js";

const listens = [
  listenToCards,
  listenToClicks,
  listenToComparison,
  listenToFields,
  listenToKeys,
  listenToPointer,
  listenToProfile,
  listenToSections,
  listenToStateList,
  listenToTheme,
  listenToTimeBar,
  listenToZoom,
];

subscribe(
  showAddress,
  showTitle,
  showTheme,
  showKeys,
  screensOf({
    record: [showStatesTable, showNoticePanel, showDisagreements, showDayFiles, showSections],
  }),
  showTimeBar,
  panelsOf(
    showNotices,
    showHeadline,
    showFigures,
    showLegend,
    showStateList,
    showProfile,
    showComparison,
    showLanes,
    showDates,
    showQuotes,
  ),
  showMap,
  seekState,
);

// What is not looked at is fetched when the browser is idle, so that the server may then go away.
async function fetchRest({ fragments }) {
  await completeDates();
  await completeQuotes();
  keepProfiles(await fragment("profiles"));
  await fetchAll(["comparison", ...Object.values(fragments).flat()]);
  document.body.dataset.whole = "yes";
}

const whenIdle = window.requestIdleCallback || ((call) => window.setTimeout(call, 200));

async function begin() {
  const { href, dataset } = document.getElementById("record-link");
  fragmentsAreIn(dataset.fragments);
  const answer = await fetch(href);
  const record = await answer.json();
  shortenLists(document, record);
  start(record, window.location.search);
  for (const listen of listens) listen();
  onAddress((search) => take({ kind: "address", value: search }));
  document.body.dataset.ready = "yes";
  whenIdle(() => fetchRest(record).catch(() => {}));
  drawLate();
}

begin();
