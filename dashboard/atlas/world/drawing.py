"""The world as Plotly draws it: flat, or as a globe, states coloured by standing."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import plotly.graph_objects as go
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import mapping

from dashboard.atlas.choropleth import LAND, LINE, Geometry, choropleth, steps
from dashboard.atlas.world.files import (
    POINTS_FILE,
    SHAPES_FILE,
    Place,
    read_places,
    read_world_shapes,
)

FLAT, GLOBE = "world", "globe"
EXTENTS = (FLAT, GLOBE)
"""The ways in which the world is drawn."""
SOUTH, NORTH = -56.5, 84.0
"""Latitudes between which there is land, but for Antarctica."""
DOTS = "dots"
"""The name of the trace of the states that are too small to be seen by their shapes."""
DOT = 7
"""Pixels across."""
EDGE = 180.0


@dataclass(frozen=True)
class World:
    """The shapes of the world (WGS 84, rings clockwise) by ``iso_a3``, other land as ``backdrop``,
    and the ``places`` of all states.

    A state on both sides of the antimeridian is whole: its shape goes across, as the browser, which
    draws on a sphere, may do. On a plane such a shape means nothing.
    """

    shapes: Mapping[str, shapely.Geometry]
    places: Mapping[str, Place]
    version: str

    @classmethod
    def read(cls, folder: Path) -> "World":
        """Read the files of the map of the world.

        Raises:
            AtlasError: one is missing or damaged.
        """
        shapes = read_world_shapes(folder).geometry
        digest = hashlib.sha256()
        for name in (SHAPES_FILE, POINTS_FILE):
            digest.update((folder / name).read_bytes())
        return cls(
            {iso: across(shape) for iso, shape in shapes.items()},
            read_places(folder),
            digest.hexdigest()[:12],
        )

    def geojson(self) -> dict[str, object]:
        """All shapes as GeoJSON features, known by their ids, for d3."""
        return {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "id": iso, "properties": {}, "geometry": mapping(shape)}
                for iso, shape in self.shapes.items()
            ],
        }

    def traces(
        self, states: pd.DataFrame, colours: Mapping[str, str], geojson: Geometry, land: str = LAND
    ) -> list[go.Choropleth | go.Scattergeo]:
        """Land, states and dots. ``states`` are those of a record by ``iso_a3``, with ``standing``
        and ``hover``; ``colours`` are those of standings, in order. Land of others has one colour.
        """
        drawn = states[states.index.isin(self.shapes)]
        rest = [iso for iso in self.shapes if iso not in drawn.index]
        small = states[[iso in self.places and self.places[iso].is_dot for iso in states.index]]
        return [
            go.Choropleth(
                name="land",
                geojson=geojson,
                featureidkey="id",
                locations=rest,
                z=[0] * len(rest),
                showscale=False,
                hoverinfo="skip",
                colorscale=steps([land]),
                marker={"line": LINE},
            ),
            choropleth(gpd.GeoDataFrame(drawn), colours, geojson),
            go.Scattergeo(
                name=DOTS,
                mode="markers",
                ids=list(small.index),
                lon=[self.places[iso].lon for iso in small.index],
                lat=[self.places[iso].lat for iso in small.index],
                hovertext=list(small["hover"]),
                hoverinfo="text",
                marker={
                    "size": DOT,
                    "color": [colours[standing] for standing in small["standing"]],
                    "line": LINE,
                },
            ),
        ]


def layout(extent: str, middle: tuple[float, float], sea: str = "rgba(0,0,0,0)") -> go.layout.Geo:
    """The projection of one of ``EXTENTS``: Natural Earth, or a globe that is seen from above its
    ``middle`` (longitude and latitude).
    """
    shared = {"visible": False, "resolution": 110, "fitbounds": False}
    if extent == GLOBE:
        lon, lat = middle
        return go.layout.Geo(
            **shared,
            bgcolor="rgba(0,0,0,0)",
            showocean=True,
            oceancolor=sea,
            projection={"type": "orthographic", "rotation": {"lon": lon, "lat": lat, "roll": 0}},
        )
    return go.layout.Geo(
        **shared,
        bgcolor=sea,
        projection={"type": "natural earth", "rotation": {"lon": 0, "lat": 0, "roll": 0}},
        lonaxis={"range": (-EDGE, EDGE)},
        lataxis={"range": (SOUTH, NORTH)},
    )


def across(shape: shapely.Geometry) -> shapely.Geometry:
    """A shape whose parts on both sides of the antimeridian are joined over it.

    Its longitudes stay within -180 and 180 degrees; rings run clockwise.
    """
    parts = list(shapely.get_parts(shape))
    west = [part for part in parts if part.bounds[0] <= -EDGE]
    if not west or not any(part.bounds[2] >= EDGE for part in parts):
        return shape
    moved = [affinity.translate(part, 2 * EDGE) for part in west]
    others = [part for part in parts if part.bounds[0] > -EDGE]
    whole = shapely.orient_polygons(shapely.union_all([*moved, *others]), exterior_cw=True)
    return shapely.MultiPolygon([_wrapped(part) for part in shapely.get_parts(whole)])


def _wrapped(polygon: shapely.Polygon) -> shapely.Polygon:
    def wrap(points: NDArray[np.float64]) -> NDArray[np.float64]:
        beyond = points[:, 0] > EDGE
        return points - np.column_stack([2 * EDGE * beyond, np.zeros(len(points))])

    return polygon if polygon.bounds[2] <= EDGE else shapely.transform(polygon, wrap)
