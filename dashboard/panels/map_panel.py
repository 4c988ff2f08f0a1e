"""The map: the states as one choropleth, the land around them, the borders with the east, names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import geopandas as gpd
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.atlas.view import CENTRAL_LONGITUDE
from dashboard.panels.drawing import Hatching
from dashboard.panels.elements import aria, data, hidden
from dashboard.record.kinds import Group, Standing
from dashboard.record.models import State

PARALLELS = (48, 66)
RANGES = ((-27.5893, 79.5893), (40.6, 62.8965))
"""Longitudes and latitudes whose projected box is as wide as the widest view, and as high as the
whole flank; the page shows the middle of it, as much as there is room.

plotly fits this box to the drawing and cuts the map to it; any other box leaves empty strips.
"""
CENTRE = {"lon": CENTRAL_LONGITUDE, "lat": 56.2289}


@dataclass(frozen=True)
class Shapes:
    """What the map is drawn from (WGS 84).

    ``states`` is the join of geometry and standing, keyed by ``iso_a3``; ``neighbours`` those that
    share a border in it; ``backdrop`` the land around them. ``version`` changes with the geometry,
    so that browsers may keep it.
    """

    version: str
    states: gpd.GeoDataFrame
    backdrop: gpd.GeoDataFrame
    labels: Mapping[str, tuple[float, float]]
    borders: gpd.GeoDataFrame
    neighbours: Mapping[str, frozenset[str]]

    def url(self, name: str) -> str:
        return f"geodata/{name}.geojson?v={self.version}"


HATCHED = MappingProxyType({Standing.NOTIFIED: 45, Standing.SUSPENSION: -45})
"""What is running out or disputed is hatched; the degrees by which its lines are turned."""
ZOOM = (("in", "+", "Larger"), ("out", "\N{MINUS SIGN}", "Smaller"), ("reset", "⟲", "Whole map"))


def map_panel(first: Component) -> Component:
    """The window that the map (``first``) is seen through.

    To screen readers the map is one picture: the list of states says the same, and chooses.
    """
    hatching: Any = Hatching(tuple(HATCHED.items()))  # Not Dash's, but the page's own content.
    return html.Div(
        [
            hatching,
            html.Div(
                [
                    first,
                    html.Div(id="map-tip", className="map-tip", hidden=True, **aria(hidden="true")),
                ],
                className="map-window",
                role="img",
                **aria(
                    label="Map of NATO’s eastern flank by standing. "
                    "The list of states says the same in words."
                ),
            ),
            html.Div(
                [
                    html.Button(
                        [html.Span(sign, **aria(hidden="true")), hidden(label)],
                        type="button",
                        title=label,
                        **data(zoom=way),
                    )
                    for way, sign, label in ZOOM
                ],
                className="zoom",
                role="group",
                **aria(label="Size of the map"),
            ),
        ],
        className="map-room",
    )


def graph(shapes: Shapes, states: Sequence[State]) -> Component:
    """The map as a graph. Its colours come from the style sheet, by standing, once it is drawn."""
    return dcc.Graph(
        id="graph",
        figure=figure(shapes, states),
        responsive=True,
        config={
            "displayModeBar": False,
            "showSendToCloud": False,
            "displaylogo": False,
            "scrollZoom": False,
            "doubleClick": False,
            "showTips": False,
        },
    )


def figure(shapes: Shapes, states: Sequence[State]) -> dict[str, Any]:
    """The figure as plain JSON: land, states and borders on a map without plotly's own land."""
    told = [state for state in states if state.group in (Group.FLANK, Group.NEIGHBOUR)]
    codes = {state.iso_a3 for state in told}
    # Context first: the lines around the states that are told lie above its lines.
    drawn = sorted(shapes.states.index, key=codes.__contains__)
    return {
        "data": [
            _land(shapes.url("backdrop"), ["backdrop"]),
            _land(shapes.url("states"), drawn),
            *_borders(shapes.borders),
        ],
        "layout": {
            "uirevision": "map",
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,
            "geo": {
                "visible": False,
                "resolution": 110,
                "bgcolor": "rgba(0,0,0,0)",
                "fitbounds": False,
                "projection": {
                    "type": "conic conformal",
                    "parallels": PARALLELS,
                    "rotation": {"lon": CENTRAL_LONGITUDE, "lat": 0, "roll": 0},
                    "scale": 1,
                },
                "center": CENTRE,
                "lonaxis": {"range": RANGES[0]},
                "lataxis": {"range": RANGES[1]},
            },
        },
    }


def _land(url: str, locations: list[str]) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": url,
        "featureidkey": "id",
        "locations": locations,
        "z": [0] * len(locations),
        "showscale": False,
        "hoverinfo": "skip",
        "colorscale": [[0, "#c9cfd1"], [1, "#c9cfd1"]],
        "marker": {"line": {"width": 0.7, "color": "#ffffff"}},
    }


def _borders(borders: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """One line trace for each state with a border to the east; its name is the state's code.

    The browser shows those of NATO's members on the day.
    """
    traces = []
    for iso, rows in borders.groupby("iso_a3"):
        lon: list[float | None] = []
        lat: list[float | None] = []
        for line in rows.geometry.explode():
            lon += [*(x for x, _ in line.coords), None]
            lat += [*(y for _, y in line.coords), None]
        traces.append(
            {
                "type": "scattergeo",
                "mode": "lines",
                "name": iso,
                "lon": lon,
                "lat": lat,
                "hoverinfo": "skip",
                "line": {"width": 3, "color": "#ffffff"},
            }
        )
    return traces
