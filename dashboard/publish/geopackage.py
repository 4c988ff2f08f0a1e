"""Boundaries, borders, label points and changes of standing as one GeoPackage, for QGIS."""

from io import BytesIO

import geopandas as gpd
import pandas as pd
import pyogrio

from dashboard.atlas.borders import common_border
from dashboard.atlas.view import DEGREES
from dashboard.publish.data_frames import data_frame, days_as_text
from dashboard.publish.day_map import day_map
from dashboard.publish.geometry import Geometry
from dashboard.publish.layers import together
from dashboard.publish.tables import changes_table, standing_table
from dashboard.record.ledger import Ledger

STAMP = "OGR_CURRENT_DATE"
"""GDAL's setting for the time that it writes into a file; the default is the present."""
VERSION = "1.3"
"""The version of the format; QGIS 3.22 and GDAL 3.6 can read all of it."""


def geopackage_file(ledger: Ledger, geometry: Geometry) -> bytes:
    """Four layers: ``states``, ``borders`` and ``labels``, and the table ``changes``.

    Boundaries and label points carry the standings of the last day that the record vouches for,
    borders the two states' standings of that day; ``changes`` holds every standing that a state
    ever had, to be joined by ``iso_a3``. EPSG:4326. Days are text as in the other tables, since
    some are known only to the month or year. The same record always gives the same bytes.

    Not to be called in two threads at once: the time that GDAL writes is set for all of them.
    """
    through = ledger.pack.treaty.verified_through
    standings = standing_table(ledger, through)
    rows = data_frame(standings)
    layers = {
        "states": days_as_text(day_map(standings, geometry).sort_index()).reset_index(),
        "borders": _borders(ledger, rows, geometry),
        "labels": _labels(rows, geometry),
        "changes": _changes(ledger),
    }
    pyogrio.set_gdal_config_options({STAMP: f"{through}T00:00:00.000Z"})
    try:
        return together({name: _package(name, layer) for name, layer in layers.items()})
    finally:
        pyogrio.set_gdal_config_options({STAMP: None})


def _package(name: str, layer: pd.DataFrame) -> bytes:
    """A GeoPackage with a single layer; so few features need no spatial index."""
    file = BytesIO()
    shapes = layer.geometry.geom_type if isinstance(layer, gpd.GeoDataFrame) else ()
    pyogrio.write_dataframe(
        layer,
        file,
        layer=name,
        driver="GPKG",
        promote_to_multi=any(shape != "Point" for shape in shapes),
        dataset_options={"VERSION": VERSION},
        **({"layer_options": {"SPATIAL_INDEX": "NO"}} if len(shapes) else {}),
    )
    return file.getvalue()


def _changes(ledger: Ledger) -> pd.DataFrame:
    table = changes_table(ledger)
    in_order = [column.name for column in table.columns]
    return days_as_text(data_frame(table).reset_index())[in_order]


def _borders(ledger: Ledger, rows: pd.DataFrame, geometry: Geometry) -> gpd.GeoDataFrame:
    lengths = {
        frozenset((border.iso_a3, border.neighbour)): border.km for border in ledger.pack.borders
    }
    lines = _lines(ledger, geometry)
    pairs = list(zip(lines["iso_a3"], lines["neighbour"], strict=True))
    return lines.assign(
        km=pd.array([lengths.get(frozenset(pair)) for pair in pairs], dtype="Int64"),
        standing=[rows.standing.get(near) for near, _ in pairs],
        neighbour_standing=[rows.standing.get(far) for _, far in pairs],
    )


def _lines(ledger: Ledger, geometry: Geometry) -> gpd.GeoDataFrame:
    """The borders that the map draws, and the others with a length of two drawn states."""
    drawn, shapes = geometry.borders, geometry.states.geometry
    known = {frozenset(pair) for pair in zip(drawn["iso_a3"], drawn["neighbour"], strict=True)}
    others = [
        (border.iso_a3, border.neighbour)
        for border in ledger.pack.borders
        if frozenset((border.iso_a3, border.neighbour)) not in known
        and {border.iso_a3, border.neighbour} <= set(shapes.index)
    ]
    more = gpd.GeoDataFrame(
        others,
        columns=["iso_a3", "neighbour"],
        geometry=[common_border(shapes[near], shapes[far]) for near, far in others],
        crs=drawn.crs,
    )
    return pd.concat([drawn, more[~more.is_empty]], ignore_index=True)


def _labels(rows: pd.DataFrame, geometry: Geometry) -> gpd.GeoDataFrame:
    points = pd.DataFrame.from_dict(geometry.labels, orient="index", columns=["lon", "lat"])
    named = rows.loc[points.index, ["name", "group", "standing"]]
    return gpd.GeoDataFrame(
        named.rename_axis("iso_a3").reset_index(),
        geometry=gpd.points_from_xy(points.lon, points.lat),
        crs=DEGREES,
    )
