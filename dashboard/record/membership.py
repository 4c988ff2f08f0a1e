"""Who signed, joined and left on which day, and how many parties there were from then on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.record.kinds import Kind, Standing
from dashboard.record.models import Event
from dashboard.record.standing import Timeline


@dataclass(frozen=True)
class PartyCount:
    """How many states worldwide, from ``day`` on.

    ``by_deposit`` counts as the depositary does: consent deposited, no withdrawal in effect.
    ``in_force`` counts the states for which the treaty is in force.
    """

    day: date
    by_deposit: int
    in_force: int


@dataclass
class Moves:
    """The codes of the states that did each of these on one day.

    ``deposited``: their consent to be bound; ``bound``: the treaty entered into force for them;
    ``left``: their withdrawal took effect; ``unbound``: those of them that had been bound.
    """

    signed: list[str] = field(default_factory=list)
    deposited: list[str] = field(default_factory=list)
    bound: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    unbound: list[str] = field(default_factory=list)


def moves_by_day(
    timelines: Mapping[str, Timeline], events: Iterable[Event]
) -> Mapping[date, Moves]:
    """What moved on each day on which anything did, in order of day, states by code.

    A state signs once; an act known only to the month or year moves nothing.
    """
    moves: dict[date, Moves] = defaultdict(Moves)
    for iso, day in sorted(_signatures(events).items()):
        moves[day].signed.append(iso)
    for iso, timeline in sorted(timelines.items()):
        deposited = bound = False
        left = date.min
        for change in timeline.changes:
            counts = change.standing in _DEPOSITED
            if change.event.is_consent and not deposited and counts:
                # A succession can take effect before its instrument is deposited.
                # One that was deposited before the state had left counts from then on.
                moves[max(change.event.date.first, left)].deposited.append(iso)
                deposited = True
            elif deposited and not counts:
                left = change.day
                moves[left].left.append(iso)
                deposited = False
            if change.standing.bound and not bound:
                moves[change.day].bound.append(iso)
            elif bound and not change.standing.bound:
                moves[change.day].unbound.append(iso)
                if counts:  # It left and came back in one day.
                    moves[change.day].left.append(iso)
                    moves[change.day].deposited.append(iso)
            bound = change.standing.bound
    return dict(sorted(moves.items()))


def party_counts(moves: Mapping[date, Moves]) -> tuple[PartyCount, ...]:
    """The number of parties worldwide, a step for every day on which it changes."""
    counts = [PartyCount(date.min, 0, 0)]
    for day, moved in moves.items():
        before = counts[-1]
        by_deposit = before.by_deposit + len(moved.deposited) - len(moved.left)
        in_force = before.in_force + len(moved.bound) - len(moved.unbound)
        if (by_deposit, in_force) != (before.by_deposit, before.in_force):
            counts.append(PartyCount(day, by_deposit, in_force))
    return tuple(counts[1:])


def _signatures(events: Iterable[Event]) -> dict[str, date]:
    """The day on which each state signed first, where it is known."""
    first: dict[str, date] = {}
    for event in events:
        day = event.date.exact
        if event.kind is Kind.SIGNATURE and event.iso_a3 and day:
            first[event.iso_a3] = min(day, first.get(event.iso_a3, day))
    return first


_DEPOSITED = frozenset(Standing) - {Standing.OUTSIDE, Standing.SIGNATORY, Standing.WITHDRAWN}
