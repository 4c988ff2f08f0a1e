"""A trend: what its chart draws, its table, and what it says for those who do not see it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.record.dates import FIRST_DAY, day_in_words
from dashboard.story.words import counted

Cell = str | int | None
"""What stands in a cell of a table: words, a number, or None where it is not known."""
UNKNOWN = "not known"
"""How a cell that is None is said."""
ON = "{day}"
"""The place in sentences where the day shown is said."""


@dataclass(frozen=True)
class Row:
    """A row of the table.

    What it tells of is still to come before ``day``; None where no day is known.
    ``leads`` is the day that it leads to, where there is one that can be shown. ``states`` (by
    ``iso_a3``) are those that it is about.
    """

    day: date | None
    cells: Sequence[Cell]
    leads: date | None = None
    states: Sequence[str] = ()


@dataclass(frozen=True)
class Point:
    """A point of a series: a ``value`` on a ``day``, ``when`` and what it is in ``words``.

    Else it is as a row.
    """

    day: date
    value: int
    when: str
    words: str
    leads: date | None = None
    states: Sequence[str] = ()


@dataclass(frozen=True)
class Series:
    """Points of one kind in order of day: its ``id``, its ``label``, and of which ``group``."""

    id: str
    label: str
    points: Sequence[Point]
    group: str = ""


@dataclass(frozen=True)
class Trend:
    """One trend of a record.

    ``columns`` are the heads of the table. ``says`` are sentences, each from a day on, with the
    place ``{day}`` for the day shown. ``note`` is what is not in the chart and must be said.
    ``sources`` are ids of sources, ``tables`` names of published tables on which it rests.
    Without ``rows`` there is nothing of the kind, and ``empty`` says so.
    """

    id: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Row]
    series: Sequence[Series]
    says: Sequence[tuple[date, str]]
    sources: Sequence[str]
    tables: Sequence[str]
    empty: str = ""
    note: str = ""

    def sentence(self, day: date) -> str:
        """What the trend says on ``day``; where there is nothing of its kind, that."""
        if not self.rows:
            return self.empty
        index = bisect_right(self.says, day, key=lambda said: said[0])
        return self.says[max(index - 1, 0)][1].replace(ON, day_in_words(day))


def number(count: int, singular: str, plural: str) -> str:
    """``no state``, ``1 state``, ``3 states``."""
    return counted(count, singular, plural) if count else f"no {singular}"


def shown(day: date | None) -> date | None:
    """The day, where it can be shown; None for one before the first that can."""
    return day if day and day >= FIRST_DAY else None


def in_order(ids: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """All sources that are named, each once, in the order in which they are."""
    return tuple(dict.fromkeys(source for each in ids for source in each))
