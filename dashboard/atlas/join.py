"""Join geometry and standing."""

from collections.abc import Collection, Mapping

import geopandas as gpd

from dashboard.atlas.errors import AtlasError


def join_standing(
    boundaries: gpd.GeoDataFrame, standings: Mapping[str, str], drawn: Collection[str]
) -> gpd.GeoDataFrame:
    """Return the states of the map with their standing on a day.

    `boundaries` is what `read_boundaries` returns; `standings` may hold states that are not drawn.
    Returns the columns `standing`, `geometry`, indexed by `iso_a3` and sorted by it. Raises
    AtlasError that lists every state in `drawn` without geometry or standing, and every geometry
    of a state that is not in `drawn`.
    """
    shapes, wanted = set(boundaries.index), set(drawn)
    faults = {
        "drawn, but without geometry": wanted - shapes,
        "geometry, but not drawn": shapes - wanted,
        "drawn, but without standing": wanted.difference(standings),
    }
    found = [f"{fault}: {', '.join(sorted(keys))}" for fault, keys in faults.items() if keys]
    if found:
        raise AtlasError("; ".join(found))
    joined = boundaries.sort_index()
    joined.insert(0, "standing", [standings[key] for key in joined.index])
    return joined[["standing", "geometry"]]
