"""Doubts about acts and events: their day, what they move, and what should have come of them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Aim, Kind, Standing
from dashboard.record.models import Event
from dashboard.record.review.findings import Desk, Doubt, Finding, finding
from dashboard.record.tables import Located

TO_LEAVE = frozenset({Aim.LEAVE, Aim.SUSPEND})


def standings(desk: Desk) -> Iterator[Finding]:
    """Acts that move no standing: for want of a day, or since the state could not do them.

    A step towards leaving may be as inexact as it likes once another has made the state leaving.
    Signatures are not asked what they move: signing and depositing on one day is one change.
    """
    table = desk.tables.events
    moving = {change.event.id for line in desk.ledger.timelines.values() for change in line.changes}
    for located in table.rows:
        event = located.row
        if event.date.exact is None and _would_move(desk, event):
            message = (
                f"'{event.date}' is not a day, so that this act moves no standing (expected the "
                "day, once a source gives it)"
            )
            yield finding(table, located, "date", message, Doubt.INEXACT_ACT)
        acts = event.is_consent or event.kind is Kind.NOTIFICATION
        if acts and event.date.exact and event.id not in moving:
            message = (
                "moves no standing (expected an act that the state can do on that day: a first "
                "consent, the notice of a party)"
            )
            yield finding(table, located, "kind", message, Doubt.IDLE_ACT)


def _would_move(desk: Desk, event: Event) -> bool:
    if event.is_step_to_leave and event.iso_a3:
        return desk.ledger.standing(event.iso_a3, event.date.first) is Standing.PARTY
    return event.is_consent or event.kind in (Kind.SIGNATURE, Kind.NOTIFICATION)


def notices(desk: Desk) -> Iterator[Finding]:
    """Notices of withdrawal or suspension whose time has come, and what is on record of it."""
    table = desk.tables.events
    through = desk.ledger.pack.treaty.verified_through
    latest: dict[str, date] = defaultdict(lambda: date.min)
    for event in desk.ledger.pack.events:
        for iso in filter(None, (event.iso_a3, event.about)):
            latest[iso] = max(latest[iso], event.date.last)
    for located in table.rows:
        event = located.row
        day = _day_of_effect(desk, event)
        if day is None or day > through:
            continue
        if latest[event.iso_a3 or ""] <= event.date.last:
            message = (
                f"nothing of {event.iso_a3} is on record after this notice, though it took effect "
                f"on {day_in_words(day)} (expected what happened then or later)"
            )
            yield finding(table, located, "date", message, Doubt.SILENT_NOTICE)
        if event.is_withdrawal_notice and not event.effect_sources:
            message = (
                f"is empty: {day_in_words(day)} is computed (expected a source that states the "
                "day, and the day in effect)"
            )
            yield finding(table, located, "effect_sources", message, Doubt.COMPUTED_EFFECT)


def _day_of_effect(desk: Desk, event: Event) -> date | None:
    """When a notice changes something: a suspension on its own day, there being no rule for it."""
    if event.is_suspension_notice:
        return event.date.last
    return desk.ledger.effect(event) if event.is_withdrawal_notice else None


def rows(desk: Desk) -> Iterator[Finding]:
    """Doubts that one row gives rise to by itself."""
    table = desk.tables.events
    through = desk.ledger.pack.treaty.verified_through
    for located in table.rows:
        event = located.row
        if event.date.first > through and event.kind is not Kind.DEADLINE:
            message = (
                f"'{event.date}' lies after verified_through, {through} (expected the record "
                "checked through that day)"
            )
            yield finding(table, located, "date", message, Doubt.LATER_EVENT)
        vote = event.kind is Kind.PARLIAMENT_VOTE and event.aim in TO_LEAVE
        if vote and event.votes_for is None:
            message = "is empty (expected the tally of a vote to leave or suspend)"
            yield finding(table, located, "votes_for", message, Doubt.MISSING_TALLY)
        if not _says_its_day(located):
            owner = (event.iso_a3 or "treaty").lower()
            message = f"{event.id!r} (expected {owner}-{event.date}-… as state and date now are)"
            yield finding(table, located, "id", message, Doubt.STALE_ID)


def _says_its_day(located: Located[Event]) -> bool:
    event = located.row
    return event.id.startswith(f"{(event.iso_a3 or 'treaty').lower()}-{event.date}-")
