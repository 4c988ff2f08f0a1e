"""What is asked of a briefing, by command or address: day, state, scenes, ratio; and refused."""

from collections.abc import Collection
from datetime import date
from difflib import get_close_matches

from dashboard.record.dates import FIRST_DAY, PartialDate
from dashboard.record.errors import shown
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.scene import Scene
from dashboard.story.briefing.story import Briefing
from dashboard.story.frames import told_states

LAST_DAY = date(2999, 12, 31)
"""The latest day that is counted to."""
LONGEST = 60
"""Letters of a wrong value that an answer repeats."""


class AskedError(ValueError):
    """What was asked for cannot be had; the text says what, and what was expected, in a line.

    ``name`` is that of the option: ``date``, ``state``, ``scenes`` or ``ratio``.
    """

    def __init__(self, name: str, message: str) -> None:
        self.name = name
        super().__init__(message)


def day_asked(text: str, last: date = LAST_DAY) -> date:
    """The day of a text.

    Raises:
        AskedError: it is none, or none from 1997 up to ``last``.
    """
    try:
        day = PartialDate.parse(text).exact
    except ValueError:
        day = None
    if day and FIRST_DAY <= day <= last:
        return day
    end = f" to {last}" if last < LAST_DAY else " on"
    expected = f"expected YYYY-MM-DD from {FIRST_DAY}{end}"
    raise AskedError("date", f"{_given(text)} is not a day ({expected})")


def state_asked(ledger: Ledger, text: str) -> str:
    """The code of a state that a briefing can be about, in capitals or not.

    Raises:
        AskedError: it is none, or that of a state which is not in view.
    """
    states = ledger.pack.states
    told = _told(ledger)
    code = text.strip().upper()
    if code in told:
        return code
    if code in states:
        raise AskedError(
            "state", f"{states[code].name} has no briefing (expected one of {', '.join(told)})"
        )
    raise _no_code(ledger, text, f"expected one of {', '.join(told)}; ")


def code_asked(ledger: Ledger, text: str) -> str:
    """The code of any state of the record, in capitals or not.

    Raises:
        AskedError: it is none.
    """
    code = text.strip().upper()
    if code in ledger.pack.states:
        return code
    raise _no_code(ledger, text)


def _told(ledger: Ledger) -> list[str]:
    return sorted(state.iso_a3 for state in told_states(ledger))


def _no_code(ledger: Ledger, text: str, expected: str = "") -> AskedError:
    """The refusal of a code, with the nearest one: of the states told of first, then of all."""
    code = text.strip().upper()[:LONGEST]
    near = [
        name
        for among in (_told(ledger), list(ledger.pack.states))
        for name in get_close_matches(code, among, n=1, cutoff=0.5)
    ]
    meant = f"nearest: {near[0]}; " if near else ""
    return AskedError(
        "state",
        f"{_given(text)} is not the code of a state ({meant}{expected}"
        "the codes are in states.csv of the pack)",
    )


def scenes_asked(briefing: Briefing, text: str) -> tuple[Scene, ...]:
    """The scenes of a list with commas, each once, in the order of the list.

    Raises:
        AskedError: one of them is none of the day's, or the list is empty.
    """
    names = [name for part in text.split(",") if (name := part.strip())]
    known = [scene.id for scene in briefing.all]
    by_any_case = {name.casefold(): name for name in known}
    unknown = [name for name in names if name.casefold() not in by_any_case]
    if unknown or not names:
        what = f"no scene {_given(unknown[0])} on {briefing.day}" if unknown else "no scene named"
        raise AskedError("scenes", f"{what} (expected some of {', '.join(known)})")
    return briefing.chosen([by_any_case[name.casefold()] for name in names])


def ratio_asked(text: str, known: Collection[str]) -> str:
    """The shape of a slide.

    Raises:
        AskedError: it is none of those ``known``.
    """
    if text not in known:
        raise AskedError("ratio", f"{_given(text)} is no ratio (expected {' or '.join(known)})")
    return text


def _given(text: str) -> str:
    return f"'{shown(text if len(text) <= LONGEST else text[:LONGEST] + '…')}'"
