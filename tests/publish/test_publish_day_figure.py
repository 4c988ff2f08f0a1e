"""The map of a day as a figure for notebooks: Plotly opens it, and it says what the record says."""

import json
from datetime import date
from html import unescape
from typing import Any

import plotly.graph_objects as go
import plotly.io
import pytest
from samples import PackCopy, day

from dashboard.atlas.choropleth import STANDINGS
from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.publish.figure_file import FigureDays
from dashboard.publish.geometry import Geometry
from dashboard.publish.takeaway import Takeaway
from dashboard.publish.tokens import light_colours
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame, build_frames

DAYS = [
    day(text) for text in ("1997-01-01", "2012-03-01", "2025-12-26", "2025-12-27", "2026-12-31")
]
MOST = 600_000
"""Bytes of a figure."""


def opened(takeaway: Takeaway, when: date) -> go.Figure:
    return plotly.io.from_json(takeaway.figure(when).decode())


def states(figure: go.Figure) -> Any:
    [trace] = figure.select_traces({"name": STANDINGS})
    return trace


@pytest.fixture
def figures(
    ledger: Ledger, frames: tuple[Frame, ...], geometry: Geometry, colours: dict[str, str]
) -> FigureDays:
    """What makes the figures, anew: none is kept from another test."""
    return FigureDays(ledger, frames, geometry, colours)


@pytest.mark.parametrize("when", DAYS, ids=str)
def test_every_state_stands_in_it_as_in_the_table_of_the_day(
    takeaway: Takeaway, when: date
) -> None:
    trace = states(opened(takeaway, when))
    numbers = dict(zip(trace.locations, trace.z, strict=True))
    rows = json.loads(takeaway.standing(when, "json"))["states"]
    table = {row["iso_a3"]: row["standing"] for row in rows}
    assert {iso: list(Standing)[number] for iso, number in numbers.items()} == {
        iso: table[iso] for iso in numbers
    }
    drawn = json.loads(takeaway.standing(when, "geojson"))["features"]
    assert sorted(numbers) == sorted(feature["id"] for feature in drawn)


def test_the_colours_are_those_of_the_page_whatever_standings_there_are(
    takeaway: Takeaway, colours: dict[str, str]
) -> None:
    wanted = [colours[standing] for standing in Standing]
    for when in DAYS:
        trace = states(opened(takeaway, when))
        assert (trace.zmin, trace.zmax) == (-0.5, len(Standing) - 0.5)
        assert [colour for _, colour in trace.colorscale] == [
            colour for colour in wanted for _ in ("from", "to")
        ]
        assert list(trace.colorbar.tickvals) == list(range(len(Standing)))


def test_the_geometry_is_inside_and_drawn_as_on_the_page(takeaway: Takeaway) -> None:
    figure = opened(takeaway, DAYS[3])
    for trace in figure.select_traces({"type": "choropleth"}):
        assert sorted(trace.locations) == sorted(
            feature["id"] for feature in trace.geojson["features"]
        )
    geo = figure.layout.geo
    assert geo.fitbounds is False
    assert geo.visible is False
    assert geo.projection.type == "conic conformal"
    assert geo.projection.parallels == (48, 66)


def test_it_has_the_headline_and_what_is_said_of_a_state_of_the_day(takeaway: Takeaway) -> None:
    figure = opened(takeaway, DAYS[3])
    headline = json.loads(takeaway.standing(DAYS[3], "json"))["headline"]
    assert figure.layout.title.text.replace("<br>", " ") == headline
    trace = states(figure)
    said = dict(zip(trace.locations, trace.hovertext, strict=True))
    assert said["FIN"].endswith("Since 10 July 2025; out in 14 days, on 10 January 2026")
    assert "verified through 3 March 2026" in figure.layout.annotations[0].text


def test_borders_are_those_of_natos_members_on_the_day(takeaway: Takeaway) -> None:
    def lines(when: date) -> set[str]:
        return {trace.name for trace in opened(takeaway, when).select_traces({"mode": "lines"})}

    assert "FIN" in lines(day("2023-04-04"))
    assert "FIN" not in lines(day("2023-04-03"))


def test_no_template_of_plotly_adds_to_it(takeaway: Takeaway) -> None:
    template = opened(takeaway, DAYS[3]).layout.template
    assert template.layout.to_plotly_json() == {}


def test_it_is_small_and_the_same_record_gives_the_same_bytes(
    takeaway: Takeaway, figures: FigureDays
) -> None:
    written = takeaway.figure(DAYS[3])
    assert len(written) < MOST
    assert figures.day(DAYS[3]) == written


def test_a_name_that_looks_like_markup_is_told_as_it_is(pack: PackCopy) -> None:
    name = '<a href="https://evil.example">Finland</a> & more'
    pack.edit("states.csv", "FIN", name=name)
    ledger = Ledger(pack.read())
    geometry, colours = Geometry.read(ledger, BOUNDARIES), light_colours(ASSETS / "tokens.css")
    figures = FigureDays(ledger, build_frames(ledger), geometry, colours)
    figure = plotly.io.from_json(figures.day(DAYS[3]).decode())
    trace = states(figure)
    said = dict(zip(trace.locations, trace.hovertext, strict=True))["FIN"]
    assert "<a" not in said
    assert unescape(said).startswith(f"<b>{name}</b><br>")
    [names] = figure.select_traces({"mode": "text"})
    assert "<a" not in "".join(names.text) + figure.layout.title.text


def test_the_figure_in_python_is_that_of_the_file_and_nobody_elses(
    takeaway: Takeaway, figures: FigureDays
) -> None:
    figure = figures.figure(DAYS[3])
    states(figure).geojson["features"].clear()
    figure.update_layout(height=100)
    again = figures.figure(DAYS[3])
    assert again.to_plotly_json() == opened(takeaway, DAYS[3]).to_plotly_json()
