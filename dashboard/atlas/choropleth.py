"""The map as Plotly draws it: states coloured by standing, land, borders, names, one projection.

The page and the files that readers take away are made of these parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import geopandas as gpd
import plotly.graph_objects as go

from dashboard.atlas.view import MapView

STANDINGS = "standings"
"""The name of the trace that holds the states."""
LINE = {"width": 0.7, "color": "#ffffff"}
LAND = "#c9cfd1"

Geometry = str | dict[str, Any]
"""GeoJSON, or the address at which it lies."""


def projection(view: MapView, background: str = "rgba(0,0,0,0)") -> go.layout.Geo:
    """The view in its projection, without plotly's own land."""
    longitude = view.centre[0]
    drawn: dict[str, Any] = {"type": "conic conformal", "parallels": view.parallels}
    east_west, south_north = view.ranges
    return go.layout.Geo(
        visible=False,
        resolution=110,
        bgcolor=background,
        fitbounds=False,
        projection={
            **(drawn if view.parallels else {"type": "mercator"}),
            "rotation": {"lon": longitude, "lat": 0, "roll": 0},
            "scale": 1,
        },
        center={"lon": longitude, "lat": view.middle},
        lonaxis={"range": east_west},
        lataxis={"range": south_north},
    )


def choropleth(
    joined: gpd.GeoDataFrame, colours: Mapping[str, str], geojson: Geometry
) -> go.Choropleth:
    """The states of ``joined`` in the colours of their standings.

    ``joined`` is indexed by ``iso_a3`` and has the columns ``standing`` and ``hover``, which is
    said of a state when it is pointed at; ``colours`` gives every standing, in order, its own.
    A standing is drawn as its place in that order, on a scale of even steps that never changes.
    """
    order = {standing: place for place, standing in enumerate(colours)}
    return go.Choropleth(
        name=STANDINGS,
        geojson=geojson,
        featureidkey="id",
        locations=list(joined.index),
        z=[order[standing] for standing in joined["standing"]],
        zmin=-0.5,
        zmax=len(order) - 0.5,
        colorscale=steps(list(colours.values())),
        showscale=False,
        hovertext=list(joined["hover"]),
        hoverinfo="text",
        marker={"line": LINE},
    )


def steps(colours: Sequence[str]) -> list[tuple[float, str]]:
    """A scale that changes from one colour to the next at once, each as long as the others."""
    ends = [place / len(colours) for place in range(len(colours) + 1)]
    return [
        (end, colour)
        for colour, *sides in zip(colours, ends, ends[1:], strict=False)
        for end in sides
    ]


def land(geojson: Geometry, colour: str = LAND) -> go.Choropleth:
    """The land around the states, of which nothing is said."""
    return go.Choropleth(
        name="land",
        geojson=geojson,
        featureidkey="id",
        locations=["backdrop"],
        z=[0],
        showscale=False,
        hoverinfo="skip",
        colorscale=steps([colour]),
        marker={"line": LINE},
    )


def borders(
    rows: gpd.GeoDataFrame, colours: Mapping[str, str] | None = None
) -> Iterator[go.Scattergeo]:
    """A line for every state with a border that is drawn, named by the state's code.

    Where ``colours`` are given, only for the states in it, each in its own.
    """
    for iso, own in rows.groupby("iso_a3"):
        if colours is not None and iso not in colours:
            continue
        lon: list[float | None] = []
        lat: list[float | None] = []
        for line in own.geometry.explode():
            lon += [*(x for x, _ in line.coords), None]
            lat += [*(y for _, y in line.coords), None]
        yield go.Scattergeo(
            mode="lines",
            name=iso,
            lon=lon,
            lat=lat,
            hoverinfo="skip",
            line={"width": 3, "color": colours[iso] if colours else "#ffffff"},
        )


def names(
    named: Mapping[str, str], labels: Mapping[str, tuple[float, float]], size: int = 13
) -> go.Scattergeo:
    """The names of states by their codes, at their label points; without one there is no name."""
    drawn = [iso for iso in named if iso in labels]
    return go.Scattergeo(
        mode="text",
        lon=[labels[iso][0] for iso in drawn],
        lat=[labels[iso][1] for iso in drawn],
        ids=drawn,
        text=[named[iso] for iso in drawn],
        hoverinfo="skip",
        textfont={"size": size, "color": "#ffffff"},
    )
