"""All published files by name. A file is made when it is first asked for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from threading import Lock

from dashboard.publish.calendar_file import calendar_file
from dashboard.publish.datapackage import description_file, package_name
from dashboard.publish.feed import feed_file
from dashboard.publish.figure_file import FigureDays
from dashboard.publish.figures import figure_days
from dashboard.publish.geojson import GeoDays
from dashboard.publish.geometry import Geometry
from dashboard.publish.geopackage import geopackage_file
from dashboard.publish.json_file import day_file, json_table, treaty_file
from dashboard.publish.spreadsheet import csv_file
from dashboard.publish.tables import all_tables, standing_table
from dashboard.record.dates import FIRST_DAY
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame
from dashboard.story.terms import terms

MAP = "geojson"
DAY_KINDS = ("csv", "json", MAP)
"""The formats in which the standings of a day are published."""
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
}
DESCRIPTION = "datapackage.json"
WHOLE = "flankwatch.gpkg"
OTHERS = {
    "treaty.json": "The {treaty} itself: titles, depositary, its own dates and rules, the day "
    "through which the record is verified, groups of states, topics",
    "standing/latest.json": "The last day vouched for: headline, figures and every state",
    "standing/latest.geojson": "The last day vouched for: map and position of the drawn states",
    "figure/latest.json": "The last day vouched for: the map as a figure for plotly.io.from_json",
    "dates.ics": "Every legal date known to the day, past and to come, as a calendar; "
    "legal_dates.csv has those known only to the month or year, too",
    "feed.atom": "Every day with news of the {treaty}, {told_or}, as a feed; "
    "changes.csv has every change of standing of every state",
    WHOLE: "Boundaries with standing, borders, label points and all changes of standing",
}
"""The files beside the tables, with what each holds."""


def media_type(name: str) -> str:
    """The media type of a file, from how its name ends."""
    return MEDIA_TYPES[name.rpartition(".")[2]]


def saved_as(name: str) -> str:
    """The name under which a file is saved among others: ``flankwatch-standing-2025-12-27.csv``."""
    plain = name.replace("/", "-")
    return plain if plain in (DESCRIPTION, WHOLE) else f"flankwatch-{plain}"


class Takeaway:
    """The published files of one record. All but those of a single day are kept once made.

    ``public_url`` is the address at which readers reach the dashboard, or nothing; ``colours`` are
    the tokens of the light theme.
    """

    def __init__(
        self,
        ledger: Ledger,
        frames: Sequence[Frame],
        geometry: Geometry,
        public_url: str,
        colours: Mapping[str, str],
    ) -> None:
        self.package = package_name(ledger.pack.treaty)
        self._ledger = ledger
        self._frames = frames
        self._geo_days = GeoDays(geometry)
        self._figure_days = FigureDays(ledger, frames, geometry, colours)
        # The forms of one day are often made one after another.
        self._standings = lru_cache(maxsize=1)(partial(standing_table, ledger))
        self._makers = self._all_makers(geometry, public_url)
        self._made: dict[str, bytes] = {}
        self._making = Lock()

    @property
    def names(self) -> Sequence[str]:
        """The paths of all files but those of a single day; ``datapackage.json`` first."""
        return tuple(self._makers)

    def file(self, name: str) -> bytes:
        """The content of one of the files in ``names``.

        Raises:
            KeyError: there is no such file.
        """
        if name not in self._made:
            with self._making:  # Who asks for it in the meantime waits: it is made once.
                if name not in self._made:
                    self._made[name] = self._makers[name]()
        return self._made[name]

    def standing(self, day: date, kind: str) -> bytes:
        """The standings of a day as a file of one of ``DAY_KINDS``. Made anew every time."""
        table = self._standings(day)
        match kind:
            case "csv":
                return csv_file(table)
            case "json":
                return day_file(self._ledger, self._frames, day, table)
            case _:
                return self._geo_days.day(table)

    def figure(self, day: date) -> bytes:
        """The map of a day as a figure. Made anew every time."""
        return self._figure_days.day(day)

    @property
    def kept_days(self) -> Mapping[date, Sequence[str]]:
        """The days whose standings an export holds, each with the formats.

        Every day on which anything changes for any state, and the day before, so that an export
        shows both sides of a change. Maps are large: only of days on which the page changes.
        """
        begun = {frame.day for frame in self._frames}
        changes = figure_days(self._ledger, self._frames)
        eves = {day - timedelta(days=1) for day in changes if day > FIRST_DAY}
        return {
            day: DAY_KINDS if day in begun else [kind for kind in DAY_KINDS if kind != MAP]
            for day in sorted({*changes, *eves})
        }

    def _all_makers(self, geometry: Geometry, public_url: str) -> dict[str, Callable[[], bytes]]:
        ledger, tables = self._ledger, all_tables(self._ledger, self._frames)
        last, cut = ledger.pack.treaty.verified_through, geometry.cut
        latest = partial(self.standing, last)
        return {
            DESCRIPTION: lambda: description_file(
                ledger,
                self._frames,
                {
                    path: (media_type(path), title.format_map(terms(self._ledger.pack)))
                    for path, title in OTHERS.items()
                },
                public_url,
                ledger.pack.states[max(cut, key=cut.__getitem__)].name if cut else "",
            ),
            **{f"{table.name}.csv": partial(csv_file, table) for table in tables},
            **{f"{table.name}.json": partial(json_table, table) for table in tables},
            **{f"standing/latest.{kind}": partial(latest, kind) for kind in DAY_KINDS},
            "figure/latest.json": partial(self.figure, last),
            "treaty.json": lambda: treaty_file(ledger.pack.treaty),
            "dates.ics": lambda: calendar_file(ledger, public_url),
            "feed.atom": lambda: feed_file(ledger, self._frames, public_url),
            WHOLE: lambda: geopackage_file(ledger, geometry),
        }
