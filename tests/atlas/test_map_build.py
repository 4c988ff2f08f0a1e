"""The build, on a small world of rectangles."""

import json
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from dashboard.atlas.borders import common_border
from dashboard.atlas.boundaries import (
    read_backdrop,
    read_borders,
    read_boundaries,
    read_labels,
)
from dashboard.atlas.build import Report, build, draw
from dashboard.atlas.coverage import check, repair, simplify
from dashboard.atlas.cut import cut_to_frame
from dashboard.atlas.degrees import to_degrees
from dashboard.atlas.errors import AtlasError
from dashboard.atlas.source import read_world
from dashboard.atlas.states import MapPlan, MapState
from dashboard.atlas.territory import BACKDROP
from dashboard.atlas.view import MapView
from dashboard.paths import DEFAULT_PACK
from dashboard.record.pack import read_pack

VIEW = MapView.of(read_pack(DEFAULT_PACK).treaty.view)
EQUAL_AREA = VIEW.equal_area


@pytest.fixture
def report(atlas_file: Path, plan: MapPlan, tmp_path: Path) -> Report:
    return build(atlas_file, plan, tmp_path / "made" / "map")


@pytest.fixture
def folder(report: Report) -> Path:
    return report.files[0].parent


def owner(folder: Path, lon: float, lat: float) -> list[str]:
    states = read_boundaries(folder)
    return list(states.index[states.contains(shapely.Point(lon, lat))])


def squares(*boxes: tuple[float, float, float, float]) -> gpd.GeoSeries:
    """Squares in metres around the middle of the map, keyed A, B, C, …"""
    keys = [chr(ord("A") + place) for place in range(len(boxes))]
    return gpd.GeoSeries([shapely.box(*box) for box in boxes], index=keys, crs=EQUAL_AREA)


def test_the_report_says_what_was_written(report: Report, folder: Path) -> None:
    assert [path.name for path in report.files] == [
        "states.geojson",
        "backdrop.geojson",
        "labels.csv",
        "borders.geojson",
        "cut.csv",
    ]
    assert all(path.is_file() for path in report.files)
    assert report.states == 9
    assert report.vertices == read_boundaries(folder).geometry.count_coordinates().sum()


def test_building_twice_gives_the_same_bytes(
    report: Report, atlas_file: Path, plan: MapPlan, tmp_path: Path
) -> None:
    again = build(atlas_file, replace(plan, states=plan.states[::-1]), tmp_path / "again")
    for one, other in zip(report.files, again.files, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_crimea_is_in_ukraine(folder: Path) -> None:
    assert owner(folder, 34.1024, 44.9521) == ["UKR"]


def test_parts_go_to_the_state_they_belong_to(folder: Path) -> None:
    assert owner(folder, 19.7, 60.2) == ["FIN"]
    assert owner(folder, 33, 35.2) == ["CYP"]
    assert owner(folder, 20.5, 42.5) == ["XKX"]


def test_other_land_is_backdrop_within_the_frame_only(folder: Path) -> None:
    backdrop = read_backdrop(folder).geometry.iloc[0]
    assert backdrop.contains(shapely.Point(50, 36))
    assert backdrop.bounds[0] > 0
    assert owner(folder, 50, 36) == []


def test_small_islands_stay_on_the_flank_and_go_elsewhere(folder: Path) -> None:
    assert owner(folder, 22.03, 58.02) == ["EST"]
    assert owner(folder, -11.98, 38.02) == []


def test_features_carry_the_code_and_nothing_else(folder: Path) -> None:
    text = (folder / "states.geojson").read_text(encoding="utf-8")
    features = json.loads(text)["features"]
    assert [one["id"] for one in features] == sorted(one["id"] for one in features)
    assert all(one["properties"] == {"iso_a3": one["id"]} for one in features)
    assert ": " not in text


def test_borders_are_those_of_the_flank_with_its_east(folder: Path) -> None:
    borders = read_borders(folder)
    pairs = list(zip(borders["iso_a3"], borders["neighbour"], strict=True))
    assert pairs == [
        ("EST", "RUS"),
        ("FIN", "RUS"),
        ("POL", "BLR"),
        ("POL", "RUS"),
        ("UKR", "BLR"),
        ("UKR", "RUS"),
    ]


def test_every_state_has_a_label_inside_it(folder: Path) -> None:
    states = read_boundaries(folder)
    labels = read_labels(folder)
    assert list(labels) == list(states.index)
    assert all(states.geometry[key].contains(shapely.Point(*at)) for key, at in labels.items())
    assert labels["RUS"] == (42, 58)


def test_all_states_without_land_are_listed(atlas_file: Path, plan: MapPlan) -> None:
    unknown = [MapState("ATL", "999"), MapState("UTO", "Utopia")]
    with pytest.raises(AtlasError, match=r"ATL \(999\), UTO \(Utopia\)"):
        draw(read_world(atlas_file), replace(plan, states=[*plan.states, *unknown]))


def test_a_map_without_other_land_has_an_empty_backdrop(atlas_file: Path, plan: MapPlan) -> None:
    coverage = draw(
        read_world(atlas_file), replace(plan, states=[*plan.states, MapState("IRN", "364")])
    )
    assert coverage[BACKDROP].is_empty


def test_crimea_of_another_size_is_refused(atlas_file: Path, plan: MapPlan) -> None:
    world = read_world(atlas_file)
    russia = world["atlas_id"] == "643"
    world.loc[russia, "geometry"] = shapely.box(28, 44, 60, 65)
    with pytest.raises(AtlasError, match="Simferopol"):
        draw(world, plan)


def test_a_map_far_from_crimea_is_built_without_it(atlas_file: Path, plan: MapPlan) -> None:
    view = MapView((-72.0, -35.0), -20.0, -50.0, ())
    chile = replace(plan, view=view, states=[MapState("CHL", "152")], labels={})
    coverage = draw(read_world(atlas_file), chile)
    assert list(coverage.index) == ["CHL", BACKDROP]
    assert coverage["CHL"].contains(shapely.Point(-72, -35))


def test_nothing_is_written_when_the_build_fails(
    atlas_file: Path, plan: MapPlan, tmp_path: Path
) -> None:
    with pytest.raises(AtlasError):
        build(
            atlas_file,
            replace(plan, states=[*plan.states, MapState("ATL", "999")]),
            tmp_path / "map",
        )
    assert not (tmp_path / "map").exists()


def test_repair_removes_overlaps_and_shares_vertices() -> None:
    overlapping = squares(
        (0, 0, 100e3, 100e3), (99.9e3, 0, 200e3, 50e3), (100e3, 50e3, 200e3, 90e3)
    )
    with pytest.raises(AtlasError, match="not valid at first: A, B, C"):
        check(overlapping, "at first")
    check(repair(overlapping), "after repair")


def test_simplified_neighbours_keep_one_border() -> None:
    wavy = shapely.LineString([(50e3 + 500 * (-1) ** step, step * 1e3) for step in range(101)])
    left = shapely.Polygon([(0, 0), *wavy.coords, (0, 100e3)])
    right = shapely.Polygon([(100e3, 0), *wavy.coords, (100e3, 100e3)])
    simple = simplify(gpd.GeoSeries([left, right], index=["A", "B"], crs=EQUAL_AREA))
    check(simple, "after simplification")
    assert simple.count_coordinates().max() < 20
    assert common_border(simple["A"], simple["B"]).length > 99e3


def test_states_that_touch_in_a_point_share_no_border() -> None:
    corners = squares((0, 0, 1, 1), (1, 1, 2, 2))
    assert common_border(corners["A"], corners["B"]).is_empty


def test_the_frame_cuts_and_drops_what_only_touches_it() -> None:
    edge = VIEW.frame(EQUAL_AREA)
    x, y = edge.exterior.coords[0]
    outside = shapely.Polygon([(x, y), (x + 9e6, y - 9e6), (x + 9e6, y - 8e6)])
    cut = cut_to_frame(gpd.GeoSeries([edge.buffer(1e6), outside], ["A", "B"], crs=EQUAL_AREA), VIEW)
    assert cut["A"].area == pytest.approx(edge.area)
    assert cut["B"].is_empty


def test_long_edges_get_vertices_before_they_become_degrees() -> None:
    degrees = to_degrees(squares((0, 0, 500e3, 500e3)))
    assert degrees.count_coordinates()["A"] == 41


def test_exteriors_run_clockwise_and_holes_the_other_way() -> None:
    holed = shapely.box(0, 0, 90e3, 90e3).difference(shapely.box(30e3, 30e3, 60e3, 60e3))
    degrees = to_degrees(gpd.GeoSeries([holed], index=["A"], crs=EQUAL_AREA))["A"].geoms[0]
    assert not degrees.exterior.is_ccw
    assert degrees.interiors[0].is_ccw


def test_rings_that_rounding_flattens_are_dropped() -> None:
    land = shapely.box(0, 0, 90e3, 90e3).difference(shapely.box(30e3, 30e3, 30_010, 30_010))
    speck = shapely.box(200e3, 0, 200_010, 10)
    degrees = to_degrees(gpd.GeoSeries([land.union(speck)], index=["A"], crs=EQUAL_AREA))["A"]
    assert len(degrees.geoms) == 1
    assert not degrees.geoms[0].interiors
