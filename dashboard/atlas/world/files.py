"""The files of the map of the world, and what is read from them."""

import csv
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd

from dashboard.atlas.boundaries import read_shapes_file
from dashboard.atlas.errors import AtlasError

SHAPES_FILE = "world.geojson"
POINTS_FILE = "places.csv"
COLUMNS = ("iso_a3", "lon", "lat", "km2")
DECIMALS = 2
"""Of degrees: about 1.1 km, a tenth of the tolerance of the simplification."""
UNIT = 10**DECIMALS
"""Steps to a degree."""
DOT_KM2 = 12_000.0
"""States with less land, in km², are dots: on a map 1,200 pixels wide they would have less than a
dozen pixels."""


@dataclass(frozen=True)
class Place:
    """The middle of a state (of its largest part), in degrees, and its area in km²."""

    lon: float
    lat: float
    km2: float

    @property
    def is_dot(self) -> bool:
        """Whether the state is too small to be seen by its shape."""
        return self.km2 < DOT_KM2


def read_world_shapes(folder: Path) -> gpd.GeoDataFrame:
    """Read the shapes: `geometry` in EPSG:4326 by `iso_a3`, and all other land as `backdrop`.

    Exterior rings run clockwise. Raises AtlasError that names the file if it is missing or damaged.
    """
    return read_shapes_file(folder / SHAPES_FILE)


def read_places(folder: Path) -> dict[str, Place]:
    """Read the middles and areas of all states, by `iso_a3`.

    Raises AtlasError that names the file if it is missing or damaged.
    """
    path = folder / POINTS_FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {
                row["iso_a3"]: Place(float(row["lon"]), float(row["lat"]), float(row["km2"]))
                for row in csv.DictReader(file)
            }
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise AtlasError(f"{path}: expected a table with {','.join(COLUMNS)}: {error}") from error
