"""The Trends screen: its sections, the figures drawn there, and the page without scripts."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from panels.trees import by_class, props, walk, with_prop, words
from small import SmallPack

from dashboard.panels.contents import Contents
from dashboard.panels.document import Documents
from dashboard.panels.fragments import Fragments
from dashboard.panels.markup import markup
from dashboard.panels.page_parts import PageParts
from dashboard.panels.screens import SCREENS, TRENDS
from dashboard.panels.trends.file import trend_file, trend_files
from dashboard.panels.trends.looks import LOOKS
from dashboard.panels.trends.screen import trends_screen
from dashboard.panels.view import View
from dashboard.panels.view_store import view_store
from dashboard.paths import ASSETS, DEFAULT_PACK
from dashboard.publish.tokens import light_colours
from dashboard.record.ledger import Ledger

PACKS = DEFAULT_PACK.parent
DAY = date(2012, 3, 3)
TODAY = date(2026, 2, 20)


@pytest.fixture(scope="module")
def files(contents: Contents) -> dict[str, dict[str, Any]]:
    return {id_: json.loads(trend_file(contents, id_)) for id_ in contents.trend_ids}


def test_the_screen_stands_between_the_record_and_the_briefing(contents: Contents) -> None:
    assert [*SCREENS] == ["explore", "record", "trends", "brief"]
    assert TRENDS.fragments == tuple(f"trends/{id_}" for id_ in contents.trend_ids)


def test_its_parts_wait_until_it_is_opened(contents: Contents) -> None:
    store = view_store(contents)
    assert store["fragments"]["trends"] == TRENDS.fragments
    assert not set(store["ahead"]) & set(TRENDS.fragments)
    assert set(store["fragments"]["record"]) <= set(store["ahead"])


def test_other_screens_only_name_its_parts(documents: Documents) -> None:
    explore = documents.parts(View(DAY))["trends"]
    assert props(explore)["hidden"]
    links = by_class(explore, "awaited-link")
    assert [words(link) for link in links] == [
        "Parties, signatories and exits worldwide",
        "Joining and leaving, by year",
        "Standings by group of states",
        "Votes in parliaments",
        "From signature to consent",
        "Statements for and against, by month",
    ]


def test_without_scripts_it_holds_sentences_and_tables_of_the_day(documents: Documents) -> None:
    screen = documents.parts(View(DAY, "FIN", TRENDS))["trends"]
    assert "3 March 2012, 159 states are parties" in words(screen)
    assert len(by_class(screen, "trend-says")) == len(TRENDS.fragments)
    rows = [props(row) for row in with_prop(screen, "data-from-day")]
    ahead = [row for row in rows if "ahead" in str(row.get("className"))]
    assert {row["data-from-day"] > str(DAY) for row in ahead} == {True}
    assert len(ahead) == sum(row["data-from-day"] > str(DAY) for row in rows)
    chosen = [row for row in rows if "chosen" in str(row.get("className"))]
    assert chosen
    assert all("FIN" in row["data-states"].split() for row in chosen)
    assert all(props(figure)["hidden"] for figure in by_class(screen, "trend-chart"))


def test_rows_lead_to_days_that_can_be_shown(fragments: Fragments) -> None:
    for name in TRENDS.fragments:
        for link in by_class(fragments.content(name), "trend-day-link"):
            day = props(link)["data-choose-day"]
            assert date.fromisoformat(day) >= date(1997, 1, 1)
            assert props(link)["href"].startswith(f"?view=trends&date={day}#trend-")


def test_each_names_its_tables_sources_and_file(fragments: Fragments, contents: Contents) -> None:
    for name in TRENDS.fragments:
        section = fragments.content(name)
        hrefs = [props(link)["href"] for link in walk(section) if "href" in props(link)]
        assert f"data/{name}.csv" in hrefs
        cited = {props(link)["data-card"] for link in by_class(section, "source")}
        assert cited
        assert cited <= {f"source-{id_}" for id_ in contents.ledger.pack.sources}
        formats = [props(button)["data-picture"] for button in by_class(section, "trend-picture")]
        assert formats == ["png", "svg"]


def colours_in(part: Any) -> set[str]:
    return set(re.findall(r"var\(--([\w-]+)\)", json.dumps(part)))


def test_figures_are_drawn_with_scatter_alone_in_colours_of_the_style_sheet(
    files: dict[str, dict[str, Any]],
) -> None:
    tokens = set(light_colours(ASSETS / "tokens.css"))
    for told in files.values():
        figure = told["figure"]
        assert {trace["type"] for trace in figure["data"]} == {"scatter"}
        assert colours_in(figure) <= tokens
        assert not re.findall(r'"#[0-9a-f]{3,8}"', json.dumps(figure))
        assert figure["layout"]["dragmode"] is False


def test_every_series_has_its_look_and_its_key(
    contents: Contents, fragments: Fragments, files: dict[str, dict[str, Any]]
) -> None:
    for id_ in contents.trend_ids:
        keys = [words(key) for key in walk(by_class(fragments.content(f"trends/{id_}"),
                "trend-keys")) if type(key).__name__ == "Li"]  # fmt: skip
        drawn = {trace["name"] for trace in files[id_]["figure"]["data"]}
        assert drawn - {"chosen", "votes"} == set(keys)
        assert {series.id for series in contents.trend(id_).series} <= set(LOOKS[id_])


def test_points_lead_to_days_and_marks_lie_on_traces_for_them(
    files: dict[str, dict[str, Any]],
) -> None:
    for told in files.values():
        traces = told["figure"]["data"]
        assert told["marks"]
        for marks in told["marks"].values():
            for trace, *_, words_, (leads, when) in marks:
                assert traces[trace]["name"] == "chosen"
                assert words_
                assert when
                assert leads is None or date.fromisoformat(leads)
        said = [day for day, _ in told["says"]]
        assert said == sorted(said)


def test_poland_is_marked_where_it_joined_and_left(files: dict[str, dict[str, Any]]) -> None:
    days = {mark[4][0] for mark in files["parties"]["marks"]["POL"]}
    assert {"2012-12-27", "2026-02-20"} <= days
    assert "RUS" not in files["parties"]["marks"]


def test_bars_of_exits_go_downwards(files: dict[str, dict[str, Any]]) -> None:
    [*_, left] = [trace for trace in files["joins"]["figure"]["data"] if trace["name"] == "Left"]
    assert min(left["y"]) == -3
    assert files["joins"]["figure"]["layout"]["yaxis"]["range"][0] < -3


def test_the_words_of_votes_are_whole_and_escaped(tmp_path: Path) -> None:
    small = SmallPack(tmp_path / "small")
    long = "The United Republic of <Somewhere> & Otherwhere and of All the Islands around Them"
    small.edit("states.csv", "AAA", name=long)
    told = json.loads(trend_file(Contents.of(Ledger(small.read()), TODAY), "votes"))
    [label] = [note["text"] for note in told["figure"]["layout"]["annotations"]]
    plain = re.sub(r"</?b>", "", label).replace("<br>", " ")
    shown = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert shown == f"{long}, 20 January 2009 60 for, 40 against, 1 abstaining"
    assert max(len(line) for line in re.sub(r"</?b>", "", label).split("<br>")) <= 56
    assert told["rows"]
    assert told["days"] == ["2009-01-20"]


def test_a_record_with_nothing_of_a_kind_says_so_instead_of_a_chart(tmp_path: Path) -> None:
    small = SmallPack(tmp_path / "small")
    small.write_rows("quotes.csv", [])
    contents = Contents.of(Ledger(small.read()), TODAY)
    section = Fragments(contents).content("trends/statements")
    assert "No quote is on record." in words(section)
    assert by_class(section, "trend-chart") == []
    assert "data-trend" not in props(section)
    assert "figure" not in json.loads(trend_file(contents, "statements"))


@pytest.mark.parametrize("pack", sorted(path.parent.name for path in PACKS.glob("*/treaty.toml")))
def test_both_records_are_drawn(pack: str) -> None:
    contents = Contents.of(Ledger.read(PACKS / pack), TODAY)
    html = markup(trends_screen(contents, View(contents.first_day, None, TRENDS)))
    assert html.count('class="trend-says"') == len(contents.trend_ids)
    for id_ in contents.trend_ids:
        assert json.loads(trend_file(contents, id_))["figure"]["data"]


def test_their_files_are_among_the_parts_of_the_page(
    contents: Contents, fragments: Fragments
) -> None:
    parts = PageParts({}, fragments, "0", trend_files(contents))
    assert {f"trends/{id_}.json" for id_ in contents.trend_ids} <= set(parts.names)
    found = parts.file("trends/parties.json")
    assert found
    assert found == (trend_file(contents, "parties"), "application/json")
    assert parts.file("trends/else.json") is None
