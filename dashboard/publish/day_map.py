"""The map of a day: the drawn states with their positions, and how much of each is drawn."""

from dataclasses import replace

import geopandas as gpd

from dashboard.atlas.view import DEGREES
from dashboard.publish.columns import columns_of
from dashboard.publish.data_frames import data_frame
from dashboard.publish.geometry import Geometry
from dashboard.publish.rows import Wholeness
from dashboard.publish.table import Table


def drawn_states(standings: Table, geometry: Geometry) -> Table:
    """Of a table of standings the rows of the drawn states, with the columns of ``Wholeness``."""
    added = columns_of(Wholeness)
    place = [column.name for column in standings.columns].index("iso_a3")
    return replace(
        standings,
        columns=[*standings.columns, *added],
        rows=[
            [*row, *(getattr(wholeness, column.name) for column in added)]
            for row in standings.rows
            if (wholeness := geometry.wholeness(str(row[place])))
        ],
    )


def day_map(standings: Table, geometry: Geometry) -> gpd.GeoDataFrame:
    """The same with the shapes: columns as in ``data_frame``, indexed by ``iso_a3``, EPSG:4326.

    Exterior rings run counter-clockwise, as RFC 7946 has them.
    """
    rows = data_frame(drawn_states(standings, geometry))
    return gpd.GeoDataFrame(rows, geometry=geometry.turned.loc[rows.index], crs=DEGREES)
