"""Turns a coverage in metres into degrees for the browser: rounded, rings clockwise as for d3."""

from collections.abc import Callable

import geopandas as gpd
import numpy as np
import shapely

from dashboard.atlas.view import DEGREES, EDGE

DECIMALS = 3
"""About 110 m, a twentieth of the tolerance of the simplification."""


def to_degrees(
    coverage: gpd.GeoSeries,
    edge: float = EDGE,
    decimals: int = DECIMALS,
    mended: Callable[[shapely.Geometry], shapely.Geometry] = lambda shape: shape,
) -> gpd.GeoSeries:
    """Return the coverage in EPSG:4326, rounded to `decimals`, exterior rings clockwise.

    Edges longer than `edge` metres get vertices first, since a straight line on one projection is
    none on another. Equal vertices round equally, so common borders stay common; rings that
    rounding flattens are dropped. Clockwise is the opposite of RFC 7946: d3 would fill the outside
    instead. `mended` is called with each shape before it is rounded.
    """
    dense = coverage.segmentize(edge).to_crs(DEGREES)
    rounded = gpd.GeoSeries(
        [_rounded(mended(geometry), decimals) for geometry in dense], dense.index, crs=DEGREES
    )
    return rounded.orient_polygons(exterior_cw=True)


def _rounded(geometry: shapely.Geometry, decimals: int) -> shapely.MultiPolygon:
    polygons = (_rounded_polygon(part, decimals) for part in shapely.get_parts(geometry))
    return shapely.MultiPolygon([polygon for polygon in polygons if polygon is not None])


def _rounded_polygon(polygon: shapely.Polygon, decimals: int) -> shapely.Polygon | None:
    shell = _rounded_ring(polygon.exterior, decimals)
    if shell is None:
        return None
    holes = (_rounded_ring(ring, decimals) for ring in polygon.interiors)
    return shapely.Polygon(shell, [hole for hole in holes if hole is not None])


def _rounded_ring(ring: shapely.LinearRing, decimals: int) -> shapely.LinearRing | None:
    points = np.round(shapely.get_coordinates(ring), decimals)
    moved = np.any(points[1:] != points[:-1], axis=1)
    points = points[np.concatenate([[True], moved])]
    if len(points) < 4 or not shapely.Polygon(points).area:
        return None
    return shapely.LinearRing(points)
