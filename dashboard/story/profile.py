"""One state's standings over time in words: a period from each change to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.record.dates import FIRST_DAY, day_in_short, day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.standing import Change
from dashboard.record.treaty import Treaty
from dashboard.story.standings import standings
from dashboard.story.wording import Wording
from dashboard.story.words import capital

OUTSIDE = "Has neither signed nor joined the {treaty}."


@dataclass(frozen=True)
class StandingPeriod:
    """The days of one standing, from ``first`` until the next period begins.

    ``sentence`` says it in words. ``countdown`` is there while a notice is running: the day on
    which the standing began, and the day on which the withdrawal takes effect.
    """

    first: date
    standing: Standing
    sentence: str
    countdown: tuple[date, date] | None = None


def standing_periods(ledger: Ledger, iso_a3: str) -> Sequence[StandingPeriod]:
    """Every period of one state (``iso_a3``), in order; the first begins with 1997."""
    outside = Wording(ledger.pack.treaty).say(OUTSIDE)
    before = StandingPeriod(FIRST_DAY, Standing.OUTSIDE, outside)
    return [before, *(_period(ledger, change) for change in ledger.timelines[iso_a3].changes)]


def _period(ledger: Ledger, change: Change) -> StandingPeriod:
    countdown = None
    if change.standing is Standing.NOTIFIED and change.effect:
        countdown = (change.day, change.effect)
    return StandingPeriod(change.day, change.standing, _sentence(ledger, change), countdown)


def _sentence(ledger: Ledger, change: Change) -> str:
    say, day = Wording(ledger.pack.treaty).say, day_in_words(change.day)
    withdrawal = ledger.pack.treaty.rules.withdrawal
    article = f" ({withdrawal.article})" if withdrawal else ""
    match change.standing:
        case Standing.SIGNATORY:
            return f"Signed on {day}; its consent to be bound is not deposited yet."
        case Standing.JOINING:
            due = f"; in force for it from {day_in_words(change.effect)}" if change.effect else ""
            return f"Deposited its instrument of {change.event.kind} on {day}{due}."
        case Standing.PARTY:
            return f"Party since {day}."
        case Standing.LEAVING:
            return say(
                f"Party; moving to leave since {day}. No notice of {{withdrawal}} deposited."
            )
        case Standing.NOTIFIED if change.effect:
            return say(
                f"Notice of {{withdrawal}} received on {day_in_words(change.event.date.first)}; "
                f"bound until it takes effect on {day_in_words(change.effect)}{article}."
            )
        case Standing.NOTIFIED if withdrawal:
            return say(
                f"Notice of {{withdrawal}} received on {day}; it does not take effect before the "
                f"armed conflict ends{article}."
            )
        case Standing.NOTIFIED:
            return say(
                f"Notice of {{withdrawal}} received on {day}; the {{treaty}} does not say when it "
                "takes effect."
            )
        case Standing.WITHDRAWN:
            return capital(say(f"{{withdrew}}; not bound since {day}."))
        case Standing.OUTSIDE:
            return say(OUTSIDE)
        case Standing.SUSPENSION:
            return say(
                f"Still a party. Told the depositary on {day} that it suspends the {{treaty}}, "
                "which has no clause for that."
            )


def below_name(treaty: Treaty, period: StandingPeriod) -> list[str]:
    """What may stand below a state's name on the map: standing and its day, the longest first.

    Where there is no room for the longest, the next one is tried; a running countdown is not
    said here, since its words change with every day.
    """
    word, since = standings(treaty)[period.standing].on_map, day_in_short(period.first)
    match period.standing:
        case Standing.OUTSIDE:
            return [word]
        case Standing.SUSPENSION:
            return [f"{word}, {since}", word, "disputed"]
        case _:
            return [f"{word} {since}", since]
