"""Doubts about states and borders: NATO accessions, the flank, and borders far from it."""

from collections.abc import Iterator

from dashboard.record.kinds import Group, Kind, SourceKind
from dashboard.record.models import State
from dashboard.record.review.findings import Desk, Doubt, Finding, finding


def accessions(desk: Desk) -> Iterator[Finding]:
    """Days of NATO accession that no publication confirms, or that the events give differently."""
    table, pack = desk.tables.states, desk.ledger.pack
    dated = {
        event.iso_a3: event.date.exact
        for event in pack.events
        if event.kind is Kind.NATO_ACCESSION and event.date.exact
    }
    for located in table.rows:
        state = located.row
        kinds = {pack.sources[name].kind for name in state.nato_sources}
        if state.nato_since and kinds == {SourceKind.UNCONFIRMED}:
            message = "name nothing that was read (expected a publication with the day)"
            yield finding(table, located, "nato_sources", message, Doubt.UNCONFIRMED_ACCESSION)
        day = dated.get(state.iso_a3, state.nato_since)
        if day != state.nato_since:
            message = f"'{state.nato_since or ''}' (expected {day}, as in events.csv)"
            yield finding(table, located, "nato_since", message, Doubt.OTHER_ACCESSION)
        if state.group is Group.FLANK and state.nato_since is None:
            message = "is empty (expected the day of accession: the flank is NATO's)"
            yield finding(table, located, "nato_since", message, Doubt.FLANK_OUTSIDE_NATO)


def borders(desk: Desk) -> Iterator[Finding]:
    """Lengths of borders that nothing else on record is about: neither state is in NATO, on its
    flank or next to it, and neither names the other among its ``borders``."""
    table, states = desk.tables.borders, desk.ledger.pack.states
    for located in table.rows:
        border = located.row
        one, other = states[border.iso_a3], states[border.neighbour]
        if other.iso_a3 in one.borders or one.iso_a3 in other.borders:
            continue
        for column, state in (("iso_a3", one), ("neighbour", other)):
            if not _near(state):
                message = (
                    f"'{state.iso_a3}' (expected a NATO member, a state of flank or neighbours, or "
                    "this border among its borders in states.csv)"
                )
                yield finding(table, located, column, message, Doubt.FAR_BORDER)


def lengths(desk: Desk) -> Iterator[Finding]:
    """Borders that a state has, of which no published length is on record. Each is told once."""
    table, pack = desk.tables.states, desk.ledger.pack
    known = {frozenset((border.iso_a3, border.neighbour)) for border in pack.borders}
    for located in table.rows:
        iso = located.row.iso_a3
        for neighbour in located.row.borders:
            if frozenset((iso, neighbour)) not in known:
                known.add(frozenset((iso, neighbour)))
                message = f"'{neighbour}' (expected its length in borders.csv)"
                yield finding(table, located, "borders", message, Doubt.UNMEASURED_BORDER)


def _near(state: State) -> bool:
    return bool(state.nato_since) or state.group in (Group.FLANK, Group.NEIGHBOUR)
