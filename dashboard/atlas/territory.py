"""Whose land is whose: where the map departs from the features of Natural Earth."""

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd
import shapely

from dashboard.atlas.errors import AtlasError
from dashboard.atlas.states import MapState
from dashboard.atlas.view import DEGREES

BACKDROP = "backdrop"
"""Key of all land that belongs to none of the states drawn."""

RUSSIA, UKRAINE = "643", "804"
SIMFEROPOL = shapely.Point(34.1024, 44.9521)
CRIMEA_KM2 = (26_500, 27_700)
"""Area of the one polygon of Russia that is Crimea: 27,100 km² in world-atlas 2.0.2."""

MOROCCO, WESTERN_SAHARA = "504", "732"
PARALLEL = 27 + 40 / 60
"""The border of Morocco and Western Sahara, in degrees north (United Nations map no. 3175)."""
SIDES = ((-90, 180, PARALLEL), (PARALLEL, 180, 90))
"""The ends of the two boxes that it parts."""

PART_OF = {
    "248": "246",  # Åland: Finland
    "N. Cyprus": "196",  # Cyprus is whole: UN Security Council resolution 541
    "Cyprus U.N. Buffer Zone": "196",
    "Baikonur": "398",  # leased from Kazakhstan
    "Somaliland": "706",  # Somalia, of which the United Nations count it a part
}
"""Features of their own in Natural Earth, by `atlas_id`, and the state they are part of."""


def crimea_to_ukraine(parts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give Crimea to Ukraine, in accordance with UN General Assembly resolution 68/262.

    `parts` has one polygon a row, its `atlas_id`, and an equal-area CRS in metres. Where no land of
    either is near the map's frame, nothing is to be done. Raises AtlasError unless exactly one
    polygon of Russia holds Simferopol and has Crimea's area.
    """
    if not parts["atlas_id"].isin([RUSSIA, UKRAINE]).any():
        return parts
    point = gpd.GeoSeries([SIMFEROPOL], crs=DEGREES).to_crs(parts.crs).iloc[0]
    crimea = (parts["atlas_id"] == RUSSIA) & parts.contains(point)
    areas = parts.area[crimea] / 1e6
    if len(areas) != 1 or not areas.between(*CRIMEA_KM2).all():
        raise AtlasError(
            "expected one polygon of Russia that holds Simferopol and has an area of "
            f"{CRIMEA_KM2[0]} to {CRIMEA_KM2[1]} km², found {[round(area) for area in areas]}"
        )
    return parts.assign(atlas_id=parts["atlas_id"].mask(crimea, UKRAINE))


def western_sahara(parts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give Western Sahara, a non-self-governing territory (UN General Assembly resolution 34/37),
    what the source gives Morocco south of the parallel that is their border.

    `parts` has one polygon a row, its `atlas_id`, and degrees.
    """
    morocco = parts["atlas_id"] == MOROCCO
    south, north = (parts[morocco].clip(shapely.box(-180, *ends)) for ends in SIDES)
    moved = south.assign(atlas_id=WESTERN_SAHARA)
    return pd.concat([parts[~morocco], north, moved], ignore_index=True).explode(ignore_index=True)


def by_state(parts: gpd.GeoDataFrame, states: Sequence[MapState]) -> gpd.GeoSeries:
    """Dissolve `parts` into states, keyed by `iso_a3`, and a last row `BACKDROP` for the rest.

    Raises AtlasError that lists every state whose `atlas_id` is not among the parts.
    """
    atlas_ids = parts["atlas_id"].replace(PART_OF)
    known = set(atlas_ids)
    missing = [state for state in states if state.atlas_id not in known]
    if missing:
        listed = ", ".join(f"{state.iso_a3} ({state.atlas_id})" for state in missing)
        raise AtlasError(f"no land on the map for {listed}")
    keys = atlas_ids.map({state.atlas_id: state.iso_a3 for state in states}).fillna(BACKDROP)
    dissolved = parts.geometry.groupby(keys).agg(shapely.union_all)
    order = [*sorted(state.iso_a3 for state in states), BACKDROP]
    filled = pd.Series(dissolved, dtype=object).reindex(order, fill_value=shapely.Polygon())
    return gpd.GeoSeries(filled, index=order, crs=parts.crs)
