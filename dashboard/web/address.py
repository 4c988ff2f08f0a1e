"""Reads the view that an address asks for, in the same way as ``assets/js/state/given.js``."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from dashboard.panels.contents import Contents
from dashboard.panels.embed import EMBED
from dashboard.panels.phrases import BLANKS, ENDS
from dashboard.panels.screens import EXPLORE, SCREENS
from dashboard.panels.view import View
from dashboard.record.dates import FIRST_DAY, PartialDate

Query: TypeAlias = Sequence[tuple[str, str]]
"""The part of an address after the question mark: pairs of name and value, in their order."""


class Addresses:
    """Reads the addresses of one record's page."""

    def __init__(self, contents: Contents) -> None:
        self.first, self.last = FIRST_DAY, contents.last_day
        self.opening_day = contents.first_day
        self._states = set(contents.ledger.pack.states)

    def day(self, text: str) -> date | None:
        """The day in a text (YYYY-MM-DD); None where it is not a day that can be shown."""
        try:
            day = PartialDate.parse(text).exact
        except ValueError:
            return None
        return day if day and self.first <= day <= self.last else None

    def asked(self, query: Query) -> tuple[date | None, bool]:
        """The day that an address asks for, and whether it names one that cannot be shown."""
        given = _first(query, "date")
        if given is None:
            return None, False
        day = self.day(_plain(given))
        return day, day is None

    def is_embedded(self, query: Query) -> bool:
        """Whether an address asks for the page for a frame on another site."""
        return _meant(_first(query, "view"), [EMBED]) is not None

    def view(self, query: Query) -> View:
        """The view that an address asks for. Unknown values are left out; the browser says so."""
        day, _ = self.asked(query)
        state = _meant(_first(query, "state"), self._states)
        screen = _meant(_first(query, "view"), SCREENS)
        return View(day or self.opening_day, state, SCREENS[screen] if screen else EXPLORE)


def _first(query: Query, name: str) -> str | None:
    """The first value of a name, which may be written in any case."""
    return next((value for each, value in query if each.lower() == name), None)


def _plain(value: str) -> str:
    """A value without the blanks and the punctuation around it, left over from a sentence."""
    return value.lstrip(BLANKS).rstrip(BLANKS + ENDS)


def _meant(value: str | None, allowed: Iterable[str]) -> str | None:
    wanted = _plain(value or "").lower()
    return next((word for word in allowed if word.lower() == wanted), None)
