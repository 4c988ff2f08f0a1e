"""GeoJSON of a day: the drawn states with their position, as RFC 7946 wants them."""

from collections.abc import Mapping
from functools import cached_property

import shapely
from shapely.geometry import mapping

from dashboard.publish.day_map import drawn_states
from dashboard.publish.geometry import Geometry
from dashboard.publish.json_file import encoded, row_objects
from dashboard.publish.table import Table


class GeoDays:
    """The joined map of any day."""

    def __init__(self, geometry: Geometry) -> None:
        self._geometry = geometry

    @cached_property
    def _shapes(self) -> Mapping[str, str]:
        """What does not change from day to day, written once."""
        return {iso: _shape(geometry) for iso, geometry in self._geometry.turned.items()}

    def day(self, table: Table) -> bytes:
        """A feature for every drawn state, with the columns of the day's table as properties.

        ``whole`` and ``left_out_km2`` say which shapes are not all of their state. Coordinates are
        WGS 84, as precise as in the map's files.
        """
        features = [
            f'{{"type":"Feature","id":"{row["iso_a3"]}",{self._shapes[row["iso_a3"]]},'
            f'"properties":{encoded(row)}}}'
            for row in row_objects(drawn_states(table, self._geometry))
        ]
        box = encoded(self._geometry.states.total_bounds.tolist())
        lines = ",\n".join(features)
        return f'{{"type":"FeatureCollection","bbox":{box},"features":[\n{lines}\n]}}\n'.encode()


def _shape(geometry: shapely.Geometry) -> str:
    """The members ``bbox`` and ``geometry`` of a feature."""
    return f'"bbox":{encoded(geometry.bounds)},"geometry":{encoded(mapping(geometry))}'
