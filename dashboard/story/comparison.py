"""What can be set side by side about states: when they joined and left, votes, borders."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.story.chronicle import role, tally
from dashboard.story.membership_dates import (
    DatesOf,
    consents,
    entries_into_force,
    exits,
    notices,
    signatures,
)


@dataclass(frozen=True)
class Entry:
    """One entry in a cell. ``since`` is the first day on which it is true; None: on every day."""

    text: str
    since: date | None = None


@dataclass(frozen=True)
class Fact:
    """One line of a comparison: what it is about, and what is on record for a state."""

    term: str
    of: Callable[[str], Sequence[Entry]]


def facts(ledger: Ledger) -> Sequence[Fact]:
    """The lines of a comparison, in order; an empty cell means that nothing is on record."""
    return (
        Fact("Signature", _dates(ledger, signatures)),
        Fact("Consent", _dates(ledger, consents, with_kind=True)),
        Fact("In force", _dates(ledger, entries_into_force)),
        Fact("Parliament", lambda iso: _votes(ledger, iso)),
        Fact("Notice", _dates(ledger, notices)),
        Fact("Effect", _dates(ledger, exits)),
        *_membership(ledger),
        *(_border(ledger, other) for other in ledger.pack.treaty.border_states),
        Fact("Quotes", lambda iso: _quotes(ledger, iso)),
    )


def _dates(
    ledger: Ledger, dates_of: DatesOf, with_kind: bool = False
) -> Callable[[str], Sequence[Entry]]:
    def of(iso_a3: str) -> Sequence[Entry]:
        return [
            Entry(
                f"{each.word}, {each.date.words}" if with_kind else each.date.words,
                each.date.last,
            )
            for each in dates_of(ledger, iso_a3)
        ]

    return of


def _votes(ledger: Ledger, iso_a3: str) -> Sequence[Entry]:
    """The votes on leaving or suspending whose tally is on record."""
    return [
        Entry(f"{event.date.words}: {votes}", event.date.last)
        for event in ledger.events[iso_a3]
        if role(event) == "vote"
        and (votes := tally((event.votes_for, event.votes_against, event.votes_abstain)))
    ]


def _membership(ledger: Ledger) -> Iterator[Fact]:
    def of(iso_a3: str) -> Sequence[Entry]:
        since = ledger.pack.states[iso_a3].member_since
        return [Entry(f"since {day_in_words(since)}", since)] if since else []

    if membership := ledger.pack.treaty.membership:
        yield Fact(f"{membership.name} member", of)


def _border(ledger: Ledger, other: str) -> Fact:
    def of(iso_a3: str) -> Sequence[Entry]:
        return [
            Entry(f"{border.km:,} km")
            for border in ledger.pack.borders
            if {border.iso_a3, border.neighbour} == {iso_a3, other}
        ]

    return Fact(f"Border with {ledger.pack.states[other].name}", of)


def _quotes(ledger: Ledger, iso_a3: str) -> Sequence[Entry]:
    number = sum(iso_a3 in quote.iso_a3 for quote in ledger.pack.quotes)
    return [Entry(str(number))] if number else []
