"""A published table, and how one is made of rows of models."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.publish.columns import Column, Value, columns_of
from dashboard.publish.naming import Naming
from dashboard.record.models import Row
from dashboard.record.pack import Pack

TO_STATES = ("states", "iso_a3")
TO_EVENTS = ("events", "id")
"""Where columns of many tables point to: a table, and its column."""


@dataclass(frozen=True)
class Table:
    """A table and its rows, the values in the order of the columns.

    ``name`` is the path of its files, without their ending. No two rows
    are alike in the columns of ``key``; ``references`` gives for a column the table and the column
    that its values point to.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    key: Sequence[str]
    references: Mapping[str, tuple[str, str]] = field(default_factory=dict)


Parts = Sequence[tuple[type[Row], Sequence[str]]]
"""The models whose columns a table has, each with the names of those columns (none: all)."""


def made_table(
    pack: Pack,
    name: str,
    title: str,
    parts: Parts,
    rows: Iterable[Sequence[Row]],
    key: Sequence[str],
    references: Mapping[str, tuple[str, str]] | None = None,
) -> Table:
    """The table of ``rows``, each a row of every model of ``parts``, in the words of the pack."""
    naming = Naming(pack)
    columns = [
        [column for column in columns_of(model, names) if naming.has(column.name)]
        for model, names in parts
    ]
    return Table(
        name,
        title,
        [naming.column(column) for part in columns for column in part],
        [
            [
                naming.value(getattr(row, column.name))
                for row, part in zip(made_of, columns, strict=True)
                for column in part
            ]
            for made_of in rows
        ],
        key,
        references or {},
    )
