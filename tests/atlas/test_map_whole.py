"""What the frame leaves out of a state is measured, and what it leaves whole is not named."""

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from dashboard.atlas.boundaries import read_cut
from dashboard.atlas.errors import AtlasError
from dashboard.atlas.states import MapPlan, MapState
from dashboard.atlas.view import DEGREES
from dashboard.atlas.whole import left_out

HOME, FAR = shapely.box(24, 50, 25, 51), shapely.box(-53, 3, -52, 4)
DEGREE_SQUARE_KM2 = 12_300
"""Area of one degree by one degree near the equator."""


def test_land_far_from_the_frame_is_left_out_and_counted(plan: MapPlan) -> None:
    world = gpd.GeoDataFrame(
        {"atlas_id": ["001", "002"]},
        geometry=[shapely.MultiPolygon([HOME, FAR]), shapely.box(26, 50, 27, 51)],
        crs=DEGREES,
    )
    found = left_out(world, replace(plan, states=[MapState("AAA", "001"), MapState("BBB", "002")]))
    assert set(found) == {"AAA"}
    assert found["AAA"] == pytest.approx(DEGREE_SQUARE_KM2, rel=0.01)


def test_a_map_without_that_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"cut\.csv: expected a table with iso_a3,km2"):
        read_cut(tmp_path)
