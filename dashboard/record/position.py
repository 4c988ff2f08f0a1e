"""The legal position of one state on a day: its standing, and the acts that lie behind it."""

from collections.abc import Iterable, Sequence
from datetime import date

from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Kind, Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event, Row


class Position(Row):
    """What holds for a state on the day ``as_of``. Acts of later days are left out.

    An act known only to the month or year is listed from the first day it can be; it moves no
    standing. One whose effect reaches back (a succession) is listed from that effect on. After an
    exit and a return, consent and notice are those of the return.
    """

    as_of: date
    """The day that this row holds for."""
    standing: Standing
    """Legal position towards the treaty on that day."""
    bound: bool
    """Whether the treaty is in force for the state; with a suspension, which is disputed, too."""
    since: date | None
    """First day of this standing; blank for a state that has been outside all along."""
    days_left: int | None
    """Days until the {withdrawal} takes effect, while the months after a notice are running."""
    signature: PartialDate | None
    """Date of signature."""
    consent_kind: Kind | None
    """How the state consented to be bound."""
    consent: PartialDate | None
    """Date on which the instrument of consent was deposited."""
    entry_into_force: date | None
    """Day the treaty enters into force for the state; after as_of, while it is still to come."""
    suspension: PartialDate | None
    """Date on which a suspension was notified, for which the treaty has no clause."""
    notice: PartialDate | None
    """Date on which the notice of {withdrawal} reached the depositary."""
    effect: date | None
    """Day the {withdrawal} takes effect; after as_of, while it is still to come."""
    member: bool
    """Whether the state is a member of {membership} on that day."""


def position(ledger: Ledger, iso_a3: str, day: date) -> Position:
    """The position of one state on ``day``."""
    change = ledger.timelines[iso_a3].change_on(day)
    standing = change.standing if change else Standing.OUTSIDE
    acts = sorted(
        (event for event in ledger.events[iso_a3] if _begins(ledger, event) <= day),
        key=lambda event: event.date.first,
    )
    consent, notice = _consent_and_notice(ledger, acts)
    effect = ledger.effect(notice) if notice else None
    member_since = ledger.pack.states[iso_a3].member_since
    return Position(
        as_of=day,
        standing=standing,
        bound=standing.bound,
        since=change.day if change else None,
        days_left=(effect - day).days if effect and standing is Standing.NOTIFIED else None,
        signature=_first(event for event in acts if event.kind is Kind.SIGNATURE),
        consent_kind=consent.kind if consent else None,
        consent=consent.date if consent else None,
        entry_into_force=ledger.effect(consent) if consent else None,
        suspension=_first(event for event in acts if event.is_suspension_notice),
        notice=notice.date if notice else None,
        effect=effect,
        member=member_since is not None and member_since <= day,
    )


def _begins(ledger: Ledger, event: Event) -> date:
    return min(event.date.first, ledger.effect(event) or event.date.first)


def _consent_and_notice(ledger: Ledger, acts: Sequence[Event]) -> tuple[Event | None, Event | None]:
    """The acts that the position goes back to: the first of their kind since the last exit."""
    consent: Event | None = None
    notice: Event | None = None
    for event in acts:
        if event.is_consent and (consent is None or _is_out(ledger, notice, event.date.first)):
            consent, notice = event, None
        elif event.is_withdrawal_notice and consent:
            notice = notice or event
    return consent, notice


def _is_out(ledger: Ledger, notice: Event | None, day: date) -> bool:
    effect = ledger.effect(notice) if notice else None
    return effect is not None and effect <= day


def _first(events: Iterable[Event]) -> PartialDate | None:
    return next((event.date for event in events), None)
