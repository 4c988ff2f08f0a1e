"""Damaged map files are named, with what was expected; geometry and standing join by code."""

import json
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from dashboard.atlas.boundaries import read_borders, read_boundaries, read_labels
from dashboard.atlas.errors import AtlasError
from dashboard.atlas.join import join_standing

POINT = {"type": "Point", "coordinates": [26, 57]}


def collection(*properties: dict[str, str]) -> str:
    features = [{"type": "Feature", "properties": each, "geometry": POINT} for each in properties]
    return json.dumps({"type": "FeatureCollection", "features": features})


@pytest.fixture
def three() -> gpd.GeoDataFrame:
    shapes = [shapely.box(26, 58, 28, 59), shapely.box(22, 60, 28, 68), shapely.box(24, 56, 28, 57)]
    return gpd.GeoDataFrame(
        geometry=shapes, index=pd.Index(["LVA", "EST", "FIN"], name="iso_a3"), crs=4326
    )


def test_a_missing_file_is_named_and_says_what_writes_it(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"states\.geojson: expected a file; `flankwatch geodata`"):
        read_boundaries(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"features":[{"properties":{}}]}', collection({"name": "Estonia"})],
)
def test_a_damaged_geojson_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "states.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError, match=r"states\.geojson: expected GeoJSON .* iso_a3, geometry"):
        read_boundaries(tmp_path)


def test_geojson_with_a_broken_shape_is_named(tmp_path: Path) -> None:
    broken = collection({"iso_a3": "EST"}).replace('"Point"', '"Polygon"')
    (tmp_path / "states.geojson").write_text(broken, encoding="utf-8")
    with pytest.raises(AtlasError, match=r"states\.geojson: expected GeoJSON"):
        read_boundaries(tmp_path)


def test_a_state_twice_is_refused(tmp_path: Path) -> None:
    text = collection({"iso_a3": "EST"}, {"iso_a3": "LVA"}, {"iso_a3": "EST"})
    (tmp_path / "states.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError, match="found twice: EST"):
        read_boundaries(tmp_path)


def test_states_come_sorted_by_code(tmp_path: Path) -> None:
    text = collection({"iso_a3": "LVA"}, {"iso_a3": "EST"})
    (tmp_path / "states.geojson").write_text(text, encoding="utf-8")
    assert read_boundaries(tmp_path).index.tolist() == ["EST", "LVA"]


def test_a_border_without_neighbour_is_refused(tmp_path: Path) -> None:
    (tmp_path / "borders.geojson").write_text(collection({"iso_a3": "EST"}), encoding="utf-8")
    with pytest.raises(AtlasError, match=r"borders\.geojson: .* iso_a3, neighbour, geometry"):
        read_borders(tmp_path)


def test_a_missing_label_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"labels\.csv: expected a table of label points"):
        read_labels(tmp_path)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", r"labels\.csv:1: expected the columns"),
        ("iso,x,y\n", r"labels\.csv:1: expected the columns"),
        ("iso_a3,lon,lat\nEST,25,58\nLVA,25\n", r"labels\.csv:3: .* found \['LVA', '25'\]"),
        ("iso_a3,lon,lat\nEST,east,58\n", r"labels\.csv:2: .* two numbers"),
    ],
)
def test_a_damaged_label_table_is_named_with_its_line(
    tmp_path: Path, text: str, where: str
) -> None:
    (tmp_path / "labels.csv").write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError, match=where):
        read_labels(tmp_path)


def test_each_state_gets_its_standing(three: gpd.GeoDataFrame) -> None:
    standings = {"EST": "withdrawn", "FIN": "notified", "LVA": "withdrawn", "USA": "outside"}
    joined = join_standing(three, standings, ["FIN", "LVA", "EST"])
    assert joined.index.tolist() == ["EST", "FIN", "LVA"]
    assert joined.index.name == "iso_a3"
    assert joined.columns.tolist() == ["standing", "geometry"]
    assert joined["standing"].to_dict() == {
        "EST": "withdrawn",
        "FIN": "notified",
        "LVA": "withdrawn",
    }
    assert joined.crs == three.crs
    assert joined.geometry["FIN"].equals(three.geometry["FIN"])


def test_every_state_that_does_not_join_is_listed(three: gpd.GeoDataFrame) -> None:
    with pytest.raises(AtlasError) as error:
        join_standing(three, {"EST": "party", "POL": "party"}, ["EST", "POL", "NOR", "LVA"])
    assert str(error.value) == (
        "drawn, but without geometry: NOR, POL; geometry, but not drawn: FIN; "
        "drawn, but without standing: LVA, NOR"
    )
