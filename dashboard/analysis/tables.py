"""The tables of a record as DataFrames."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import pandas as pd

from dashboard.publish.columns import columns_of
from dashboard.publish.data_frames import data_frame
from dashboard.publish.rows import Wholeness
from dashboard.publish.table import Table
from dashboard.publish.tables import all_tables, standing_table
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame, build_frames


class Tables:
    """The tables of one record: those of the pack as stored, and those computed from them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @property
    def verified_through(self) -> date:
        """The last day that the record vouches for: of later ones it knows no change."""
        return self._ledger.pack.treaty.verified_through

    @property
    def states(self) -> pd.DataFrame:
        """Every state, by ``iso_a3``, with its position on the last day vouched for."""
        return self._table("states")

    @property
    def events(self) -> pd.DataFrame:
        """Dated acts and events, by ``id``: kind, votes, sources; ``date`` as far as known."""
        return self._table("events")

    @property
    def legal_dates(self) -> pd.DataFrame:
        """Every legal date, by ``id``: of states and of the treaty, recorded or computed."""
        return self._table("legal_dates")

    @property
    def changes(self) -> pd.DataFrame:
        """Every standing that a state ever had, by ``iso_a3`` and ``first`` day."""
        return self._table("changes")

    @property
    def parties(self) -> pd.DataFrame:
        """Parties and signatories worldwide, by the ``first`` day of the numbers."""
        return self._table("parties")

    @property
    def key_figures(self) -> pd.DataFrame:
        """Key figures and headline of the page, by the first day (``date``): ``figures.csv``."""
        return self._table("figures")

    @property
    def quotes(self) -> pd.DataFrame:
        """Verbatim quotes, by ``id``: words, speaker, states, stance, ``date`` as far as known."""
        return self._table("quotes")

    @property
    def sources(self) -> pd.DataFrame:
        """Publications that the record cites, by ``id``; ``state_media`` names the state."""
        return self._table("sources")

    @property
    def claims(self) -> pd.DataFrame:
        """What sources disagree about, a side a row, by ``id``, with the record's verdict."""
        return self._table("claims")

    @property
    def topics(self) -> pd.DataFrame:
        """What sources are compared on, by ``id``: the ``topic`` of claims."""
        return self._table("topics")

    @property
    def borders(self) -> pd.DataFrame:
        """Land borders, by ``iso_a3`` and ``neighbour``: published lengths in km, sources."""
        return self._table("borders")

    @property
    def codebook(self) -> pd.DataFrame:
        """What every column holds, by ``table`` and ``column``: ``description`` (string).

        Tables go by the names of their files: ``figures`` is the one of ``key_figures``, and
        ``standing`` that of ``standings`` and ``map``.
        """
        standing = standing_table(self._ledger, self.verified_through)
        columns = {name: table.columns for name, table in self._tables.items()}
        columns["standing"] = [*standing.columns, *columns_of(Wholeness)]
        said = {
            (table, column.name): column.description
            for table, all_of_it in columns.items()
            for column in all_of_it
        }
        index = pd.MultiIndex.from_tuples(said, names=["table", "column"])
        return pd.DataFrame({"description": pd.array([*said.values()], dtype="string")}, index)

    def _table(self, name: str) -> pd.DataFrame:
        return data_frame(self._tables[name])

    @cached_property
    def _tables(self) -> Mapping[str, Table]:
        return {table.name: table for table in all_tables(self._ledger, self._frames)}

    @cached_property
    def _frames(self) -> tuple[Frame, ...]:
        return build_frames(self._ledger)
