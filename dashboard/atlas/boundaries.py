"""Read the map's files: states, backdrop, label points and borders."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd
import shapely

from dashboard.atlas.errors import AtlasError
from dashboard.atlas.files import BACKDROP_FILE, BORDERS_FILE, CUT_FILE, LABELS_FILE, STATES_FILE
from dashboard.atlas.view import DEGREES


def read_boundaries(folder: Path) -> gpd.GeoDataFrame:
    """Read the states: `geometry` in EPSG:4326, indexed by `iso_a3` and sorted by it.

    Exterior rings run clockwise, as in the file. Raises AtlasError that names the file and what
    was expected if it is missing, damaged, or has a state twice.
    """
    return read_shapes_file(folder / STATES_FILE)


def read_shapes_file(path: Path) -> gpd.GeoDataFrame:
    """Read a file of shapes by `iso_a3`, as `read_boundaries` does."""
    states = _read_geojson(path, ["iso_a3"]).set_index("iso_a3").sort_index()
    twice = states.index[states.index.duplicated()].unique()
    if len(twice):
        raise AtlasError(f"{path}: expected every state once, found twice: {', '.join(twice)}")
    return states


def read_backdrop(folder: Path) -> gpd.GeoDataFrame:
    """Read the land that belongs to no state drawn: one row, `geometry` in EPSG:4326.

    Raises AtlasError as `read_boundaries` does.
    """
    return _read_geojson(folder / BACKDROP_FILE, [])


def read_borders(folder: Path) -> gpd.GeoDataFrame:
    """Read the land borders that are drawn: `iso_a3`, `neighbour`, `geometry` (lines, EPSG:4326).

    Raises AtlasError as `read_boundaries` does.
    """
    return _read_geojson(folder / BORDERS_FILE, ["iso_a3", "neighbour"])


def read_labels(folder: Path) -> dict[str, tuple[float, float]]:
    """Read the label points: `iso_a3` to longitude and latitude in degrees.

    Raises AtlasError that names the file, and the line where a row is not as expected.
    """
    path = folder / LABELS_FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise AtlasError(f"{path}: expected a table of label points: {error}") from error
    if rows[:1] != [["iso_a3", "lon", "lat"]]:
        raise AtlasError(f"{path}:1: expected the columns iso_a3,lon,lat")
    return dict(_label(row, f"{path}:{line}") for line, row in enumerate(rows[1:], start=2))


def read_cut(folder: Path) -> dict[str, int]:
    """Read which states are not whole: `iso_a3` to the area that the map leaves out, in km².

    Raises AtlasError that names the file.
    """
    path = folder / CUT_FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row["iso_a3"]: int(row["km2"]) for row in csv.DictReader(file)}
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise AtlasError(f"{path}: expected a table with iso_a3,km2: {error}") from error


def _label(row: list[str], where: str) -> tuple[str, tuple[float, float]]:
    try:
        iso_a3, lon, lat = row
        return iso_a3, (float(lon), float(lat))
    except ValueError as error:
        raise AtlasError(f"{where}: expected a state and two numbers, found {row}") from error


def _read_geojson(path: Path, columns: Sequence[str]) -> gpd.GeoDataFrame:
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        if features == []:  # A map may have no borders to draw; a table needs its columns.
            return gpd.GeoDataFrame({name: [] for name in columns}, geometry=[], crs=DEGREES)
        frame = gpd.GeoDataFrame.from_features(features, crs=DEGREES)
        return frame[[*columns, "geometry"]]
    except OSError as error:
        raise AtlasError(f"{path}: expected a file; `flankwatch geodata` writes it") from error
    except (ValueError, KeyError, TypeError, AttributeError, shapely.GEOSException) as error:
        expected = ", ".join([*columns, "geometry"])
        raise AtlasError(f"{path}: expected GeoJSON features with {expected}: {error}") from error
