"""The map: the states as one choropleth, the land around them, the borders with the east, names."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import plotly.graph_objects as go
import shapely
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.atlas.choropleth import borders, choropleth, land, projection
from dashboard.atlas.view import MapView
from dashboard.panels.contents import Contents
from dashboard.panels.drawing import Hatching
from dashboard.panels.elements import aria, data, hidden
from dashboard.panels.phrases import map_of
from dashboard.story.hover import hover_text
from dashboard.story.standings import HATCHED


@dataclass(frozen=True)
class Shapes:
    """What the map is drawn from (WGS 84).

    ``states`` is the join of geometry and standing on the first day of the page, keyed by
    ``iso_a3``; ``neighbours`` those that share a border in it; ``backdrop`` the land around them.
    ``version`` changes with the geometry, so that browsers may keep it.
    """

    version: str
    states: gpd.GeoDataFrame
    backdrop: gpd.GeoDataFrame
    labels: Mapping[str, tuple[float, float]]
    borders: gpd.GeoDataFrame
    neighbours: Mapping[str, frozenset[str]]
    view: MapView

    def url(self, name: str) -> str:
        """The address of the map's file of this name (``states``), relative to the page."""
        return f"geodata/{name}.geojson?v={self.version}"

    @property
    def drawn(self) -> dict[str, dict[str, shapely.Geometry]]:
        """All that the graph draws, by its address: the shapes by the ids that they have there."""
        return {
            self.url("backdrop"): {"backdrop": self.backdrop.geometry.iloc[0]},
            self.url("states"): dict(self.states.geometry.items()),
        }


ZOOM = (("in", "+", "Larger"), ("out", "\N{MINUS SIGN}", "Smaller"), ("reset", "⟲", "Whole map"))


TURN = (("west", "←", "Turn the globe to the west"), ("east", "→", "Turn the globe to the east"))


def map_panel(first: Component, region: str, extents: Component) -> Component:
    """The window that the map (``first``) of a ``region`` is seen through, and the choice between
    its ``extents``.

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
                **aria(label=map_of(region)),
            ),
            extents,
            html.Div(id="world-note", className="world-note", role="status", hidden=True),
            html.Div(
                [
                    html.Button(
                        [html.Span(sign, **aria(hidden="true")), hidden(label)],
                        type="button",
                        title=label,
                        **data(zoom=change),
                    )
                    for change, sign, label in ZOOM
                ]
                + [
                    html.Button(
                        [html.Span(sign, **aria(hidden="true")), hidden(label)],
                        type="button",
                        title=label,
                        hidden=True,
                        **data(turn=way),
                    )
                    for way, sign, label in TURN
                ],
                className="zoom",
                role="group",
                **aria(label="Size of the map"),
            ),
        ],
        className="map-room",
    )


def graph(shapes: Shapes, contents: Contents, colours: Mapping[str, str], folder: str) -> Component:
    """The map as a graph. Once it is drawn, the style sheet colours it by standing, light and dark.

    ``colours`` are those of the light theme, by standing. By ``folder``, where the parts of this
    record's page are, the browser knows a graph of the record that its page is of; and by its day,
    whether it is to be told another one.
    """
    made = figure(shapes, contents, colours)
    made.layout.meta = {"folder": folder, "day": str(contents.first_day)}
    return dcc.Graph(
        id="graph",
        figure=made,
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


def figure(shapes: Shapes, contents: Contents, colours: Mapping[str, str]) -> go.Figure:
    """The map on the first day. Another day changes only the trace of the states."""
    counted = contents.told
    states, day = contents.ledger.pack.states, contents.first_day
    # Context first: the lines around the states that are counted lie above its lines.
    joined = shapes.states.loc[sorted(shapes.states.index, key=counted.__contains__)]
    said = [hover_text(contents.ledger, states[iso], day) for iso in joined.index]
    made = go.Figure(
        [
            land(shapes.url("backdrop")),
            choropleth(joined.assign(hover=said), colours, shapes.url("states")),
            *borders(shapes.borders),
        ],
        {
            "uirevision": "map",
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hovermode": False,
            "dragmode": False,
            "geo": projection(shapes.view),
        },
    )
    made.layout.template = None  # Given to the figure at once, it would be taken for none given.
    return made
