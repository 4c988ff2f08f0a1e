"""Reads which picture is asked for, in a command or in an address; says what is wrong with it."""

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import TypeVar, get_args

from dashboard.publish.picture_forms import SCALES, Form, Request
from dashboard.publish.tokens import Theme
from dashboard.publish.typesetting import Format
from dashboard.record.dates import FIRST_DAY, PartialDate
from dashboard.record.models import State

FORMATS: tuple[Format, ...] = get_args(Format)
FORM_NAMES: tuple[Form, ...] = get_args(Form)
THEMES: tuple[Theme, ...] = get_args(Theme)
PARTS = ("state", "form", "scale", "theme")
"""What may be said of a picture beside its day and its format."""
LONGEST = 40
"""Letters of what was given that are repeated."""
Word = TypeVar("Word", bound=str)


class RequestError(Exception):
    """What is asked for cannot be made: ``name`` says which part of it, the text what is wrong."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class RequestReader:
    """Reads requests for the pictures of one record.

    ``shown`` are the states that may be in the middle, ``known`` all of the record, by
    ``iso_a3``; ``last`` is the last day that can be shown, if there is one.
    """

    def __init__(
        self, shown: Mapping[str, State], known: Mapping[str, State], last: date | None = None
    ) -> None:
        self._shown = shown
        self._known = known
        self._last = last

    def request(self, day: str, format: Format, given: Mapping[str, str | None]) -> Request:
        """The request for a day, with what is given of ``state``, ``form``, ``scale``, ``theme``.

        Raises:
            RequestError: a part of it is none that there is.
        """
        plain = Request(self.day(day))
        scale = _one_of("scale", given.get("scale") or str(plain.scale), map(str, SCALES))
        return Request(
            plain.day,
            format,
            self.state(given.get("state") or None),
            _one_of("form", given.get("form") or plain.form, FORM_NAMES),
            int(scale),
            _one_of("theme", given.get("theme") or plain.theme, THEMES),
        )

    def day(self, text: str) -> date:
        """The day in a text.

        Raises:
            RequestError: it is none, or none that can be shown.
        """
        try:
            day = PartialDate.parse(text).exact
        except ValueError:
            day = None
        if day is None or day < FIRST_DAY or (self._last and day > self._last):
            reach = f"from {FIRST_DAY} to {self._last}" if self._last else f"from {FIRST_DAY} on"
            raise RequestError("date", f"{quoted(text)} is not a day (expected YYYY-MM-DD {reach})")
        return day

    def state(self, text: str | None) -> str | None:
        """The code (``iso_a3``) of the state in a text, in capitals or not.

        Raises:
            RequestError: it is none of those that have a standing on the map.
        """
        if text is None:
            return None
        code = text.strip().upper()
        if code in self._shown:
            return code
        if code in self._known:
            name = self._known[code].name
            message = f"{name} has no standing on the map (expected one of {self._codes})"
        elif near := get_close_matches(code, sorted(self._shown), 1, 0.5):
            message = (
                f"{quoted(text)} is not a state of the record; {near[0]} is near "
                f"(expected one of {self._codes})"
            )
        else:
            message = f"{quoted(text)} is not a state of the record (expected one of {self._codes})"
        raise RequestError("state", message)

    @property
    def _codes(self) -> str:
        return ", ".join(sorted(self._shown))


def _one_of(name: str, text: str, words: Iterable[Word]) -> Word:
    known = list(words)
    found = next((word for word in known if word == text.lower()), None)
    if found is None:
        raise RequestError(name, f"{quoted(text)} (expected {', '.join(known)})")
    return found


def quoted(text: str) -> str:
    """What was given, as it is repeated to who gave it: in a line, not longer than needed."""
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
