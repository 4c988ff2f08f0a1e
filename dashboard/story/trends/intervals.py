"""How long states took from their signature to their consent to be bound."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Kind
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event, State
from dashboard.record.treaty import Purpose
from dashboard.story.trends.trend import Point, Row, Series, Trend, shown
from dashboard.story.words import counted, kind_label

TITLE = "From signature to consent"

YEAR = 365.25
"""Days of a year, on average."""
TOLD, OTHERS = "told", "others"
"""The series of the states that are told of, and of all others."""


@dataclass(frozen=True)
class Interval:
    """The time from the first signature of a state to its first consent from then on."""

    state: State
    signed: date
    consent: Event
    consented: date

    @property
    def days(self) -> int:
        """How many days lie between the two; 0 where both are of one day."""
        return (self.consented - self.signed).days


def intervals(ledger: Ledger) -> tuple[Interval, ...]:
    """Those of all states of which both days are known, in order of their consent."""
    found = (_interval(state, ledger.events[state.iso_a3]) for state in ledger.pack.states.values())
    known = [interval for interval in found if interval]
    return tuple(sorted(known, key=lambda each: (each.consented, each.state.name)))


def _interval(state: State, events: Sequence[Event]) -> Interval | None:
    signed = _signed(events)
    if signed is None:
        return None
    consents = [
        (day, event)
        for event in events
        if event.is_consent and (day := event.date.exact) and day >= signed
    ]
    if not consents:
        return None
    day, event = min(consents, key=lambda each: each[0])
    return Interval(state, signed, event, day)


def _signed(events: Sequence[Event]) -> date | None:
    days = [event.date.exact for event in events if event.kind is Kind.SIGNATURE]
    return min((day for day in days if day), default=None)


def intervals_trend(ledger: Ledger) -> Trend:
    """The trend, with a row for every state that signed and consented on known days."""
    treaty, found = ledger.pack.treaty, intervals(ledger)
    told = {state.iso_a3 for state in ledger.pack.states_for(Purpose.TOLD)}
    points = {
        TOLD: [_point(each) for each in found if each.state.iso_a3 in told],
        OTHERS: [_point(each) for each in found if each.state.iso_a3 not in told],
    }
    return Trend(
        id="intervals",
        title=TITLE,
        columns=("State", "Signed", "Consent deposited", "By", "Days", "Years"),
        rows=[
            Row(
                each.consented,
                (
                    each.state.name,
                    day_in_words(each.signed),
                    day_in_words(each.consented),
                    kind_label(treaty, each.consent.kind),
                    each.days,
                    f"{each.days / YEAR:.1f}",
                ),
                shown(each.consented),
                (each.state.iso_a3,),
            )
            for each in found
        ],
        series=[
            Series(TOLD, f"States of {treaty.words.told}", points[TOLD]),
            Series(OTHERS, "Other states", points[OTHERS]),
        ],
        says=_sentences(ledger, found),
        sources=treaty.sources,
        tables=("legal_dates", "events"),
        empty="No state is on record that signed and then deposited its consent, both on known "
        "days.",
        note="Only states that signed first, and of which both days are known.",
    )


def _point(each: Interval) -> Point:
    when = f"{each.state.name}, {day_in_words(each.consented)}"
    words, leads = f"After {_length(each.days)}", shown(each.consented)
    return Point(each.consented, each.days, when, words, leads, (each.state.iso_a3,))


def _length(days: float) -> str:
    """``703 days (1.9 years)``; below a year, the days alone."""
    said = f"{days:,g} {'day' if days == 1 else 'days'}"
    return f"{said} ({days / YEAR:.1f} years)" if days >= YEAR else said


def _sentences(ledger: Ledger, found: Sequence[Interval]) -> list[tuple[date, str]]:
    said = [(date.min, "On {day}, no state has deposited its consent after a signature yet.")]
    signed = sorted(
        day for events in ledger.events.values() if (day := _signed(events)) is not None
    )
    days = {each.consented for each in found} | {day for day in signed if found}
    for day in sorted(days):
        done = [each for each in found if each.consented <= day]
        if done:
            said.append((day, _sentence(done, sum(each <= day for each in signed))))
    return said


def _sentence(done: Sequence[Interval], signed: int) -> str:
    longest = max(done, key=lambda each: each.days)
    middle = median(each.days for each in done)
    waiting = signed - len(done)
    text = (
        f"Up to {{day}}, {counted(len(done), 'state has', 'states have')} deposited consent after "
        f"a signature, half of them within {_length(middle)}. The longest took "
        f"{_length(longest.days)}: {longest.state.name}."
    )
    if not waiting:
        return text
    return (
        f"{text} Of {counted(waiting, 'state', 'states')} that had signed, no consent on a known "
        "day is on record by then."
    )
