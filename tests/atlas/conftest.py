"""A small world of rectangles, written as TopoJSON, and the map that the project ships."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

from dashboard.atlas import source
from dashboard.atlas.boundaries import read_boundaries
from dashboard.atlas.states import MapPlan, MapState
from dashboard.paths import DEFAULT_PACK
from dashboard.record.pack import read_pack

SHIPPED = Path(__file__).parents[2] / "geodata" / "boundaries"

CRIMEA = (33, 44.6, 35.2, 46)

WORLD: list[tuple[str | None, str, list[tuple[float, float, float, float]]]] = [
    ("643", "Russia", [(28, 50, 60, 65), (19.6, 55, 23, 56), CRIMEA]),
    ("804", "Ukraine", [(23, 46, 38, 50)]),
    ("112", "Belarus", [(23, 50, 28, 56)]),
    ("616", "Poland", [(15, 49, 23, 55)]),
    ("233", "Estonia", [(24, 57, 28, 59), (22, 58, 22.06, 58.04)]),
    ("246", "Finland", [(22, 60, 28, 68)]),
    ("248", "Åland", [(19, 60, 20.4, 60.4)]),
    ("620", "Portugal", [(-9, 37, -7, 42), (-12, 38, -11.96, 38.04)]),
    ("196", "Cyprus", [(32, 34.4, 34, 35)]),
    (None, "N. Cyprus", [(32, 35, 34, 35.4)]),
    (None, "Kosovo", [(20, 42, 21, 43)]),
    ("364", "Iran", [(45, 30, 60, 38)]),
    ("152", "Chile", [(-75, -40, -70, -30)]),
]

STATES = [
    MapState("RUS", "643"),
    MapState("UKR", "804"),
    MapState("BLR", "112"),
    MapState("POL", "616"),
    MapState("EST", "233"),
    MapState("FIN", "246"),
    MapState("PRT", "620"),
    MapState("CYP", "196"),
    MapState("XKX", "Kosovo"),
]


SHIPPED_PLAN = MapPlan.of(read_pack(DEFAULT_PACK))


@pytest.fixture
def plan() -> MapPlan:
    """The map of the shipped pack, of fewer states."""
    return replace(SHIPPED_PLAN, states=STATES)


@pytest.fixture
def atlas_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small world as a file whose checksum counts as that of world-atlas."""
    path = tmp_path / "countries-10m.json"
    path.write_text(json.dumps(_topology()), encoding="utf-8")
    monkeypatch.setattr(source, "SHA256", hashlib.sha256(path.read_bytes()).hexdigest())
    return path


@pytest.fixture(scope="session")
def shipped() -> Path:
    return SHIPPED


@pytest.fixture(scope="session")
def boundaries() -> gpd.GeoDataFrame:
    return read_boundaries(SHIPPED)


@pytest.fixture(scope="session")
def state_at(boundaries: gpd.GeoDataFrame) -> Callable[[float, float], list[str]]:
    """Tell which states of the shipped map hold a point, by longitude and latitude."""

    def find(lon: float, lat: float) -> list[str]:
        found: list[str] = boundaries.index[boundaries.contains(shapely.Point(lon, lat))].tolist()
        return found

    return find


def _topology() -> dict[str, Any]:
    arcs: list[list[list[float]]] = []
    geometries = []
    for number, name, boxes in WORLD:
        polygons = []
        for box in boxes:
            polygons.append([[len(arcs)]])
            arcs.append(_ring(box))
        geometry = {"type": "MultiPolygon", "arcs": polygons, "properties": {"name": name}}
        geometries.append(geometry if number is None else {**geometry, "id": number})
    countries = {"type": "GeometryCollection", "geometries": geometries}
    land = {"type": "GeometryCollection", "geometries": geometries[:1]}
    return {"type": "Topology", "objects": {"countries": countries, "land": land}, "arcs": arcs}


def _ring(box: tuple[float, float, float, float]) -> list[list[float]]:
    dense = shapely.segmentize(shapely.box(*box), 0.200001)
    return [[round(x, 6), round(y, 6)] for x, y in shapely.get_coordinates(dense)]
