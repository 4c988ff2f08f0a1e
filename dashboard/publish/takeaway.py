"""All files that are given away, each by its name, made when it is first asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock

import geopandas as gpd

from dashboard.atlas.boundaries import read_borders, read_boundaries, read_labels
from dashboard.atlas.join import join_standing
from dashboard.publish.geojson import GeoDays
from dashboard.publish.json_file import day_file, json_table
from dashboard.publish.spreadsheet import csv_file
from dashboard.publish.tables import all_tables, standing_table
from dashboard.record.kinds import OnMap
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame

DAY_KINDS = ("csv", "json", "geojson")
"""The forms in which the standings of a day are given away."""
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "geojson": "application/geo+json",
}


def media_type(name: str) -> str:
    """The media type of a file, from how its name ends."""
    return MEDIA_TYPES[name.rpartition(".")[2]]


def saved_as(name: str) -> str:
    """The name under which a file is saved among others: ``flankwatch-standing-2025-12-27.csv``."""
    return f"flankwatch-{name.replace('/', '-')}"


@dataclass(frozen=True)
class Geometry:
    """The map: states (indexed by ``iso_a3``) and borders in EPSG:4326, label points in degrees."""

    states: gpd.GeoDataFrame
    borders: gpd.GeoDataFrame
    labels: Mapping[str, tuple[float, float]]

    @classmethod
    def read(cls, ledger: Ledger, boundaries: Path) -> "Geometry":
        """Read the map's files.

        Raises:
            AtlasError: a file is missing or damaged, or map and record name other states.
        """
        drawn = [iso for iso, state in ledger.pack.states.items() if state.map is OnMap.DRAWN]
        standings = ledger.standings(ledger.pack.treaty.verified_through)
        return cls(
            join_standing(read_boundaries(boundaries), standings, drawn),
            read_borders(boundaries),
            read_labels(boundaries),
        )


class Takeaway:
    """The files of one record. Those that are one of a kind are kept once they are made.

    ``public_url`` is the address at which readers reach the dashboard, or nothing.
    """

    def __init__(
        self, ledger: Ledger, frames: Sequence[Frame], geometry: Geometry, public_url: str
    ) -> None:
        self._ledger = ledger
        self._frames = frames
        self._geo_days = GeoDays(ledger, geometry.states)
        self._makers = self._all_makers()
        self._made: dict[str, bytes] = {}
        self._making = Lock()

    @property
    def names(self) -> Sequence[str]:
        """The paths of the files that are one of a kind."""
        return tuple(self._makers)

    def file(self, name: str) -> bytes | None:
        """The content of a file that is one of a kind; None where there is no such file."""
        if name not in self._made and name in self._makers:
            with self._making:  # Whoever asks for it in the meantime waits: it is made once.
                if name not in self._made:
                    self._made[name] = self._makers[name]()
        return self._made.get(name)

    def standing(self, day: date, kind: str) -> bytes:
        """The standings of a day as a file of one of ``DAY_KINDS``. Made anew every time."""
        match kind:
            case "csv":
                return csv_file(standing_table(self._ledger, day))
            case "json":
                return day_file(self._ledger, self._frames, day)
            case _:
                return self._geo_days.day(day)

    def _all_makers(self) -> dict[str, Callable[[], bytes]]:
        makers: dict[str, Callable[[], bytes]] = {}
        for table in all_tables(self._ledger):
            makers[f"{table.name}.csv"] = partial(csv_file, table)
            makers[f"{table.name}.json"] = partial(json_table, table)
        latest = self._ledger.pack.treaty.verified_through
        for kind in DAY_KINDS:
            makers[f"standing/latest.{kind}"] = partial(self.standing, latest, kind)
        return makers
