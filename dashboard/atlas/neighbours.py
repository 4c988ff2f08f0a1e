"""Which states lie next to one another on the map."""

from collections import defaultdict
from collections.abc import Mapping

import geopandas as gpd


def neighbours(states: gpd.GeoDataFrame) -> Mapping[str, frozenset[str]]:
    """The states that share a land border, by ``iso_a3``: both ways, none with itself.

    ``states`` is the coverage that the map is drawn from (index ``iso_a3``): its neighbours have
    their common border in common to the last digit, so nothing needs to be measured. Rivers count,
    straits do not; a state without a land border is not in it.
    """
    pairs = states.sindex.query(states.geometry, predicate="touches")
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in zip(*pairs, strict=True):
        found[states.index[one]].add(states.index[other])
    return {iso: frozenset(others) for iso, others in found.items()}
