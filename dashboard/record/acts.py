"""Applies the treaty's arithmetic to events: when a consent or a withdrawal takes effect."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Kind
from dashboard.record.law import (
    Conflict,
    Rules,
    entry_into_force,
    treaty_entry_into_force,
    withdrawal_effect,
)
from dashboard.record.models import Event

Conflicts: TypeAlias = Mapping[str, Sequence[Conflict]]


def treaty_entry(events: Iterable[Event], rules: Rules) -> date | None:
    """When the treaty entered into force, from the instruments deposited on a known day."""
    deposits = [
        (event.iso_a3 or "", event.date.exact)
        for event in events
        if event.is_consent and event.date.exact
    ]
    return treaty_entry_into_force(deposits, rules)


def conflicts_by_state(events: Iterable[Event]) -> Conflicts:
    """The armed conflicts on record: each beginning with the next end of the same state."""
    found: dict[str, list[Conflict]] = defaultdict(list)
    turns = [event for event in events if event.kind in (_BEGINS, _ENDS) and event.date.exact]
    for event in sorted(turns, key=lambda event: event.date.first):
        running = found[event.iso_a3 or ""]
        if event.kind is _BEGINS:
            running.append(Conflict(event.date.first))
        elif running and running[-1].last is None:
            running[-1] = Conflict(running[-1].first, event.date.first)
    return dict(found)


_BEGINS, _ENDS = Kind.ARMED_CONFLICT_BEGINS, Kind.ARMED_CONFLICT_ENDS


def computed_effect(
    event: Event, entry: date | None, rules: Rules, conflicts: Conflicts
) -> date | None:
    """The day a consent or a withdrawal takes effect by the treaty's own rules.

    None for every other act, for an act without a known day, and while an armed conflict of
    the withdrawing state goes on.
    """
    day = event.date.exact
    if day is None:
        return None
    if event.is_consent:
        return entry_into_force(day, entry, rules)
    if event.is_withdrawal_notice:
        return withdrawal_effect(day, rules, conflicts.get(event.iso_a3 or "", ()))
    return None


def supposed(event: Event, day: date) -> Event:
    """The same act, as if it were known to have happened on this day."""
    return event.model_copy(update={"date": PartialDate.of(day)})


def effect(event: Event, entry: date | None, rules: Rules, conflicts: Conflicts) -> date | None:
    """The recorded day of effect where there is one, else the computed one."""
    return event.effect or computed_effect(event, entry, rules, conflicts)
