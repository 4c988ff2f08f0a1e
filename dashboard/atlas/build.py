"""Build the map's files from Natural Earth: `flankwatch geodata`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import shapely

from dashboard.atlas.borders import drawn_borders
from dashboard.atlas.coverage import check, repair, simplify
from dashboard.atlas.cut import cut_to_frame, parts_near_frame
from dashboard.atlas.degrees import to_degrees
from dashboard.atlas.files import BACKDROP_FILE, BORDERS_FILE, CUT_FILE, LABELS_FILE, STATES_FILE
from dashboard.atlas.islands import drop_small_islands
from dashboard.atlas.labels import label_points
from dashboard.atlas.source import read_world, world_file
from dashboard.atlas.states import MapPlan
from dashboard.atlas.territory import BACKDROP, by_state, crimea_to_ukraine
from dashboard.atlas.whole import left_out
from dashboard.atlas.write import feature, write_cut, write_features, write_labels


@dataclass(frozen=True, slots=True)
class Report:
    """What a build wrote: the files, the number of states, and of vertices without the backdrop."""

    files: tuple[Path, ...]
    states: int
    vertices: int


def build(atlas_file: Path | None, plan: MapPlan, out: Path) -> Report:
    """Write the map that is planned into the folder `out`, which is made if need be.

    `atlas_file` is world-atlas' `countries-10m.json`; without it, npm fetches the package. Raises
    AtlasError if that file is not the expected one, lacks a state, or yields no valid coverage;
    nothing is written then.
    """
    with world_file(atlas_file) as path:
        world = read_world(path)
    return write(draw(world, plan), left_out(world, plan), plan, out)


def draw(world: gpd.GeoDataFrame, plan: MapPlan) -> gpd.GeoSeries:
    """Return the map's coverage in EPSG:4326: the states by `iso_a3`, and `BACKDROP` as last row.

    `world` is what `read_world` returns. Raises AtlasError as `build` does.
    """
    parts = crimea_to_ukraine(parts_near_frame(world, plan.view))
    coverage = repair(cut_to_frame(by_state(parts, plan.states), plan.view))
    check(coverage, "before simplification")
    coverage = simplify(drop_small_islands(coverage, plan.detailed))
    check(coverage, "after simplification")
    degrees = to_degrees(coverage)
    check(degrees, "after rounding")
    return degrees


def write(coverage: gpd.GeoSeries, cut: Mapping[str, int], plan: MapPlan, out: Path) -> Report:
    """Write what `draw` and `left_out` returned into the folder `out`."""
    states = coverage.drop(BACKDROP)
    labels = label_points(states.to_crs(plan.view.equal_area), plan.labels)
    borders = drawn_borders(states, plan.near, plan.far)
    out.mkdir(parents=True, exist_ok=True)
    write_features(
        out / STATES_FILE,
        [feature(shape, {"iso_a3": key}, key) for key, shape in states.items()],
    )
    write_features(out / BACKDROP_FILE, [feature(coverage[BACKDROP], {}, BACKDROP)])
    write_labels(out / LABELS_FILE, labels)
    write_cut(out / CUT_FILE, cut)
    write_features(
        out / BORDERS_FILE,
        [
            feature(row.geometry, {"iso_a3": row.iso_a3, "neighbour": row.neighbour})
            for row in borders.itertuples()
        ],
    )
    files = (STATES_FILE, BACKDROP_FILE, LABELS_FILE, BORDERS_FILE, CUT_FILE)
    vertices = int(shapely.get_num_coordinates(states.values).sum())
    return Report(tuple(out / name for name in files), len(states), vertices)
