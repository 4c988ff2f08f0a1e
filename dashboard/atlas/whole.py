"""How much land of each state lies outside the frame of the map."""

import geopandas as gpd
import shapely

from dashboard.atlas.states import MapPlan
from dashboard.atlas.territory import PART_OF
from dashboard.atlas.view import DEGREES

WORLD_EQUAL_AREA = "EPSG:6933"
LEAST_KM2 = 1.0
"""Less than this left out is no more than what the projections differ by."""


def left_out(world: gpd.GeoDataFrame, plan: MapPlan) -> dict[str, int]:
    """The area in km² that the frame leaves out of each state that it cuts, by ``iso_a3``.

    ``world`` is what ``read_world`` returns. Small islands inside the frame, which the map drops,
    do not count.
    """
    view = plan.view
    parts = world.explode(ignore_index=True)
    near = parts.intersects(shapely.box(*view.frame(DEGREES).bounds))
    projected = parts[near].to_crs(view.equal_area)
    inside = projected.make_valid().intersection(view.frame(view.equal_area)).area
    whole = projected.make_valid().area
    lost = parts.to_crs(WORLD_EQUAL_AREA).area.where(~near, 0.0)
    lost = lost.add(whole - inside, fill_value=0.0) / 1e6
    keys = parts["atlas_id"].replace(PART_OF).map({one.atlas_id: one.iso_a3 for one in plan.states})
    total = lost.groupby(keys).sum()
    return {str(key): round(area) for key, area in total.items() if area >= LEAST_KM2}
