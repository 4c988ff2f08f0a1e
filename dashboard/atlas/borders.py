"""Land borders that a map draws, as the common edges of two states."""

from collections.abc import Iterable
from itertools import product

import geopandas as gpd
import shapely


def drawn_borders(
    coverage: gpd.GeoSeries, near: Iterable[str], far: Iterable[str]
) -> gpd.GeoDataFrame:
    """Return one row for each pair of a `near` state and a `far` one that share a border.

    `coverage` is keyed by `iso_a3`; states that it lacks have no border. Columns: `iso_a3` (the
    near side), `neighbour` (the far one), `geometry` (lines made of the states' own edges);
    sorted by the first two. The lines are for drawing: their length is not that of the border.
    """
    pairs = [
        (one, other, common_border(coverage[one], coverage[other]))
        for one, other in product(sorted(near), sorted(far))
        if one in coverage.index and other in coverage.index
    ]
    shared = [pair for pair in pairs if not pair[2].is_empty]
    return gpd.GeoDataFrame(
        {"iso_a3": [pair[0] for pair in shared], "neighbour": [pair[1] for pair in shared]},
        geometry=[pair[2] for pair in shared],
        crs=coverage.crs,
    )


def common_border(one: shapely.Geometry, other: shapely.Geometry) -> shapely.Geometry:
    """Return the edges that two states of a coverage share, joined into as few lines as possible.

    Empty if they share none; points where they merely touch do not count.
    """
    common = shapely.get_parts(shapely.intersection(one.boundary, other.boundary))
    lines = common[shapely.get_dimensions(common) == 1]
    return shapely.line_merge(shapely.union_all(lines))
