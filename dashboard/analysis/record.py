"""The record of a treaty, to be asked for standings, maps and figures of any day."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

import geopandas as gpd
import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.analysis.tables import Tables
from dashboard.atlas.agreement import open_with_map
from dashboard.atlas.world.drawing import EXTENTS as WORLD_EXTENTS
from dashboard.atlas.world.drawing import World
from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK, WORLD
from dashboard.publish.data_frames import data_frame
from dashboard.publish.day_map import day_map
from dashboard.publish.figure_file import FigureDays
from dashboard.publish.geometry import Geometry
from dashboard.publish.table import Table
from dashboard.publish.tables import standing_table
from dashboard.publish.takeaway import Takeaway
from dashboard.publish.tokens import light_colours
from dashboard.publish.world_figure import world_figure
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.asked import code_asked, day_asked

Day: TypeAlias = date | np.datetime64 | str
"""A day: ``"2025-12-27"``, a date, or a time of pandas or NumPy, of which only the day counts."""
REGION = "region"
EXTENTS = (REGION, *WORLD_EXTENTS)
"""What a figure can show."""


class Record(Tables):
    """A treaty pack, to be asked for any day from 1 January 1997 on.

    ``Record.open()`` reads one. Every DataFrame is new and may be changed. In all of them the key
    of the table is the index, and a column has the dtype of its values:

    - ``datetime64[s]``: a day, ``NaT`` where there is none
    - ``string``: text; and dates that may be known to the month or year only, as ``2025``,
      ``2025-04`` or ``2025-04-01``
    - ``category``: a word of a closed vocabulary, such as ``standing``
    - ``Int64``: a number; its unit stands in ``codebook``, and in the name of most columns
    - ``bool``: yes or no
    - ``object``: several values, as a tuple of texts

    Columns are those of the files under ``/data/``; ``codebook`` says what each of them holds.
    States go by ``iso_a3``: ISO 3166-1 alpha-3, and ``XKX`` for Kosovo.
    """

    @classmethod
    def open(cls, pack: str | Path = DEFAULT_PACK) -> "Record":
        """Read the treaty pack in a folder; without one the first of those that ship.

        Raises:
            PackError: the pack is wrong in any cell; says all that is, by file and line.
            AtlasError: the boundaries of this installation are missing or damaged.
        """
        return cls(Ledger(open_with_map(Path(pack), BOUNDARIES).pack))

    def __repr__(self) -> str:
        pack = self._ledger.pack
        return (
            f"<Record of the {pack.treaty.short_title}: {len(pack.states)} states, "
            f"{len(pack.events)} events, verified through {self.verified_through}>"
        )

    def standings(self, day: Day) -> pd.DataFrame:
        """Every state and its legal position on a day: ``/data/standing/<day>.csv``.

        A row a state, in the order of ``states``, by ``iso_a3``; 15 columns, among them
        ``standing`` (category), ``bound`` (bool), ``since`` and ``effect`` (days), ``days_left``
        (days until a withdrawal takes effect) and, where the pack has a membership, whether the
        state is a member of it (``<membership>_member``, bool).

        Raises:
            ValueError: the day is none, or none from 1997 on.
        """
        return data_frame(self._standings(day))

    def map(self, day: Day) -> gpd.GeoDataFrame:
        """The drawn states with their position on a day: ``/data/standing/<day>.geojson``.

        A row a state of the map, by ``iso_a3``: the columns of ``standings``, then ``whole``
        (bool), ``left_out_km2`` (km² of the state beyond the frame of the map) and ``geometry``.
        CRS EPSG:4326, coordinates in degrees to three decimals, simplified to about 2 km: for
        drawing and joining, not for measuring. Exterior rings run counter-clockwise (RFC 7946);
        plotly wants them the other way: ``.orient_polygons(exterior_cw=True)``.

        Raises:
            ValueError: the day is none, or none from 1997 on.
            AtlasError: a file of the map is missing or damaged.
        """
        return day_map(self._standings(day), self._geometry)

    def figure(self, day: Day, extent: str = "region") -> go.Figure:
        """The map of a day, drawn as on the page, with headline and legend.

        That of ``/data/figure/<day>.json``: 640 pixels high, geometry inside, simplified to about
        4 km. ``extent`` is what it shows: ``region``, what the map of the page shows; ``world`` or
        ``globe``, all states of the record, simplified to about 7 km. When the figure is shown,
        plotly fetches an empty base map from its own host.

        Raises:
            ValueError: the day is none, or none from 1997 on; the extent is none.
            AtlasError: a file of the map is missing or damaged.
        """
        if extent not in EXTENTS:
            raise ValueError(f"{extent!r} is no extent (expected {' or '.join(EXTENTS)})")
        if extent == REGION:
            return self._figures.figure(_asked(day))
        return world_figure(
            self._ledger, self._frames, self._world, self._colours, _asked(day), extent
        )

    def timeline(self, state: str) -> pd.DataFrame:
        """Every standing that a state ever had: its rows of ``/data/changes.csv``.

        A row a standing, by its ``first`` day; columns ``last`` (day; NaT where no end is known),
        ``standing`` (category), ``bound`` (bool) and ``event`` (string: the id, in ``events``, of
        what brought it about). Before the first row a state is outside; one that has been outside
        all along has none. Rows may lie in the future: withdrawals that are to take effect.

        Raises:
            ValueError: the record has no such state; the text names the nearest code.
        """
        changes = self.changes.reset_index()
        own = changes[changes["iso_a3"] == code_asked(self._ledger, str(state))]
        return own.set_index("first")[["last", "standing", "bound", "event"]]

    def files(self, public_url: str = "") -> Takeaway:
        """What makes the files under ``/data/``; ``public_url`` is where readers reach the page.

        Raises:
            AtlasError: a file of the map is missing or damaged.
        """
        return Takeaway(self._ledger, self._frames, self._geometry, public_url, self._colours)

    def _standings(self, day: Day) -> Table:
        return standing_table(self._ledger, _asked(day))

    @cached_property
    def _geometry(self) -> Geometry:
        return Geometry.read(self._ledger, BOUNDARIES)

    @cached_property
    def _world(self) -> World:
        return World.read(WORLD)

    @cached_property
    def _colours(self) -> Mapping[str, str]:
        return light_colours(ASSETS / "tokens.css")

    @cached_property
    def _figures(self) -> FigureDays:
        return FigureDays(self._ledger, self._frames, self._geometry, self._colours)


def _asked(day: Day) -> date:
    return day_asked(day if isinstance(day, str) else str(day)[: len("YYYY-MM-DD")])
