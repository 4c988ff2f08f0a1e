"""A treaty pack small enough to take in at a glance, in which there is nothing to doubt."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from samples import PackCopy

from dashboard.record.models import MODELS
from dashboard.record.spelling import Spelling
from dashboard.record.table_text import table_text
from dashboard.record.treaty import Membership

TREATY = """\
id = "small"
title = "Convention on an Imagined Weapon"
short_title = "Small Convention"
depositary = "The Depositary"
reference = "Chapter I"
adopted = 2001-01-10
opened = 2001-02-01
entered_into_force = 2001-09-01
verified_through = 2010-12-31
sources = ["gazette"]

[rules.entry_into_force]
article = "Art. 17"
instruments = 1
months = 6

[rules.withdrawal]
article = "Art. 20"
months = 6
armed_conflict_clause = true

[groups]
flank = "The flank"
neighbour = "Neighbours"
context = "Context"
world = "World"

[[spans]]
label = "ten years"
first = 2001-01-01
last = 2010-12-31

[topics]
when-alpha-left = "When Alpha left"

[purposes]
flank = "told"
neighbour = "told"
context = "context"
world = "elsewhere"

[words]
subject = "Small Convention in the small region"
treaty = "convention"
region = "the small region"
members = "states in the small region"
told = "the small region and its neighbours"
told_listed = "small region, neighbours"

[view]
projection = "conic"
parallels = [50, 60]
centre = [20, 55]
north = 65
south = 45

[membership]
id = "nato"
name = "NATO"
"""

SPELLING = Spelling.of(Membership(id="nato", name="NATO"))
STATES = [
    {
        "iso_a3": "AAA",
        "name": "Alpha",
        "group": "flank",
        "nato_since": "1999-03-12",
        "map": "drawn",
        "atlas_id": "001",
    },
    {"iso_a3": "BBB", "name": "Beta", "group": "flank", "nato_since": "1999-03-12"},
    {"iso_a3": "CCC", "name": "Gamma", "group": "neighbour"},
    {"iso_a3": "DDD", "name": "Delta", "group": "world"},
]
EVENTS = [
    {"date": "2001-02-01", "iso_a3": "BBB", "kind": "signature"},
    {"date": "2001-03-05", "iso_a3": "AAA", "kind": "accession", "effect": "2001-09-01"},
    {"date": "2003-05-06", "iso_a3": "BBB", "kind": "ratification", "effect": "2003-11-01"},
    {"date": "2009-01-20", "iso_a3": "AAA", "kind": "parliament_vote", "aim": "leave",
     "votes_for": "60", "votes_against": "40", "votes_abstain": "1"},
    {"date": "2009-02-10", "iso_a3": "AAA", "kind": "notification", "aim": "leave",
     "effect": "2009-08-10", "effect_sources": "gazette"},
    {"date": "2009-08-10", "iso_a3": "AAA", "kind": "statement"},
]  # fmt: skip
QUOTES = [
    {"id": "minister-2009", "quote": "We leave with regret.", "speaker": "A Minister",
     "iso_a3": "AAA", "date": "2009-02-10", "topic": "notice", "stance": "supports",
     "language": "en"},
    {"id": "ngo-2009", "quote": "A dark day.", "speaker": "A Director", "organisation": "NGO",
     "date": "2009-08-10", "topic": "effect", "stance": "opposes", "language": "en"},
]  # fmt: skip
SOURCES = [
    {"id": "gazette", "publisher": "Gazette", "title": "The Gazette", "kind": "official_gazette",
     "url": "https://gazette.example/1"},
    {"id": "daily-2009-08-11", "publisher": "Daily", "kind": "news", "date": "2009-08-11"},
]  # fmt: skip
CLAIMS = [
    {"id": "when-alpha-left-1", "topic": "when-alpha-left", "subject": "Alpha", "claim": "left on",
     "value": "2009-08-10", "sources": "gazette", "record": "2009-08-10", "verdict": "record"},
    {"id": "when-alpha-left-2", "topic": "when-alpha-left", "subject": "Alpha", "claim": "left on",
     "value": "2009-02-10", "sources": "daily-2009-08-11", "verdict": "contradicts",
     "reason": "That is the day of the notice."},
]  # fmt: skip
BORDERS = [{"iso_a3": "AAA", "neighbour": "CCC", "km": "120"}]


def event(cells: Mapping[str, str]) -> dict[str, str]:
    """A row of ``events.csv`` with its id and title, sure and sourced."""
    name = f"{(cells['iso_a3'] or 'treaty').lower()}-{cells['date']}-{cells['kind']}"
    named = {"id": name.replace("_", "-"), "title": "An event", "confidence": "high"}
    return named | {"sources": "gazette"} | cells


def state(cells: Mapping[str, str]) -> dict[str, str]:
    """A row of ``states.csv``; off the map, where nothing else is said."""
    nato = {"nato_sources": "gazette"} if "nato_since" in cells else {}
    return {"map": "off", "sources": "gazette"} | nato | cells


def table(file: str, rows: Iterable[Mapping[str, str]]) -> str:
    """The text of a table with the columns of its model."""
    return table_text(MODELS[file], rows, SPELLING)


SHAPE = {
    "type": "Feature",
    "properties": {"iso_a3": "AAA"},
    "geometry": {"type": "Polygon", "coordinates": [[[20, 60], [20, 61], [21, 61], [20, 60]]]},
}


def write_boundaries(folder: Path) -> Path:
    """The shapes of the small pack's states: a triangle, which is Alpha."""
    folder.mkdir()
    collection = {"type": "FeatureCollection", "features": [SHAPE]}
    (folder / "states.geojson").write_text(json.dumps(collection), encoding="utf-8")
    return folder


class SmallPack(PackCopy):
    """The small pack in a folder of its own, to be altered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.write("treaty.toml", TREATY)
        self.write_rows("states.csv", map(state, STATES))
        self.write_rows("events.csv", map(event, EVENTS))
        self.write_rows("quotes.csv", [{"sources": "gazette"} | quote for quote in QUOTES])
        self.write_rows("sources.csv", SOURCES)
        self.write_rows("claims.csv", CLAIMS)
        self.write_rows("borders.csv", [{"sources": "gazette"} | border for border in BORDERS])

    def write_rows(self, file: str, rows: Iterable[Mapping[str, str]]) -> None:
        self.write(file, table(file, rows))

    def add_event(self, **cells: str) -> int:
        """Append an event that lacks nothing. Returns its line."""
        return self.add("events.csv", **event(cells))
