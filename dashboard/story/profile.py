"""One state's position in words, for every stretch of days in which it does not change."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.record.dates import FIRST_DAY, day_in_short, day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.standing import Change
from dashboard.story.words import ON_MAP

OUTSIDE = "Has neither signed nor joined the convention."


@dataclass(frozen=True)
class Stretch:
    """From ``first`` until the next stretch begins: the standing and the sentence about it.

    ``countdown`` holds the first and the last day of a running six months.
    """

    first: date
    standing: Standing
    sentence: str
    countdown: tuple[date, date] | None = None


def stretches(ledger: Ledger, iso_a3: str) -> Sequence[Stretch]:
    """The position of one state over time, from the first day of the dashboard on."""
    before = Stretch(FIRST_DAY, Standing.OUTSIDE, OUTSIDE)
    return [before, *(_stretch(ledger, change) for change in ledger.timelines[iso_a3].changes)]


def _stretch(ledger: Ledger, change: Change) -> Stretch:
    countdown = None
    if change.standing is Standing.NOTIFIED and change.effect:
        countdown = (change.day, change.effect)
    return Stretch(change.day, change.standing, _sentence(ledger, change), countdown)


def _sentence(ledger: Ledger, change: Change) -> str:
    day = day_in_words(change.day)
    article = ledger.pack.treaty.rules.withdrawal.article
    match change.standing:
        case Standing.SIGNATORY:
            return f"Signed on {day}; its consent to be bound is not deposited yet."
        case Standing.JOINING:
            due = f"; in force for it from {day_in_words(change.effect)}" if change.effect else ""
            return f"Deposited its instrument of {change.event.kind} on {day}{due}."
        case Standing.PARTY:
            return f"Party since {day}."
        case Standing.LEAVING:
            return f"Party; moving to leave since {day}. No notice of withdrawal deposited."
        case Standing.NOTIFIED if change.effect:
            return (
                f"Notice of withdrawal received on {day_in_words(change.event.date.first)}; "
                f"bound until it takes effect on {day_in_words(change.effect)} ({article})."
            )
        case Standing.NOTIFIED:
            return (
                f"Notice of withdrawal received on {day}; it does not take effect before the "
                f"armed conflict ends ({article})."
            )
        case Standing.WITHDRAWN:
            return f"Withdrew; not bound since {day}."
        case Standing.OUTSIDE:
            return OUTSIDE
        case Standing.SUSPENSION:
            return (
                f"Still a party. Told the depositary on {day} that it suspends the convention, "
                "which has no clause for that."
            )


def below_name(stretch: Stretch) -> list[str]:
    """What may stand below a state's name on the map: standing and its day, the longest first.

    Where there is no room for the longest, the next one is tried; a running countdown is not
    said here, since its words change with every day.
    """
    word, since = ON_MAP[stretch.standing], day_in_short(stretch.first)
    match stretch.standing:
        case Standing.OUTSIDE:
            return [word]
        case Standing.SUSPENSION:
            return [f"{word}, {since}", word, "disputed"]
        case _:
            return [f"{word} {since}", since]
