"""Reads which picture is asked for, in a command or in an address; says what is wrong with it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar, get_args

from dashboard.publish.picture_forms import SCALES, Form, Request
from dashboard.publish.tokens import Theme
from dashboard.publish.typesetting import Format
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.asked import LAST_DAY, AskedError, day_asked, state_asked

FORMATS: tuple[Format, ...] = get_args(Format)
FORM_NAMES: tuple[Form, ...] = get_args(Form)
THEMES: tuple[Theme, ...] = get_args(Theme)
PARTS = ("state", "form", "scale", "theme")
"""What may be said of a picture beside its day and its format."""
LONGEST = 40
"""Letters of what was given that are repeated."""
Word = TypeVar("Word", bound=str)


class RequestReader:
    """Reads requests for the pictures of one record; ``last`` is the last day to be shown."""

    def __init__(self, ledger: Ledger, last: date = LAST_DAY) -> None:
        self._ledger = ledger
        self._last = last

    def request(self, day: str, format: Format, given: Mapping[str, str | None]) -> Request:
        """The request for a day, with what is given of ``state``, ``form``, ``scale``, ``theme``.

        Raises:
            AskedError: a part of it is none that there is.
        """
        plain = Request(day_asked(day, self._last))
        state = given.get("state")
        scale = _one_of("scale", given.get("scale") or str(plain.scale), map(str, SCALES))
        return Request(
            plain.day,
            format,
            state_asked(self._ledger, state) if state else None,
            _one_of("form", given.get("form") or plain.form, FORM_NAMES),
            int(scale),
            _one_of("theme", given.get("theme") or plain.theme, THEMES),
        )


def _one_of(name: str, text: str, words: Iterable[Word]) -> Word:
    known = list(words)
    found = next((word for word in known if word == text.lower()), None)
    if found is None:
        raise AskedError(name, f"{quoted(text)} (expected {', '.join(known)})")
    return found


def quoted(text: str) -> str:
    """What was given, as it is repeated to who gave it: in a line, not longer than needed."""
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
