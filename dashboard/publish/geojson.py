"""GeoJSON of a day: the drawn states with their position, as RFC 7946 wants them."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import geopandas as gpd
import shapely
from shapely.geometry import mapping

from dashboard.publish.json_file import encoded, records
from dashboard.publish.tables import standing_table
from dashboard.record.ledger import Ledger


class GeoDays:
    """The joined map of any day. ``states`` (indexed by ``iso_a3``) is in EPSG:4326."""

    def __init__(self, ledger: Ledger, states: gpd.GeoDataFrame) -> None:
        self._ledger = ledger
        self._states = states

    @cached_property
    def _shapes(self) -> Mapping[str, str]:
        """What does not change from day to day, written once."""
        turned = self._states.geometry.orient_polygons(exterior_cw=False)
        return {iso: _shape(geometry) for iso, geometry in turned.items()}

    def day(self, day: date) -> bytes:
        """A feature for every drawn state, with the columns of its table as properties.

        The coordinates are WGS 84 and those of the map's files; exterior rings run
        counter-clockwise, where the map's own, made for d3, run clockwise.
        """
        features = [
            f'{{"type":"Feature","id":"{row["iso_a3"]}",{self._shapes[row["iso_a3"]]},'
            f'"properties":{encoded(row)}}}'
            for row in records(standing_table(self._ledger, day))
            if row["iso_a3"] in self._shapes
        ]
        box = encoded(self._states.total_bounds.tolist())
        lines = ",\n".join(features)
        return f'{{"type":"FeatureCollection","bbox":{box},"features":[\n{lines}\n]}}\n'.encode()


def _shape(geometry: shapely.Geometry) -> str:
    """The members ``bbox`` and ``geometry`` of a feature."""
    return f'"bbox":{encoded(geometry.bounds)},"geometry":{encoded(mapping(geometry))}'
