"""Drop islands that are too small to see."""

from collections.abc import Container

import geopandas as gpd
import shapely

FAR_KM2 = 25.0
"""Smallest island kept, in km², of states that are not drawn in detail."""
NEAR_KM2 = 10.0
"""Smallest island kept of those that are: below it, simplification leaves a mere triangle."""


def drop_small_islands(
    coverage: gpd.GeoSeries, detailed: Container[str] = (), far_km2: float = FAR_KM2
) -> gpd.GeoSeries:
    """Return a coverage in metres without the small polygons of each state: below `far_km2`, or
    `NEAR_KM2` of those `detailed`.

    The largest polygon of a state always stays.
    """
    kept = [
        _without_small(geometry, NEAR_KM2 if key in detailed else far_km2)
        for key, geometry in coverage.items()
    ]
    return gpd.GeoSeries(kept, index=coverage.index, crs=coverage.crs)


def _without_small(geometry: shapely.Geometry, km2: float) -> shapely.MultiPolygon:
    parts = shapely.get_parts(geometry)
    areas = shapely.area(parts)
    least = min(km2 * 1e6, areas.max(initial=0.0))
    return shapely.MultiPolygon(list(parts[areas >= least]))
