"""The published tables: those of the pack as stored, and those that are computed from them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import zip_longest

from dashboard.publish.figures import figure_days, figure_row
from dashboard.publish.rows import (
    DayFigures,
    LegalDate,
    LegendCounts,
    Parties,
    Precision,
    RecordCounts,
    StandingDays,
    Timing,
    Topic,
)
from dashboard.publish.table import TO_EVENTS, TO_STATES, Table, made_table
from dashboard.publish.trends import trend_tables
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.membership import Moves
from dashboard.record.models import Border, Claim, Event, Quote, Source, State
from dashboard.record.position import Position, position
from dashboard.story.chronicle import Happening
from dashboard.story.frames import Frame
from dashboard.story.legal import legal_act, legal_dates

NAMING = ("iso_a3", "name", "group")
"""The columns of a state that stand first in tables about states."""

TO_TOPICS = ("topics", "id")


def all_tables(ledger: Ledger, frames: Sequence[Frame]) -> tuple[Table, ...]:
    """Every table but those of a single day. ``frames`` are those of the page."""
    pack = ledger.pack
    treaty, through = pack.treaty, pack.treaty.verified_through
    return (
        made_table(
            pack,
            "states",
            "States, with their legal position on the last day that the record vouches for",
            [(State, ()), (Position, ())],
            [(state, position(ledger, state.iso_a3, through)) for state in pack.states.values()],
            ["iso_a3"],
        ),
        made_table(
            pack,
            "events",
            "Dated acts and events",
            [(Event, ()), (Timing, ())],
            [(event, _timing(ledger, event)) for event in pack.events],
            ["id"],
            {"iso_a3": TO_STATES, "about": TO_STATES},
        ),
        made_table(
            pack,
            "quotes",
            "Quotes, in the words of their sources",
            [(Quote, ())],
            [(quote,) for quote in pack.quotes],
            ["id"],
            {"disagreement": TO_TOPICS},
        ),
        made_table(
            pack,
            "sources",
            "Publications that the record cites",
            [(Source, ())],
            [(source,) for source in pack.sources.values()],
            ["id"],
            {"state_media": TO_STATES},
        ),
        made_table(
            pack,
            "claims",
            "Claims on which sources disagree, each compared with the record",
            [(Claim, ())],
            [(claim,) for claim in pack.claims],
            ["id"],
            {"topic": TO_TOPICS},
        ),
        made_table(
            pack,
            "topics",
            "What sources are compared on",
            [(Topic, ())],
            [(Topic(id=id_, title=title),) for id_, title in pack.treaty.topics.items()],
            ["id"],
        ),
        made_table(
            pack,
            "borders",
            "Land borders and their published lengths",
            [(Border, ())],
            [(border,) for border in pack.borders],
            ["iso_a3", "neighbour"],
            {"iso_a3": TO_STATES, "neighbour": TO_STATES},
        ),
        made_table(
            pack,
            "legal_dates",
            f"Every legal date of every state and of the {treaty.words.treaty}, recorded or "
            "computed",
            [(LegalDate, ())],
            [(_legal_date(item),) for item in legal_dates(ledger)],
            ["id"],
            {"iso_a3": TO_STATES, "about": TO_STATES, "event": TO_EVENTS},
        ),
        changes_table(ledger),
        made_table(
            pack,
            "parties",
            "The numbers of parties and signatories worldwide, and who changed them, from the "
            "adoption on a row for every day on which one changes",
            [(Parties, ())],
            [
                (_parties(ledger, day),)
                for day in sorted({ledger.pack.treaty.adopted, *ledger.moves})
            ],
            ["first"],
        ),
        made_table(
            pack,
            "figures",
            "The figures of the page, a row for every day on which one of them or the headline "
            "changes",
            [(DayFigures, ()), (LegendCounts, ()), (RecordCounts, ())],
            [figure_row(ledger, frames, day) for day in figure_days(ledger, frames)],
            ["date"],
        ),
        *trend_tables(ledger),
    )


def standing_table(ledger: Ledger, day: date) -> Table:
    """Every state of the pack and its legal position on ``day``."""
    return made_table(
        ledger.pack,
        f"standing/{day}",
        f"Every state and its legal position on {day_in_words(day)}",
        [(State, NAMING), (Position, ())],
        [(state, position(ledger, state.iso_a3, day)) for state in ledger.pack.states.values()],
        ["iso_a3"],
        {"iso_a3": TO_STATES},
    )


def changes_table(ledger: Ledger) -> Table:
    """Every standing that a state ever had, with its first and last day, but being outside."""
    return made_table(
        ledger.pack,
        "changes",
        "Every change of standing, with the days through which the new standing lasts",
        [(State, NAMING), (StandingDays, ())],
        [
            (state, days)
            for state in ledger.pack.states.values()
            for days in _standing_days(ledger, state.iso_a3)
        ],
        ["iso_a3", "first"],
        {"iso_a3": TO_STATES, "event": TO_EVENTS},
    )


def _timing(ledger: Ledger, event: Event) -> Timing:
    return Timing(
        precision=Precision(event.date.precision),
        takes_effect=ledger.effect(event),
        effect_basis=ledger.effect_basis(event),
    )


def _legal_date(item: Happening) -> LegalDate:
    return LegalDate(
        id=item.id,
        date=item.date,
        precision=Precision(item.date.precision),
        iso_a3=item.iso_a3,
        about=item.about,
        what=legal_act(item),
        aim=item.aim,
        title=item.title,
        basis=item.basis,
        rule=item.rule,
        certain=item.certain,
        event=item.event,
        sources=item.sources,
    )


def _parties(ledger: Ledger, day: date) -> Parties:
    count, moved = ledger.parties(day), ledger.moves.get(day, Moves())
    return Parties(
        first=day,
        by_deposit=count.by_deposit,
        in_force=count.in_force,
        signatories=ledger.signatories(day),
        signed=tuple(moved.signed),
        deposited=tuple(moved.deposited),
        entered_into_force=tuple(moved.bound),
        left=tuple(moved.left),
    )


def _standing_days(ledger: Ledger, iso_a3: str) -> Iterable[StandingDays]:
    changes = ledger.timelines[iso_a3].changes
    for change, following in zip_longest(changes, changes[1:]):
        yield StandingDays(
            first=change.day,
            last=following.day - timedelta(days=1) if following else None,
            standing=change.standing,
            bound=change.standing.bound,
            event=change.event.id,
        )
