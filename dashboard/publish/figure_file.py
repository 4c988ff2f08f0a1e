"""The map of a day as a figure, in Python or as a file for ``plotly.io.from_json``.

Geometry and all is inside.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from html import escape
from textwrap import wrap
from typing import Any

import geopandas as gpd
import pandas as pd
import plotly.graph_objects as go
import shapely
from shapely.geometry import mapping

from dashboard.atlas.choropleth import Geometry as GeoJson
from dashboard.atlas.choropleth import borders, choropleth, land, names, projection
from dashboard.atlas.degrees import to_degrees
from dashboard.publish.geometry import Geometry
from dashboard.publish.json_file import Json, encoded
from dashboard.publish.tokens import mixed, standing_colours
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.treaty import Treaty
from dashboard.story.borderland import counted_since
from dashboard.story.frames import Frame, frame_on, told_states
from dashboard.story.headline import plain
from dashboard.story.hover import hover_text
from dashboard.story.imprint import boundaries
from dashboard.story.standings import standings as standings_of
from dashboard.story.verified import verified

TOLERANCE = 4_000.0
"""Metres by which lines may differ from those of the map's own files: a third of a megabyte."""
STATES, BACKDROP = "states", "backdrop"
"""The two geometries. In a file their names keep their places until it is written."""
HEIGHT = 640
"""Pixels; a figure is as wide as there is room."""
BORDER_WHITE = 0.8
"""How much white there is in the colour of a border, as on the page."""
SMALL = {"size": 11}
LEGEND = {
    "orientation": "h",
    "y": -0.03,
    "yanchor": "top",
    "thickness": 12,
    "outlinewidth": 0,
    "tickfont": SMALL,
}
LINE = 88
"""The most characters in a line of the title."""


class FigureDays:
    """The figures of all days of one record; ``colours`` are the tokens of the light theme."""

    def __init__(
        self,
        ledger: Ledger,
        frames: Sequence[Frame],
        geometry: Geometry,
        colours: Mapping[str, str],
    ) -> None:
        self._ledger = ledger
        self._frames = frames
        self._geometry = geometry
        self._colours = colours

    def figure(self, day: date) -> go.Figure:
        """The figure of ``day``; it may be changed, and shares its geometry with no other."""
        shapes = {name: json.loads(geojson) for name, geojson in self._shapes.items()}
        return go.Figure(self._figure(day, shapes))

    def day(self, day: date) -> bytes:
        """The figure of ``day`` as JSON."""
        written = encoded(self._figure(day, {name: name for name in (STATES, BACKDROP)}))
        for name, geojson in self._shapes.items():
            written = written.replace(f'"geojson":"{name}"', f'"geojson":{geojson}', 1)
        return f"{written}\n".encode()

    @cached_property
    def _shapes(self) -> Mapping[str, str]:
        """The simplified geometry as GeoJSON, written once. Rings run as d3 wants them.

        States and land are simplified as one coverage, so that they keep their common lines.
        """
        around = self._geometry.backdrop.geometry.set_axis([BACKDROP])
        whole = pd.concat([self._geometry.states.geometry, around]).to_crs(
            self._geometry.view.equal_area
        )
        simplified = shapely.coverage_simplify(whole.to_numpy(), TOLERANCE)
        shapes = to_degrees(gpd.GeoSeries(simplified, whole.index, crs=whole.crs))
        return {
            STATES: _collection(shapes.drop(BACKDROP)),
            BACKDROP: _collection(shapes.loc[[BACKDROP]]),
        }

    def _figure(self, day: date, shapes: Mapping[str, GeoJson]) -> Json:
        traces = [
            land(shapes[BACKDROP], self._colours["land"]),
            self._states(day, shapes[STATES]),
            *borders(self._geometry.borders, self._border_colours(day)),
            names(
                {
                    state.iso_a3: escape(state.name, quote=False)
                    for state in told_states(self._ledger)
                },
                self._geometry.labels,
                size=12,
            ),
        ]
        return {
            "data": [trace.to_plotly_json() for trace in traces],
            "layout": figure_layout(
                self._ledger,
                self._frames,
                day,
                projection(self._geometry.view, self._colours["sea"]),
            ),
        }

    def _states(self, day: date, shapes: GeoJson) -> go.Choropleth:
        states = self._ledger.pack.states
        drawn = self._geometry.states.index
        standings = self._ledger.standings(day)
        joined = self._geometry.states.assign(
            standing=[standings[iso] for iso in drawn],
            hover=[hover_text(self._ledger, states[iso], day) for iso in drawn],
        )
        trace = choropleth(joined, standing_colours(self._colours), shapes)
        return with_scale(trace, self._ledger.pack.treaty)

    def _border_colours(self, day: date) -> Mapping[str, str]:
        """Those that are counted on the day, in a tint of their standings."""
        states, standings = self._ledger.pack.states, self._ledger.standings(day)
        return {
            iso: mixed(self._colours[standings[iso]], "#ffffff", BORDER_WHITE)
            for iso in self._geometry.borders["iso_a3"].unique()
            if (since := counted_since(self._ledger, states[iso])) and since <= day
        }


def figure_layout(
    ledger: Ledger, frames: Sequence[Frame], day: date, geo: go.layout.Geo
) -> dict[str, Any]:
    """The layout of a map of ``day`` in the projection ``geo``: the finding is its title."""
    treaty = ledger.pack.treaty
    headline = escape(plain(frame_on(frames, day).headline(day)), quote=False)
    return {
        "template": {},
        "title": {
            "text": "<br>".join(wrap(headline, LINE)),
            "subtitle": {"text": f"The {treaty.words.subject}, {day_in_words(day)}"},
        },
        "annotations": [_note(treaty, day)],
        "margin": {"l": 10, "r": 10, "t": 120, "b": 110},
        "height": HEIGHT,
        "showlegend": False,
        "dragmode": False,
        "geo": geo.to_plotly_json(),
    }


def with_scale(trace: go.Choropleth, treaty: Treaty) -> go.Choropleth:
    """The states with a legend of the standings' colours."""
    words = [row.label.replace(", ", ",<br>") for row in standings_of(treaty).values()]
    return trace.update(
        showscale=True,
        colorbar={**LEGEND, "tickvals": list(range(len(words))), "ticktext": words},
    )


def _note(treaty: Treaty, day: date) -> Json:
    """How far the record vouches and whose boundaries these are, below the map."""
    return {
        "text": f"{verified(treaty, day)} {boundaries(treaty)}",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "yshift": -78,
        "yanchor": "top",
        "xanchor": "left",
        "showarrow": False,
        "font": SMALL,
    }


def _collection(shapes: gpd.GeoSeries) -> str:
    """Shapes as GeoJSON features, known by their index."""
    features = [
        {"type": "Feature", "id": key, "properties": {}, "geometry": mapping(shape)}
        for key, shape in shapes.items()
    ]
    return encoded({"type": "FeatureCollection", "features": features})
