"""Facts about the map that the project ships."""

import gzip
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from dashboard.atlas.boundaries import read_backdrop, read_borders, read_labels
from dashboard.atlas.view import DEGREES, WIDEST, MapView
from dashboard.paths import DEFAULT_PACK
from dashboard.record.pack import read_pack

VIEW = MapView.of(read_pack(DEFAULT_PACK).treaty.view)

StateAt = Callable[[float, float], list[str]]

FLANK = {"BGR", "EST", "FIN", "HUN", "LTU", "LVA", "NOR", "POL", "ROU", "SVK"}
ON_THE_BORDER = {"EST", "FIN", "LTU", "LVA", "NOR", "POL", "UKR"}
TOO_SMALL_OR_FAR = {"USA", "CAN", "CHN", "IND", "PAK", "MCO", "VAT", "SMR", "LIE"}


@pytest.fixture(scope="module")
def land(boundaries: gpd.GeoDataFrame, shipped: Path) -> gpd.GeoSeries:
    """States and backdrop together, in degrees."""
    return pd.concat([boundaries.geometry, read_backdrop(shipped).geometry])


def test_every_state_of_the_flank_and_its_neighbours_is_there(boundaries: gpd.GeoDataFrame) -> None:
    assert set(boundaries.index) >= FLANK | {"UKR", "MDA", "BLR", "RUS", "SWE", "XKX"}
    assert not TOO_SMALL_OR_FAR & set(boundaries.index)
    assert len(boundaries) == 47


def test_neighbours_keep_one_common_border(land: gpd.GeoSeries) -> None:
    assert land.is_valid.all()
    assert shapely.coverage_is_valid(land.values)


def test_that_holds_in_equal_area_too(land: gpd.GeoSeries) -> None:
    assert shapely.coverage_is_valid(land.to_crs(VIEW.equal_area).values)


@pytest.mark.parametrize(
    ("place", "lon", "lat", "state"),
    [
        ("Simferopol", 34.1024, 44.9521, "UKR"),
        ("Sevastopol", 33.56, 44.58, "UKR"),
        ("Kerch", 36.40, 45.34, "UKR"),
        ("Krasnodar", 38.97, 45.04, "RUS"),
        ("Kaliningrad", 20.51, 54.71, "RUS"),
        ("Mariehamn", 19.935, 60.097, "FIN"),
        ("Visby", 18.33, 57.62, "SWE"),
        ("Kuressaare", 22.50, 58.27, "EST"),
        ("Tiraspol", 29.64, 46.84, "MDA"),
        ("Pristina", 21.16, 42.66, "XKX"),
        ("Sukhumi", 41.05, 43.03, "GEO"),
        ("Tskhinvali", 43.97, 42.22, "GEO"),
        ("Nicosia, north", 33.36, 35.22, "CYP"),
        ("Nicosia, south", 33.36, 35.14, "CYP"),
        ("Spitsbergen", 16.0, 78.0, "NOR"),
        ("Baikonur", 63.3, 45.9, "KAZ"),
        ("Corsica", 9.1, 42.2, "FRA"),
    ],
)
def test_places_are_in_their_state(
    state_at: StateAt, place: str, lon: float, lat: float, state: str
) -> None:
    assert state_at(lon, lat) == [state], place


@pytest.mark.parametrize(
    ("state", "km2"),
    [("UKR", 603_500), ("POL", 312_700), ("BLR", 207_600), ("LTU", 65_300), ("ROU", 238_400)],
)
def test_areas_are_those_of_the_states(
    boundaries: gpd.GeoDataFrame, state: str, km2: float
) -> None:
    area = boundaries.to_crs(VIEW.equal_area).area[state] / 1e6
    assert area == pytest.approx(km2, rel=0.01)


def test_exteriors_run_clockwise(land: gpd.GeoSeries) -> None:
    parts = land.explode()
    assert not any(part.exterior.is_ccw for part in parts)
    assert all(hole.is_ccw for part in parts for hole in part.interiors)


def test_coordinates_have_three_decimals(land: gpd.GeoSeries) -> None:
    coordinates = shapely.get_coordinates(land.values)
    assert (coordinates == coordinates.round(3)).all()


def test_files_stay_small(boundaries: gpd.GeoDataFrame, shipped: Path) -> None:
    files = [shipped / "states.geojson", shipped / "backdrop.geojson", shipped / "borders.geojson"]
    assert boundaries.geometry.count_coordinates().sum() <= 31_600
    assert sum(path.stat().st_size for path in files) < 900_000
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) < 250_000


def test_every_state_has_a_label_inside_it(boundaries: gpd.GeoDataFrame, shipped: Path) -> None:
    labels = read_labels(shipped)
    assert list(labels) == list(boundaries.index)
    outside = [
        key
        for key, point in labels.items()
        if not boundaries.geometry[key].contains(shapely.Point(point))
    ]
    assert outside == []


@pytest.mark.parametrize("aspect", [390 / 430, 770 / 690])
def test_labels_of_the_flank_are_in_view(shipped: Path, aspect: float) -> None:
    labels = read_labels(shipped)
    wanted = sorted(FLANK | {"UKR", "MDA", "BLR", "RUS", "SWE"})
    points = gpd.GeoSeries([shapely.Point(labels[key]) for key in wanted], wanted, crs=DEGREES)
    inside = points.to_crs(VIEW.crs).within(VIEW.box(aspect))
    assert inside.all(), inside[~inside].index.tolist()


def test_borders_are_made_of_both_states_edges(boundaries: gpd.GeoDataFrame, shipped: Path) -> None:
    for border in read_borders(shipped).itertuples():
        for state in (border.iso_a3, border.neighbour):
            assert boundaries.geometry[state].boundary.covers(border.geometry), border


def test_every_border_of_the_flank_with_the_east_is_there(shipped: Path) -> None:
    borders = read_borders(shipped)
    pairs = set(zip(borders["iso_a3"], borders["neighbour"], strict=True))
    without = {("EST", "BLR"), ("FIN", "BLR"), ("NOR", "BLR")}
    assert pairs == {(west, east) for west in ON_THE_BORDER for east in ("BLR", "RUS")} - without


def test_crimea_has_no_land_border_with_russia(shipped: Path) -> None:
    borders = read_borders(shipped).set_index(["iso_a3", "neighbour"])
    assert borders.geometry["UKR", "RUS"].bounds[1] > 46


@pytest.mark.parametrize("aspect", [1.0, 16 / 9, WIDEST])
def test_the_data_end_outside_the_view(land: gpd.GeoSeries, aspect: float) -> None:
    assert shapely.box(*land.to_crs(VIEW.crs).total_bounds).contains(VIEW.box(aspect))


def test_land_fills_the_eastern_edge_of_the_widest_view(land: gpd.GeoSeries) -> None:
    _, bottom, right, top = VIEW.box(WIDEST).bounds
    edge = shapely.LineString([(right, bottom), (right, top)])
    assert shapely.coverage_union_all(land.to_crs(VIEW.crs).values).contains(edge)


def test_the_view_is_centred_on_the_flank(boundaries: gpd.GeoDataFrame) -> None:
    middle = gpd.GeoSeries([VIEW.box(1.0).centroid], crs=VIEW.crs).to_crs(DEGREES).iloc[0]
    assert middle.x == pytest.approx(VIEW.centre[0])
    assert boundaries.index[boundaries.contains(middle)].tolist() == ["LVA"]
