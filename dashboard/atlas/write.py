"""Write the map's files: compact GeoJSON and the table of label points."""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry import mapping

from dashboard.atlas.degrees import DECIMALS

Feature = dict[str, Any]


def feature(
    geometry: shapely.Geometry, properties: Mapping[str, str], feature_id: str | None = None
) -> Feature:
    """Return a GeoJSON feature; a single part is written as such, not as a Multi geometry."""
    parts = shapely.get_parts(geometry)
    return {
        "type": "Feature",
        **({"id": feature_id} if feature_id else {}),
        "properties": dict(properties),
        "geometry": mapping(parts[0] if len(parts) == 1 else geometry),
    }


def write_features(path: Path, features: Iterable[Feature]) -> None:
    """Write a GeoJSON FeatureCollection without needless space, one feature a line."""
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in features)
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")


def write_labels(path: Path, labels: gpd.GeoSeries) -> None:
    """Write label points as CSV: `iso_a3`, `lon`, `lat`, in degrees to `DECIMALS`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["iso_a3", "lon", "lat"])
        for key, point in labels.items():
            writer.writerow([key, round(point.x, DECIMALS), round(point.y, DECIMALS)])


def write_cut(path: Path, cut: Mapping[str, int]) -> None:
    """Write as CSV how much of each state that is not whole the map leaves out, in km²."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["iso_a3", "km2"])
        writer.writerows(sorted(cut.items()))
