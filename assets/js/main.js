// Names the parts of the page, in the order in which they show a view, and starts it.

import { fetchAll, fragmentsAreIn, isOfAnotherRecord } from "./core/fragments.js";
import { whenIdle } from "./core/idle.js";
import { shortenLists } from "./core/long_lists.js";
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
import { watchTicks } from "./explore/ticks.js";
import { listenToTimeBar, showTimeBar } from "./explore/time_bar.js";
import { listenToArrivals } from "./input/anticipation.js";
import { listenToClicks } from "./input/clicks.js";
import { listenToFields } from "./input/fields.js";
import { listenToKeys, showKeys } from "./input/keys.js";
import { listenToTheme, showTheme } from "./input/theme.js";
import { showMap } from "./map/map.js";
import { drawLate, tellPlotly } from "./map/plotly.js";
import { listenToPointer } from "./map/tip.js";
import { showWorld } from "./map/world_map.js";
import { listenToZoom, seekState } from "./map/zoom.js";
import { sayAge } from "./page/age.js";
import { onAddress, showAddress } from "./page/address_bar.js";
import { screensOf } from "./page/screens.js";
import { offStage, showStage } from "./page/stage.js";
import { listenToTakeAway, showTakeAway } from "./page/take_away.js";
import { showTitle } from "./page/title.js";
import { listenToTreaties, showTreaties } from "./page/treaties.js";
import { showTrends } from "./page/trends.js";
import { following, sayStarted, sayTrouble } from "./page/trouble.js";
import { showDisagreements } from "./record/disagreements.js";
import { showDayFiles } from "./record/downloads.js";
import { showNoticePanel } from "./record/notice_panel.js";
import { listenToSections, showSections } from "./record/sections.js";
import { showStatesTable } from "./record/states_table.js";
import { start, subscribe, take } from "./state/store.js";


const listens = [
  listenToArrivals,
  listenToClicks,
  listenToComparison,
  listenToFields,
  listenToKeys,
  listenToPointer,
  listenToProfile,
  listenToSections,
  listenToStateList,
  listenToTakeAway,
  listenToTheme,
  listenToTimeBar,
  listenToTreaties,
  listenToZoom,
  watchTicks,
];

const panels = panelsOf(
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
);
const screens = screensOf({
  record: [showStatesTable, showNoticePanel, showDisagreements, showDayFiles, showSections],
  trends: [showTrends],
});

subscribe(
  showAddress,
  showStage,
  showTitle,
  following("#theme", showTheme),
  following("#keys-switch", showKeys),
  following("#record-screen, #trends-screen", screens),
  following("#time-bar", offStage(showTimeBar)),
  following(".finding, .figures, .panels, .legend", offStage(panels)),
  following("#treaties, #profiles", showTreaties),
  following("#map", offStage(showMap)),
  following("#map", offStage(showWorld)),
  following("#map", seekState),
  following("#take", showTakeAway),
  tellPlotly,
);

// What is not looked at is fetched when the browser is idle, so that the server may then go away.
async function fetchRest({ ahead }) {
  await completeDates();
  await completeQuotes();
  const names = ["dates", "quotes", "profiles", "comparison", ...ahead];
  const isWhole = await fetchAll(names, (name, content) => name === "profiles" && keepProfiles(content));
  if (isWhole) document.body.dataset.whole = "yes";
}

function run(record) {
  shortenLists(document, record);
  start(record, window.location.search);
  for (const listen of listens) listen();
  onAddress((search) => take({ kind: "address", value: search }));
  sayStarted();
  sayAge(record);
  whenIdle(() => fetchRest(record));
  drawLate();
}

// All that the page is made of is there and of one record, or it stays the document that it was.
async function begin() {
  const { href, dataset } = document.getElementById("record-link");
  fragmentsAreIn(dataset.fragments, () => sayTrouble("changed"));
  const answer = await fetch(href).catch(() => null);
  const record = answer?.ok ? await answer.json().catch(() => null) : null;
  if (record) run(record);
  else sayTrouble(isOfAnotherRecord(answer) ? "changed" : "failed");
}

begin().catch((error) => {
  sayTrouble("failed");
  console.error(error);
});
