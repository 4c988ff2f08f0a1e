"""The map as SVG in the document: coarser shapes than plotly's, and the names of states.

Once plotly is loaded, its drawing replaces the shapes; the names stay above it. Without scripts
the map stays as it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import geopandas as gpd
import shapely
from dash import html
from dash.development.base_component import Component
from shapely.geometry.base import BaseGeometry

from dashboard.atlas.view import WIDEST, MapView
from dashboard.panels.contents import Contents
from dashboard.panels.drawing import Layers, Shape
from dashboard.panels.elements import data
from dashboard.panels.explore.map_panel import Shapes
from dashboard.panels.explore.paths import areas, lines
from dashboard.panels.view import View
from dashboard.record.kinds import Standing
from dashboard.story.borderland import counted_since
from dashboard.story.standings import HATCHED

ENTRY_ID = "react-entry-point"
"""The id of the element into which Dash draws; Dash prescribes it."""
HEIGHT = 1000
"""Height of the drawing in its units; one unit is about 3.5 km."""
TOLERANCE = 4_000.0
"""Metres by which outlines may differ from those of the map: a pixel or two on most screens."""


@dataclass(frozen=True)
class FirstMap:
    """SVG paths of land, states and the borders that are counted, in units of the drawing.

    ``states``, ``borders`` and ``names`` are keyed by ``iso_a3``; the latter are the places of the
    names, in per cent of the width and the height.
    """

    land: str
    states: Mapping[str, str]
    borders: Mapping[str, str]
    names: Mapping[str, tuple[float, float]]

    @classmethod
    def of(cls, shapes: Shapes) -> "FirstMap":
        """Project and simplify the shapes (EPSG:4326) as one coverage."""
        view, unit = shapes.view, _unit(shapes.view)
        [land] = _simplified(view, shapes.backdrop.geometry)
        simplified = _simplified(view, shapes.states.geometry)
        states = dict(zip(shapes.states.index, map(areas, simplified), strict=True))
        drawn = view.placed(shapes.borders.set_index("iso_a3").geometry, _size())
        borders: dict[str, str] = {}
        for iso, line in drawn.simplify(TOLERANCE / unit).items():
            borders[iso] = borders.get(iso, "") + lines(line)
        points = gpd.GeoSeries(
            [shapely.Point(place) for place in shapes.labels.values()],
            index=list(shapes.labels),
            crs=shapes.states.crs,
        )
        width, height = _size()
        names = {
            iso: (round(100 * point.x / width, 2), round(100 * point.y / height, 2))
            for iso, point in view.placed(points, _size()).items()
        }
        return cls(areas(land), states, borders, names)

    def on(self, contents: Contents, view: View) -> Component:
        """The map of a view."""
        standings = contents.frame_on(view.day).standings
        counted = contents.told
        # Context first: the lines around the states that are counted lie above its lines.
        order = sorted(self.states, key=counted.__contains__)
        drawing: Any = Layers(  # Not Dash's, but the page's own kind of content.
            [
                (
                    "land-layer",
                    [
                        Shape(self.land, (("data-context", "land"),)),
                        *(
                            Shape(
                                self.states[iso],
                                _state_attributes(iso, standings[iso], iso in counted),
                            )
                            for iso in order
                        ),
                    ],
                ),
                ("border-layer", self._borders(contents, standings, view.day)),
            ],
            _size(),
            "map-svg",
        )
        return html.Div(
            [
                drawing,
                html.Div(id=ENTRY_ID, className="graph-entry"),
                html.Div(id="world-graph"),
                self._names(contents, view),
            ],
            id="map",
            className="map",
            **data(layer="svg"),
        )

    def _names(self, contents: Contents, view: View) -> Component:
        """The names of the states told of; the browser writes the standing below."""
        standings = contents.frame_on(view.day).standings
        return html.Div(
            [
                html.Span(
                    [state.name, html.Span(className="below")],
                    style={"left": f"{self.names[iso][0]}%", "top": f"{self.names[iso][1]}%"},
                    **data(iso=iso, standing=standings[iso]),
                )
                for iso, state in contents.told.items()
                if iso in self.names
            ],
            className="map-names",
        )

    def _borders(
        self, contents: Contents, standings: Mapping[str, Standing], day: date
    ) -> list[Shape]:
        """The borders of those that are ever counted, seen from the day on from which they are."""
        ledger = contents.ledger
        since = {iso: counted_since(ledger, ledger.pack.states[iso]) for iso in self.borders}
        return [
            Shape(
                path,
                (("data-border", iso), ("data-standing", standings[iso]), *_seen(since[iso], day)),
            )
            for iso, path in self.borders.items()
            if iso in standings and since[iso]
        ]


def _seen(since: date | None, day: date) -> tuple[tuple[str, str], ...]:
    return () if since and since <= day else (("style", "display:none"),)


def _state_attributes(
    iso: str, standing: Standing, is_counted: bool
) -> tuple[tuple[str, str], ...]:
    attributes = [
        ("data-iso", iso),
        ("data-standing", standing.value),
        ("data-context", str(not is_counted).lower()),
    ]
    if standing in HATCHED:
        attributes.append(("style", f"--hatch:url(#hatch-{standing})"))
    return tuple(attributes)


def _unit(view: MapView) -> float:
    """Metres of the projection in a unit of the drawing."""
    _, bottom, _, top = view.box(WIDEST).bounds
    return float(top - bottom) / HEIGHT


def _size() -> tuple[int, int]:
    return round(HEIGHT * WIDEST), HEIGHT


def _simplified(view: MapView, shapes: gpd.GeoSeries) -> Sequence[BaseGeometry]:
    """The areas, still without gaps or overlaps between neighbours."""
    simplified: Sequence[BaseGeometry] = shapely.coverage_simplify(
        view.placed(shapes, _size()).to_numpy(), TOLERANCE / _unit(view)
    )
    return simplified
