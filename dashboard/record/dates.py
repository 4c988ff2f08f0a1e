"""Dates as precise as the sources are: a day, a month or a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

FORM = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


FIRST_DAY = date(1997, 1, 1)
"""The dashboard answers for any day since 1997, the year the convention was made."""


def day_in_words(day: date) -> str:
    """A day as a reader says it: ``27 December 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_in_short(day: date) -> str:
    """A day where there is little room: ``27 Dec 2025``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


IN_TEXT = re.compile(r"\b[12]\d{3}-\d{2}-\d{2}\b(?!-)|^[12]\d{3}-\d{2}$", re.ASCII)


def dates_in_words(text: str) -> str:
    """A text with its days (``YYYY-MM-DD``) as a reader says them; or a month by itself.

    Within a text, ``2011-12`` may be two years as well as a month: it stays.
    """
    return IN_TEXT.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    try:
        return PartialDate.parse(found[0]).words
    except ValueError:
        return found[0]  # It only looks like one.


@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, to the month (``day`` is None) or to the year (``month`` too)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (ISO 8601).

        Raises:
            ValueError: the text has another form, or no such day exists.
        """
        match = FORM.fullmatch(text)
        parts = [int(part) for part in match.groups() if part] if match else []
        try:
            date(*[*parts, 1, 1][:3])
        except (TypeError, ValueError):
            raise ValueError(
                f"{text!r} is not a date (expected YYYY-MM-DD, or YYYY-MM or YYYY where only that "
                "is known)"
            ) from None
        return cls(*parts)

    @classmethod
    def of(cls, day: date) -> Self:
        """A day that is known."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day, where the day is known."""
        return self.first if self.day else None

    @property
    def precision(self) -> str:
        """``day``, ``month`` or ``year``."""
        if self.day:
            return "day"
        return "month" if self.month else "year"

    def __str__(self) -> str:
        return self.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    @property
    def words(self) -> str:
        """As a reader says it: ``27 June 2025``, ``June 2025`` or ``2025``."""
        if self.day:
            return day_in_words(self.first)
        return f"{MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)
