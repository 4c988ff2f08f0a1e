"""Build the map of the world from Natural Earth 1:50m: `flankwatch geodata --world`."""

import csv
import math
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely import affinity

from dashboard.atlas.coverage import check, repair, simplify
from dashboard.atlas.degrees import to_degrees
from dashboard.atlas.errors import AtlasError
from dashboard.atlas.islands import drop_small_islands
from dashboard.atlas.labels import label_points
from dashboard.atlas.source import coarse_and_fine, read_world
from dashboard.atlas.states import MapState
from dashboard.atlas.territory import BACKDROP, by_state, crimea_to_ukraine, western_sahara
from dashboard.atlas.world.files import COLUMNS, DECIMALS, POINTS_FILE, SHAPES_FILE, Place
from dashboard.atlas.write import feature, write_features

EQUAL_AREA = "+proj=cea +datum=WGS84 +units=m +no_defs"
"""Areas and tolerances are measured in its metres; its edges are the antimeridian."""
TOLERANCE = 7_000.0
"""Metres, as in ``coverage``: a fifth of a pixel of a map 1,200 pixels wide."""
LEAST_KM2 = 400.0
"""Smallest island kept, in km²; the largest of a state always stays."""
EDGE = 200_000.0
"""Longest straight edge, in metres; the browser draws edges as great circles."""
ANTARCTICA = "010"
ON_THE_LINE = 1e-6
"""Degrees."""
NO_MEMBERS = frozenset({"COK", "NIU", "PSE", "VAT", "XKX"})
"""States that are no members of the United Nations and can be parties to treaties in their own
name: the Secretary-General as depositary follows the practice of its Assembly and of its
specialized agencies (Summary of Practice, ST/LEG/7/Rev.1, paras. 79-87); and Kosovo, as in the
record."""
NO_CODE = {"XKX": "Kosovo"}
"""What stands for a state in the source that has no number there."""


def build_world(package: Path | None, out: Path) -> int:
    """Write the map of the world into the folder `out`, which is made if need be; returns how many
    states it has.

    `package` is the folder with world-atlas' files; without it, npm fetches the package. Raises
    AtlasError if these are not the expected ones, or yield no valid coverage; nothing is written
    then.
    """
    with coarse_and_fine(package) as (coarse, fine):
        world, precise = read_world(coarse), read_world(fine)
    states = known_states()
    coverage = draw_world(world, states)
    places = place_states(world, precise, states)
    out.mkdir(parents=True, exist_ok=True)
    write_features(
        out / SHAPES_FILE, [feature(shape, {"iso_a3": key}, key) for key, shape in coverage.items()]
    )
    _write_places(out / POINTS_FILE, places)
    return len(places)


def known_states() -> list[MapState]:
    """The states that can be parties to treaties, with their places in the source: those of the
    United Nations, and a few more. Codes are those of the library country_converter.
    """
    table = files("country_converter") / "country_data.tsv"
    with table.open("r", encoding="utf-8") as stream:
        data = pd.read_csv(stream, sep="\t", keep_default_na=False, dtype=str)
    data = data[
        (data["obsolete"] == "") & ((data["UNmember"] != "") | data["ISO3"].isin(NO_MEMBERS))
    ]
    numbers = dict(zip(data["ISO3"], data["ISOnumeric"], strict=True))
    return [
        MapState(iso, NO_CODE.get(iso) or number.partition(".")[0].zfill(3))
        for iso, number in sorted({**dict.fromkeys(NO_CODE, ""), **numbers}.items())
    ]


def draw_world(world: gpd.GeoDataFrame, states: Iterable[MapState]) -> gpd.GeoSeries:
    """Return the coverage in EPSG:4326, exterior rings clockwise: states by `iso_a3`, and all other
    land but Antarctica as `BACKDROP`. States that the source has not are left out.
    """
    parts = _parts(world[world["atlas_id"] != ANTARCTICA])
    present = set(parts["atlas_id"])
    drawn = [state for state in states if state.atlas_id in present]
    coverage = repair(by_state(crimea_to_ukraine(parts), drawn))
    check(coverage, "before simplification")
    coverage = simplify(drop_small_islands(coverage, far_km2=LEAST_KM2), TOLERANCE)
    check(coverage, "after simplification")
    degrees = to_degrees(coverage, EDGE, DECIMALS, on_its_side)
    check(degrees, "after rounding")
    return degrees


def on_its_side(shape: shapely.Geometry) -> shapely.Geometry:
    """A shape in degrees, of which what lies on the antimeridian is on the side of its own part.

    In the source it may be on either, and the way back from metres takes 180 degrees east for west.
    """
    whole = (_on_its_side(part) for part in shapely.get_parts(shape))
    return shapely.MultiPolygon([part for each in whole for part in _cut(each)])


def _on_its_side(part: shapely.Polygon) -> shapely.Polygon:
    longitudes = shapely.get_coordinates(part)[:, 0]
    within = longitudes[np.abs(longitudes) < 180 - ON_THE_LINE]
    edge = math.copysign(180.0, float(np.median(within)) if len(within) else 1.0)

    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        is_edge = np.abs(np.abs(points[:, 0]) - 180) < ON_THE_LINE
        return np.column_stack([np.where(is_edge, edge, points[:, 0]), points[:, 1]])

    return shapely.transform(part, moved)


def _cut(part: shapely.Polygon) -> Iterable[shapely.Polygon]:
    """What goes across the antimeridian in two: no part of a state is half as wide as the world."""
    west, _, east, _ = part.bounds
    if east - west < 180:
        return [part]
    eastward = shapely.transform(part, _all_eastward)
    sides = shapely.box(0, -90, 180, 90), shapely.box(180, -90, 360, 90)
    here, beyond = (eastward.buffer(0).intersection(side) for side in sides)
    both = [*shapely.get_parts(here), *shapely.get_parts(affinity.translate(beyond, -360))]
    return [each for each in both if isinstance(each, shapely.Polygon) and not each.is_empty]


def _all_eastward(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Longitudes from 0 to 360 degrees."""
    return np.column_stack([points[:, 0] % 360, points[:, 1]])


def _parts(world: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    parts = western_sahara(world.explode(ignore_index=True))
    parts = parts.set_geometry(parts.geometry.map(on_its_side)).to_crs(EQUAL_AREA)
    valid = parts.make_valid(method="structure", keep_collapsed=False)
    exploded = parts.set_geometry(valid).explode(ignore_index=True)
    return exploded[~exploded.is_empty]


def place_states(
    world: gpd.GeoDataFrame, precise: gpd.GeoDataFrame, states: Iterable[MapState]
) -> Mapping[str, Place]:
    """Return for each state its middle, and its area in km²; `precise` has those that `world` has
    not. Raises AtlasError that lists the states that neither has.
    """
    coarse, fine = (crimea_to_ukraine(_parts(each)) for each in (world, precise))
    found = {}
    for source in (fine, coarse):
        present = set(source["atlas_id"])
        known = [state for state in states if state.atlas_id in present]
        whole = by_state(source, known).drop(BACKDROP)
        points = label_points(whole, {})
        for iso, shape in whole.items():
            found[iso] = Place(points[iso].x, points[iso].y, shape.area / 1e6)
    lacking = []
    for state in states:
        place = found.get(state.iso_a3) or _speck(precise, state)
        if place:
            found[state.iso_a3] = place
        else:
            lacking.append(state.iso_a3)
    if lacking:
        raise AtlasError(f"no land in the world for {', '.join(lacking)}")
    return dict(sorted(found.items()))


def _speck(precise: gpd.GeoDataFrame, state: MapState) -> Place | None:
    """The place of a state whose land is less than what repairing geometry leaves: of the Holy See,
    three points in a row.
    """
    for shape in precise.geometry[precise["atlas_id"] == state.atlas_id]:
        middle = shapely.box(*shape.bounds).centroid
        return Place(middle.x, middle.y, 0)
    return None


def _write_places(path: Path, places: Mapping[str, Place]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for iso, place in places.items():
            writer.writerow(
                [iso, round(place.lon, DECIMALS), round(place.lat, DECIMALS), round(place.km2)]
            )
