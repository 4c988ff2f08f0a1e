"""Keep neighbours on one common border: repair, check and simplify a coverage.

A coverage is a set of polygons that do not overlap and whose common borders share every vertex.
"""

import geopandas as gpd
import shapely

from dashboard.atlas.errors import AtlasError

TOLERANCE = 2_000.0
"""Metres: simplification drops triangles of vertices smaller than the square of this."""


def repair(coverage: gpd.GeoSeries) -> gpd.GeoSeries:
    """Return the coverage without overlaps and with every shared vertex on both sides."""
    return _like(coverage, shapely.coverage_clean(coverage.values))


def check(coverage: gpd.GeoSeries, when: str) -> None:
    """Raise AtlasError that lists the states at fault if the coverage is not valid.

    `when` tells, in that message, at which step of the build.
    """
    edges = shapely.coverage_invalid_edges(coverage.values)
    faults = coverage.index[~shapely.is_empty(edges) | ~coverage.is_valid]
    if len(faults):
        raise AtlasError(f"the coverage is not valid {when}: {', '.join(faults)}")


def simplify(coverage: gpd.GeoSeries, tolerance: float = TOLERANCE) -> gpd.GeoSeries:
    """Return the coverage simplified by `tolerance` metres; common borders stay common."""
    return _like(coverage, shapely.coverage_simplify(coverage.values, tolerance))


def _like(coverage: gpd.GeoSeries, geometries: object) -> gpd.GeoSeries:
    return gpd.GeoSeries(geometries, index=coverage.index, crs=coverage.crs)
