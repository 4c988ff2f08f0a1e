"""Label points: where a state's name stands on the map."""

from collections.abc import Mapping

import geopandas as gpd
import shapely

from dashboard.atlas.view import DEGREES

PRECISION = 1_000.0
"""Metres within which the innermost point is found."""


def label_points(
    coverage: gpd.GeoSeries, placed: Mapping[str, tuple[float, float]]
) -> gpd.GeoSeries:
    """Return a point inside each state of a coverage in metres, in EPSG:4326, by the same key.

    It is the point of the largest polygon that is farthest from any edge (the pole of
    inaccessibility), save for the states in `placed`, whose points are given in degrees.
    """
    poles = [_innermost_point(geometry) for geometry in coverage]
    points = gpd.GeoSeries(poles, index=coverage.index, crs=coverage.crs).to_crs(DEGREES)
    for key in coverage.index.intersection(list(placed)):
        points[key] = shapely.Point(placed[key])
    return points


def _innermost_point(geometry: shapely.Geometry) -> shapely.Point:
    largest = max(shapely.get_parts(geometry), key=shapely.area)
    return shapely.get_point(shapely.maximum_inscribed_circle(largest, PRECISION), 0)
