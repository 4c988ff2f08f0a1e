"""The maps that are given away: what RFC 7946 asks of GeoJSON, and what GDAL reads."""

import json
import sqlite3
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio
import pytest
import shapely
from samples import PackCopy, day

from dashboard.atlas.boundaries import read_boundaries
from dashboard.paths import BOUNDARIES
from dashboard.publish import takeaway as files
from dashboard.publish.geometry import Geometry
from dashboard.publish.geopackage import geopackage_file
from dashboard.publish.takeaway import Takeaway
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame

DAY = day("2025-12-27")


@pytest.fixture(scope="module")
def collection(takeaway: Takeaway) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(takeaway.standing(DAY, "geojson"))
    return content


@pytest.fixture(scope="module")
def whole(takeaway: Takeaway, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "flankwatch.gpkg"
    path.write_bytes(takeaway.file("flankwatch.gpkg"))
    return path


def polygons(geometry: dict[str, Any]) -> list[Any]:
    coordinates: list[Any] = geometry["coordinates"]
    return coordinates if geometry["type"] == "MultiPolygon" else [coordinates]


def test_exterior_rings_run_counter_clockwise_and_holes_clockwise(
    collection: dict[str, Any],
) -> None:
    holes = 0
    for feature in collection["features"]:
        for exterior, *interiors in polygons(feature["geometry"]):
            assert shapely.LinearRing(exterior).is_ccw, feature["id"]
            assert not any(shapely.LinearRing(ring).is_ccw for ring in interiors), feature["id"]
            holes += len(interiors)
    assert holes


def test_rings_are_closed_in_degrees_and_as_precise_as_the_map(collection: dict[str, Any]) -> None:
    assert "crs" not in collection
    for feature in collection["features"]:
        for polygon in polygons(feature["geometry"]):
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert len(ring) >= 4
                for lon, lat in ring:
                    assert -180 <= lon <= 180
                    assert -90 <= lat <= 90
                    assert (round(lon, 3), round(lat, 3)) == (lon, lat)


def test_boxes_hold_what_they_are_around(collection: dict[str, Any]) -> None:
    left, bottom, right, top = collection["bbox"]
    for feature in collection["features"]:
        box = feature["bbox"]
        assert tuple(box) == shapely.geometry.shape(feature["geometry"]).bounds
        assert left <= box[0] <= box[2] <= right
        assert bottom <= box[1] <= box[3] <= top


def test_every_drawn_state_is_there_with_its_position(
    collection: dict[str, Any], takeaway: Takeaway
) -> None:
    rows = {row["iso_a3"]: row for row in json.loads(takeaway.standing(DAY, "json"))["states"]}
    features = {feature["id"]: feature["properties"] for feature in collection["features"]}
    assert sorted(features) == list(read_boundaries(BOUNDARIES).index)
    for iso, told in features.items():
        assert {name: told[name] for name in rows[iso]} == rows[iso]
        assert set(told) == {*rows[iso], "whole", "left_out_km2"}


def test_states_that_are_not_whole_say_so_and_how_much_is_left_out(
    collection: dict[str, Any], whole: Path
) -> None:
    cut = {
        feature["id"]: feature["properties"]["left_out_km2"]
        for feature in collection["features"]
        if not feature["properties"]["whole"]
    }
    assert set(cut) == {"ESP", "FRA", "NLD", "NOR", "PRT", "RUS"}
    assert 7_000_000 < cut["RUS"] < 8_000_000
    assert 80_000 < cut["FRA"] < 100_000  # French Guiana is the most of it.
    states = gpd.read_file(whole, layer="states").set_index("iso_a3")
    assert states.loc[~states["whole"], "left_out_km2"].to_dict() == cut
    assert states.loc[states["whole"], "left_out_km2"].isna().all()
    assert states.loc["KAZ", "whole"]


def test_the_map_covers_what_the_map_of_the_page_covers(takeaway: Takeaway, tmp_path: Path) -> None:
    path = tmp_path / "day.geojson"
    path.write_bytes(takeaway.standing(DAY, "geojson"))
    read = gpd.read_file(path).set_index("iso_a3").sort_index()
    assert read.crs == "EPSG:4326"
    own = read_boundaries(BOUNDARIES)
    assert read.geometry.geom_equals(own.geometry).all()
    assert read.loc["FIN", "standing"] == "notified"
    assert read.loc["UKR", "geometry"].contains(shapely.Point(34.2, 45.3))


def test_the_whole_has_its_layers(whole: Path) -> None:
    layers = [(name, kind) for name, kind in pyogrio.list_layers(whole)]
    assert layers == [
        ("states", "MultiPolygon"),
        ("borders", "MultiLineString"),
        ("labels", "Point"),
        ("changes", None),
    ]


def test_the_whole_is_of_a_version_that_readers_in_use_know(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as database:
        (version,) = database.execute("PRAGMA user_version").fetchone()
    assert version == 10300


def test_states_of_the_whole_stand_where_they_stand(whole: Path, takeaway: Takeaway) -> None:
    states = gpd.read_file(whole, layer="states").set_index("iso_a3")
    assert states.crs == "EPSG:4326"
    assert states.geometry.geom_equals(read_boundaries(BOUNDARIES).geometry).all()
    told = json.loads(takeaway.file("standing/latest.json"))["states"]
    rows = {row["iso_a3"]: row for row in told}
    for iso, state in states.iterrows():
        assert state["standing"] == rows[iso]["standing"]
        assert state["bound"] == rows[iso]["bound"]
    assert states.loc["POL", "effect"] == "2026-02-20"


def test_every_border_with_a_length_has_its_line_in_the_whole(whole: Path, ledger: Ledger) -> None:
    borders = gpd.read_file(whole, layer="borders").set_index(["iso_a3", "neighbour"])
    assert borders.index.is_unique
    assert borders["km"].to_dict() == {
        (border.iso_a3, border.neighbour): border.km
        for border in ledger.pack.borders
        if ledger.pack.states[border.iso_a3].map != "off"
    }
    states = read_boundaries(BOUNDARIES).geometry
    line = borders.geometry["BLR", "RUS"]
    assert line.difference(states["BLR"].boundary).length < 1e-9
    assert line.difference(states["RUS"].boundary).length < 1e-9
    # Belarus touches Russia from Latvia's corner in the north to Ukraine's in the south-east.
    assert line.bounds[1] < 53 < 56 < line.bounds[3]


def test_borders_and_labels_of_the_whole_carry_standings(whole: Path) -> None:
    borders = gpd.read_file(whole, layer="borders").set_index(["iso_a3", "neighbour"])
    finnish = borders.loc[("FIN", "RUS")]
    assert (finnish["km"], finnish["standing"], finnish["neighbour_standing"]) == (
        1309,
        "withdrawn",
        "outside",
    )
    labels = gpd.read_file(whole, layer="labels").set_index("iso_a3")
    states = gpd.read_file(whole, layer="states").set_index("iso_a3")
    assert labels.loc["POL", ["name", "standing"]].to_list() == ["Poland", "withdrawn"]
    assert states.geometry.contains(labels.geometry.loc[states.index]).all()


def test_changes_of_the_whole_are_those_of_the_table(whole: Path, takeaway: Takeaway) -> None:
    changes = pyogrio.read_dataframe(whole, layer="changes", read_geometry=False)
    told = json.loads(takeaway.file("changes.json"))
    columns = ["iso_a3", "first", "standing", "bound", "event"]
    assert changes[columns].to_dict("records") == [
        {column: row[column] for column in columns} for row in told
    ]


def test_the_whole_is_always_the_same(ledger: Ledger, geometry: Geometry) -> None:
    assert geopackage_file(ledger, geometry) == geopackage_file(ledger, geometry)


def test_the_whole_is_made_where_no_disk_can_be_written_to(
    ledger: Ledger, geometry: Geometry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise FileNotFoundError("No usable temporary directory found")

    whole = geopackage_file(ledger, geometry)
    for maker in ("TemporaryDirectory", "TemporaryFile", "NamedTemporaryFile", "mkdtemp"):
        monkeypatch.setattr(tempfile, maker, none)
    monkeypatch.setattr(tempfile, "_get_default_tempdir", none)
    assert geopackage_file(ledger, geometry) == whole


def test_the_whole_is_a_sound_database_that_lists_its_layers(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        kinds = database.execute("SELECT table_name, data_type FROM gpkg_contents").fetchall()
        assert kinds == [
            ("states", "features"),
            ("borders", "features"),
            ("labels", "features"),
            ("changes", "attributes"),
        ]
        counts = dict(database.execute("SELECT * FROM gpkg_ogr_contents"))
        for layer, count in counts.items():
            told = database.execute(f'SELECT count(*) FROM "{layer}"').fetchone()
            assert told == (count,)
        stamps = {stamp for (stamp,) in database.execute("SELECT last_change FROM gpkg_contents")}
        assert stamps == {"2026-03-03T00:00:00.000Z"}


def test_the_whole_can_be_edited_as_any_other(whole: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.gpkg"
    copy.write_bytes(whole.read_bytes())
    for layer in ("states", "labels"):
        rows = gpd.read_file(copy, layer=layer)
        pyogrio.write_dataframe(rows[:1], copy, layer=layer, append=True)
        assert len(gpd.read_file(copy, layer=layer)) == len(rows) + 1


def test_the_whole_is_made_once_however_many_ask_for_it(
    ledger: Ledger,
    frames: tuple[Frame, ...],
    geometry: Geometry,
    colours: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = []

    def make(_: Ledger, given: Geometry) -> bytes:
        made.append(given)
        time.sleep(0.05)  # Long enough for all the others to ask.
        return b"whole"

    monkeypatch.setattr(files, "geopackage_file", make)
    takeaway = Takeaway(ledger, frames, geometry, "", colours)
    assert made == []
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(takeaway.file, ["flankwatch.gpkg"] * 40))
    assert set(told) == {b"whole"}
    assert made == [geometry]


@pytest.mark.parametrize("other", [["FIN", "POL"], None])
def test_borders_without_a_common_line_on_the_map_are_left_out(
    pack: PackCopy, tmp_path: Path, other: list[str] | None
) -> None:
    header, *rows, last = pack.records("borders.csv")
    rows += [[*other, *last[2:]]] if other else []
    pack.write_records("borders.csv", [header, *rows])
    altered = Ledger(pack.read())
    path = tmp_path / "whole.gpkg"
    path.write_bytes(geopackage_file(altered, Geometry.read(altered, BOUNDARIES)))
    assert len(gpd.read_file(path, layer="borders")) == 14
