"""A treaty of another region with other rules, for tests. Everything in it is invented.

It waits for two named states, lets 30 days pass, is denounced with twelve months' notice, and knows
of no alliance and no border.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import geopandas as gpd
import shapely

from dashboard.atlas.build import write
from dashboard.atlas.states import MapPlan
from dashboard.atlas.territory import BACKDROP
from dashboard.record.models import MODELS, Claim, Event, Quote, Row, Source, State
from dashboard.record.pack import read_pack
from dashboard.record.spelling import Spelling
from dashboard.record.table_text import table_text

TREATY = """\
id = "example"
title = "Treaty on the Coral Sea of Examples (invented for tests, as are all its dates)"
short_title = "Coral Treaty"
depositary = "Government of Aurelia"
reference = "Invented for tests"
adopted = 2001-02-14
opened = 2001-03-01
entered_into_force = 2003-05-31
verified_through = 2020-12-31
sources = ["bulletin"]

[rules.entry_into_force]
article = "Art. 28"
states = ["AUR", "BOR"]
days = 30

[rules.withdrawal]
article = "Art. 30"
months = 12
armed_conflict_clause = false

[groups]
coast = "Coral Coast"
sea = "Elsewhere"

[purposes]
coast = "told"
sea = "elsewhere"

[words]
subject = "Coral Treaty on the Coral Coast"
treaty = "treaty"
region = "the Coral Coast"
members = "states on the Coral Coast"
told = "the Coral Coast"
told_listed = "coral Coast"
withdrawal = "denunciation"
withdraw = "denounce"
withdrawing = "denouncing"
withdrew = "denounced it"
withdrawn = "denounced"

[view]
projection = "mercator"
centre = [-60, -15]
north = 5
south = -35

[[spans]]
label = "all years"
first = 2001-01-01
last = 2020-12-31

[topics]
when-cala-left = "When Cala left"
"""
STATES = [
    ("AUR", "Aurelia", "coast", (-70, -20, -60, 0)),
    ("BOR", "Borea", "coast", (-60, -20, -50, 0)),
    ("CAL", "Cala", "coast", (-70, -30, -50, -20)),
    ("DOR", "Doria", "sea", None),
]
ACTS = [
    ("2001-03-01", "AUR", "signature", ""),
    ("2001-03-01", "CAL", "signature", ""),
    ("2002-01-10", "AUR", "ratification", ""),
    ("2003-05-01", "BOR", "accession", ""),
    ("2004-02-29", "CAL", "ratification", ""),
    ("2005-06-01", "DOR", "accession", ""),
    ("2010-03-03", "CAL", "parliament_vote", "leave"),
    ("2010-04-01", "CAL", "notification", "leave"),
    ("2015-08-01", "CAL", "accession", ""),
    ("2020-03-10", "BOR", "notification", "leave"),
]
Tables: TypeAlias = Mapping[str, list[dict[str, str]]]
SPELLING = Spelling.of(None)
"""That of a pack without a membership."""
LAND = (-90, -50, -30, 20)


def row(model: type[Row], **cells: str) -> dict[str, str]:
    """The cells of a row of a table by their columns; those not given are blank."""
    return {name: cells.get(name, "") for name in SPELLING.fields(model.model_fields)}


def rows() -> Tables:
    """The tables of the pack."""
    states = [
        row(State, iso_a3=iso, name=name, group=group, map="drawn" if box else "off",
            atlas_id=iso.lower() if box else "", sources="bulletin")
        for iso, name, group, box in STATES
    ]  # fmt: skip
    events = [
        row(Event, id=f"{iso.lower()}-{day}-{kind}".replace("_", "-"), date=day, iso_a3=iso,
            kind=kind, aim=aim, title=f"Invented act of {iso}", sources="bulletin",
            confidence="high")
        for day, iso, kind, aim in ACTS
    ]  # fmt: skip
    quotes = [
        row(Quote, id=f"minister-{stance}", speaker=f"A {stance} minister", iso_a3="CAL",
            quote=f"These words were invented for tests, and whoever spoke {stance} the treaty is "
            "as invented as they are.", date="2010-03-01", topic="example", stance=stance,
            language="en", sources="bulletin")
        for stance in ("supports", "opposes")
    ]  # fmt: skip
    sources = [
        row(Source, id="bulletin", publisher="Bulletin", title="Bulletin of Examples",
            kind="official_gazette", date="2001-01-01", url="https://bulletin.example/")
    ]  # fmt: skip
    claims = [
        row(Claim, id=f"when-cala-left-{number}", topic="when-cala-left", iso_a3="CAL",
            subject="Cala", claim="left on", value=value, sources="bulletin",
            record="2011-04-01", verdict=verdict, reason="Invented.")
        for number, value, verdict in (
            (1, "2011-04-01", "record"), (2, "2011-01-01", "contradicts"))
    ]  # fmt: skip
    return {
        "states.csv": states,
        "events.csv": events,
        "quotes.csv": quotes,
        "sources.csv": sources,
        "claims.csv": claims,
        "borders.csv": [],
    }


def write_pack(folder: Path, treaty: str = TREATY, tables: Tables | None = None) -> Path:
    """The example as a pack in a folder."""
    folder.mkdir(parents=True)
    (folder / "treaty.toml").write_text(treaty, encoding="utf-8")
    for file, lines in (tables or rows()).items():
        text = table_text(MODELS[file], lines, SPELLING)
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def write_boundaries(pack: Path, folder: Path) -> Path:
    """The map of the example: three rectangles, and land around them."""
    shapes = {iso: shapely.box(*box) for iso, _, _, box in STATES if box}
    around = shapely.box(*LAND) - shapely.union_all(list(shapes.values()))
    coverage = gpd.GeoSeries({**shapes, BACKDROP: around}, crs="EPSG:4326")
    many = coverage.apply(lambda shape: shapely.MultiPolygon([shape]))
    turned = gpd.GeoSeries(many, crs="EPSG:4326").orient_polygons(exterior_cw=True)
    write(turned, {}, MapPlan.of(read_pack(pack)), folder)
    return folder
