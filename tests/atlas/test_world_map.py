"""Facts about the map of the world that the project ships, and how it is made."""

import json
from pathlib import Path

import brotli
import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from dashboard.atlas.errors import AtlasError
from dashboard.atlas.states import MapState
from dashboard.atlas.territory import BACKDROP
from dashboard.atlas.world.building import draw_world, known_states, on_its_side, place_states
from dashboard.atlas.world.drawing import DOTS, World, across, layout
from dashboard.atlas.world.files import POINTS_FILE, read_places, read_world_shapes
from dashboard.panels.explore.world import packed_world
from dashboard.paths import SHIPPED, WORLD
from dashboard.record.pack import read_pack

MOST_BYTES = 120_000


@pytest.fixture(scope="module")
def shapes() -> gpd.GeoDataFrame:
    return read_world_shapes(WORLD)


@pytest.fixture(scope="module")
def world() -> World:
    return World.read(WORLD)


def test_every_state_of_every_record_is_seen(shapes: gpd.GeoDataFrame, world: World) -> None:
    for folder in SHIPPED:
        for iso in read_pack(folder).states:
            place = world.places[iso]
            assert iso in shapes.index or place.is_dot, iso
            assert -180 <= place.lon <= 180
            assert -60 <= place.lat <= 84
    assert {"TUV", "VAT", "NRU", "MCO", "MLT"} <= {
        iso for iso, place in world.places.items() if place.is_dot
    }
    assert not world.places["BEL"].is_dot


def test_neighbours_keep_one_common_border(shapes: gpd.GeoDataFrame) -> None:
    assert shapes.geometry.is_valid.all()
    assert shapely.coverage_is_valid(shapes.geometry.values)


@pytest.mark.parametrize(
    ("place", "lon", "lat", "state"),
    [
        ("Simferopol", 34.1, 44.95, "UKR"),
        ("Kerch", 36.4, 45.3, "UKR"),
        ("Krasnodar", 38.97, 45.04, "RUS"),
        ("Kaliningrad", 21.3, 54.7, "RUS"),
        ("Anadyr", 177.3, 64.7, "RUS"),
        ("Uelen", -170.5, 66.0, "RUS"),
        ("Nicosia", 33.3, 35.1, "CYP"),
        ("Kyrenia", 33.4, 35.28, "CYP"),
        ("Hargeisa", 44.06, 9.56, "SOM"),
        ("Pristina", 21.1, 42.6, "XKX"),
        ("Laayoune", -13.1, 27.1, BACKDROP),
        ("Agadir", -9.4, 30.4, "MAR"),
        ("Nuuk", -51.5, 64.3, BACKDROP),
        ("Windhoek", 17.1, -22.6, "NAM"),
    ],
)
def test_whose_land_is_whose(
    shapes: gpd.GeoDataFrame, place: str, lon: float, lat: float, state: str
) -> None:
    found = shapes.index[shapes.contains(shapely.Point(lon, lat))]
    assert list(found) == [state], place


def test_it_costs_its_readers_little(world: World) -> None:
    assert len(brotli.compress(packed_world(world), quality=11)) <= MOST_BYTES / 2


def test_a_state_across_the_antimeridian_is_drawn_whole(world: World) -> None:
    seams = [
        iso
        for iso, shape in world.shapes.items()
        for part in shapely.get_parts(shape)
        for steps in [np.abs(np.diff(shapely.get_coordinates(part)[:, 0]))]
        if ((steps > 90) & (steps < 270)).any()
    ]
    assert seams == []
    russia = max(shapely.get_parts(world.shapes["RUS"]), key=lambda part: len(part.exterior.coords))
    longitudes = shapely.get_coordinates(russia)[:, 0]
    assert longitudes.min() < -169
    assert longitudes.max() > 179


def test_what_lies_on_the_line_is_on_the_side_of_its_own_part() -> None:
    east = shapely.Polygon([(179, 0), (-180, 0), (180, 1), (179, 1)])
    [mended] = shapely.get_parts(on_its_side(east))
    assert mended.bounds == (179, 0, 180, 1)
    crossing = shapely.Polygon([(179, 0), (-179, 0), (-179, 1), (179, 1)])
    parts = shapely.get_parts(on_its_side(crossing))
    assert sorted(part.bounds for part in parts) == [(-180, 0, -179, 1), (179, 0, 180, 1)]
    whole = across(shapely.MultiPolygon(list(parts)))
    assert shapely.get_num_geometries(whole) == 1


ONE_LINE = shapely.Polygon([(12.4, 41.9), (12.5, 41.9), (12.4, 41.9)])


def small() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {"atlas_id": ["246", "304", "010"]},
        geometry=[
            shapely.box(20, 60, 30, 70).segmentize(1),
            shapely.box(-50, 60, -30, 80).segmentize(1),
            shapely.box(-180, -89, 180, -70).segmentize(1),
        ],
        crs="EPSG:4326",
    )


STATES = [MapState("FIN", "246"), MapState("VAT", "336")]


def test_other_land_has_no_standing_and_antarctica_is_not_drawn() -> None:
    drawn = draw_world(small(), STATES)
    assert list(drawn.index) == ["FIN", BACKDROP]
    assert drawn[BACKDROP].bounds[1] > 0


def test_a_state_that_is_only_a_speck_has_a_place() -> None:
    fine = pd.concat(
        [small(), gpd.GeoDataFrame({"atlas_id": ["336"]}, geometry=[ONE_LINE], crs="EPSG:4326")],
        ignore_index=True,
    )
    places = place_states(small(), fine, STATES)
    assert (places["VAT"].lon, places["VAT"].lat, places["VAT"].km2) == (12.45, 41.9, 0)
    assert 20 < places["FIN"].lon < 30
    with pytest.raises(AtlasError, match="no land in the world for VAT"):
        place_states(small(), small(), STATES)


def test_states_are_those_that_can_be_parties() -> None:
    states = {state.iso_a3: state.atlas_id for state in known_states()}
    assert len(states) == 193 + 5
    assert (states["XKX"], states["FIN"], states["NAM"], states["AFG"]) == (
        "Kosovo",
        "246",
        "516",
        "004",
    )


def test_the_globe_is_seen_from_above_the_region() -> None:
    globe = json.loads(layout("globe", (26, 57)).to_json())
    assert globe["projection"]["type"] == "orthographic"
    assert globe["projection"]["rotation"]["lon"] == 26


def test_states_of_a_record_are_coloured_and_the_rest_is_land(world: World) -> None:
    rows = pd.DataFrame({"standing": ["party", "outside"], "hover": ["", ""]}, index=["FIN", "TUV"])
    land, states, dots = world.traces(rows, {"outside": "#000000", "party": "#ffffff"}, "there")
    assert "FIN" not in land.locations
    assert set(land.locations) | {"FIN"} == set(world.shapes)
    assert (list(states.locations), list(states.z)) == (["FIN"], [1])
    assert (dots.name, list(dots.ids)) == (DOTS, ["TUV"])


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    (tmp_path / POINTS_FILE).write_text("iso_a3,lon\nFIN,x\n")
    with pytest.raises(AtlasError, match=r"places\.csv: expected a table with iso_a3,lon,lat,km2"):
        read_places(tmp_path)
