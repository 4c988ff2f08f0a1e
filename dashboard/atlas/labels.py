"""Label points: where a state's name stands on the map."""

import geopandas as gpd
import shapely

from dashboard.atlas.view import DEGREES

PLACED = {
    "EST": shapely.Point(25.6, 58.85),
    "LTU": shapely.Point(23.9, 55.3),
    "LVA": shapely.Point(24.9, 56.75),
    "RUS": shapely.Point(42.0, 58.0),
}
"""States whose innermost point lies outside the view, or where it leaves a name less room than
another place does; degrees."""

PRECISION = 1_000.0
"""Metres within which the innermost point is found."""


def label_points(coverage: gpd.GeoSeries) -> gpd.GeoSeries:
    """Return a point inside each state of a coverage in metres, in EPSG:4326, by the same key.

    It is the point of the largest polygon that is farthest from any edge (the pole of
    inaccessibility), save for the states in `PLACED`.
    """
    poles = [_innermost_point(geometry) for geometry in coverage]
    points = gpd.GeoSeries(poles, index=coverage.index, crs=coverage.crs).to_crs(DEGREES)
    for key in coverage.index.intersection(list(PLACED)):
        points[key] = PLACED[key]
    return points


def _innermost_point(geometry: shapely.Geometry) -> shapely.Point:
    largest = max(shapely.get_parts(geometry), key=shapely.area)
    return shapely.get_point(shapely.maximum_inscribed_circle(largest, PRECISION), 0)
