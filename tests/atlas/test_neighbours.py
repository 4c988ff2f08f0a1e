"""Neighbours are the states that share a land border on the map."""

import geopandas as gpd
import pytest
from shapely import box

from dashboard.atlas.boundaries import read_boundaries
from dashboard.atlas.neighbours import neighbours
from dashboard.paths import BOUNDARIES


def test_states_that_touch_are_neighbours_of_one_another() -> None:
    shapes = {"AAA": box(0, 0, 1, 1), "BBB": box(1, 0, 2, 1), "CCC": box(3, 0, 4, 1)}
    world = gpd.GeoDataFrame(geometry=gpd.GeoSeries(shapes), crs=4326)
    assert neighbours(world) == {"AAA": {"BBB"}, "BBB": {"AAA"}}


@pytest.mark.parametrize(
    ("state", "beside"),
    [
        ("FIN", {"NOR", "SWE", "RUS"}),
        ("POL", {"BLR", "CZE", "DEU", "LTU", "RUS", "SVK", "UKR"}),
        ("LTU", {"BLR", "LVA", "POL", "RUS"}),
        ("EST", {"LVA", "RUS"}),
        ("MDA", {"ROU", "UKR"}),
        ("UKR", {"BLR", "HUN", "MDA", "POL", "ROU", "RUS", "SVK"}),
    ],
)
def test_the_neighbours_of_the_flank(state: str, beside: set[str]) -> None:
    assert neighbours(read_boundaries(BOUNDARIES))[state] == beside


def test_islands_have_no_neighbours() -> None:
    assert "ISL" not in neighbours(read_boundaries(BOUNDARIES))
