"""Doubts about states and borders: memberships, and borders far from the states told of."""

from collections.abc import Iterator

from dashboard.record.kinds import Kind, SourceKind
from dashboard.record.review.findings import Desk, Doubt, Finding, finding
from dashboard.record.treaty import Purpose, Treaty


def accessions(desk: Desk) -> Iterator[Finding]:
    """Days of accession to the alliance that no publication confirms, or that the events give
    differently, and states of the main group without one."""
    table, pack = desk.tables.states, desk.ledger.pack
    since, sources = map(table.spelling.column, ("member_since", "member_sources"))
    membership = pack.treaty.membership
    if membership is None:
        return
    dated = {
        event.iso_a3: event.date.exact
        for event in pack.events
        if event.kind is Kind.MEMBERSHIP and event.date.exact
    }
    for located in table.rows:
        state = located.row
        kinds = {pack.sources[name].kind for name in state.member_sources}
        if state.member_since and kinds == {SourceKind.UNCONFIRMED}:
            message = "name nothing that was read (expected a publication with the day)"
            yield finding(table, located, sources, message, Doubt.UNCONFIRMED_ACCESSION)
        day = dated.get(state.iso_a3, state.member_since)
        if day != state.member_since:
            message = f"'{state.member_since or ''}' (expected {day}, as in events.csv)"
            yield finding(table, located, since, message, Doubt.OTHER_ACCESSION)
        if state.group == pack.treaty.main_group and state.member_since is None:
            message = (
                f"is empty (expected the day of accession: the states of '{state.group}' are "
                f"members of {membership.name})"
            )
            yield finding(table, located, since, message, Doubt.NO_MEMBER)


def borders(desk: Desk) -> Iterator[Finding]:
    """Lengths of borders that nothing else on record is about: neither state is a member or told
    of, and neither names the other among its ``borders``."""
    table, pack = desk.tables.borders, desk.ledger.pack
    for located in table.rows:
        border = located.row
        one, other = pack.states[border.iso_a3], pack.states[border.neighbour]
        if other.iso_a3 in one.borders or one.iso_a3 in other.borders:
            continue
        for column, state in (("iso_a3", one), ("neighbour", other)):
            if not (state.member_since or pack.purpose(state.iso_a3) is Purpose.TOLD):
                message = (
                    f"'{state.iso_a3}' (expected {_expected(pack.treaty)}, or this border among "
                    "its borders in states.csv)"
                )
                yield finding(table, located, column, message, Doubt.FAR_BORDER)


def _expected(treaty: Treaty) -> str:
    told = f"a state of {' or '.join(treaty.groups_for(Purpose.TOLD))}"
    return f"a member of {treaty.membership.name}, {told}" if treaty.membership else told


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
