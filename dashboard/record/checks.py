"""Checks of whole rows: what each kind of event requires, and the treaty's arithmetic."""

from collections.abc import Iterable, Iterator
from itertools import permutations

from dashboard.record import acts
from dashboard.record.dates import FIRST_DAY
from dashboard.record.errors import Problem
from dashboard.record.kinds import CONFLICTS, CONSENTS, STEPS, Kind, OnMap
from dashboard.record.models import Event
from dashboard.record.references import Tables
from dashboard.record.tables import Located
from dashboard.record.treaty import Purpose, Treaty

STATE_KINDS = CONSENTS | STEPS | CONFLICTS | {Kind.SIGNATURE, Kind.NOTIFICATION}

TALLY = ("votes_for", "votes_against", "votes_abstain", "votes_absent", "votes_not_cast")


def events(tables: Tables, treaty: Treaty | None) -> Iterator[Problem]:
    """What the kind of an event asks of its other cells, and the like in states and borders."""
    file = tables.events.file
    for located in tables.events.rows:
        for column, message in _event_problems(located.row):
            yield Problem(file, located.line, column, message)
    for state in tables.states.rows:
        drawn = state.row.map is OnMap.DRAWN
        if drawn != bool(state.row.atlas_id):
            expected = (
                "a number or name of the atlas" if drawn else "nothing, since it is not drawn"
            )
            message = f"{state.row.atlas_id!r} (expected {expected})"
            yield Problem(tables.states.file, state.line, "atlas_id", message)
        if drawn and treaty and treaty.purposes.get(state.row.group) is Purpose.ELSEWHERE:
            group = state.row.group
            message = f"{group!r} (expected another group: the page draws no state of this one)"
            yield Problem(tables.states.file, state.line, "group", message)
        if state.row.member_since and not state.row.member_sources:
            since, sources = map(tables.states.spelling.column, ("member_since", "member_sources"))
            message = f"is empty (expected the source of {since})"
            yield Problem(tables.states.file, state.line, sources, message)
        if state.row.borders and not state.row.borders_sources:
            message = "is empty (expected the source of borders)"
            yield Problem(tables.states.file, state.line, "borders_sources", message)
        if state.row.iso_a3 in state.row.borders:
            message = f"{state.row.iso_a3!r} (expected other states)"
            yield Problem(tables.states.file, state.line, "borders", message)
    for border in tables.borders.rows:
        if border.row.iso_a3 == border.row.neighbour:
            message = f"{border.row.neighbour!r} (expected another state)"
            yield Problem(tables.borders.file, border.line, "neighbour", message)


def _event_problems(event: Event) -> Iterator[tuple[str, str]]:
    if event.kind in STATE_KINDS and event.iso_a3 is None:
        yield "iso_a3", f"is empty (expected the state that did it, for the kind {event.kind})"
    if (event.kind is Kind.OBJECTION) != (event.about is not None):
        objects = event.kind is Kind.OBJECTION
        found = f"'{event.about}'" if event.about else "is empty"
        expected = "the state whose act is objected to" if objects else "nothing"
        yield "about", f"{found} (expected {expected}, for the kind {event.kind})"
    needs_aim = event.kind in STEPS or event.kind is Kind.NOTIFICATION
    if needs_aim and event.aim is None:
        yield "aim", f"is empty (expected an aim, for the kind {event.kind})"
    if event.aim and not needs_aim:
        yield "aim", f"'{event.aim}' (expected nothing, for the kind {event.kind})"
    if (
        event.kind is Kind.NOTIFICATION
        and event.aim
        and not (event.is_withdrawal_notice or event.is_suspension_notice)
    ):
        yield "aim", f"'{event.aim}' (expected leave or suspend, for a notification)"
    if event.effect and not (event.is_consent or event.is_withdrawal_notice):
        yield "effect", f"'{event.effect}' (expected nothing, for the kind {event.kind})"
    if event.effect_sources and not event.effect:
        yield "effect_sources", "are given without a date of effect"
    given = [column for column in TALLY if getattr(event, column) is not None]
    if given and event.kind is not Kind.PARLIAMENT_VOTE:
        yield given[0], f"a tally (expected nothing, for the kind {event.kind})"


def borders(tables: Tables) -> Iterator[Problem]:
    """Borders with a length that the states on one side do not know of.

    Which neighbours ``borders`` in states.csv is about shows from the table itself: those that
    any state names there. A border between two others is no business of that column.
    """
    states = {located.row.iso_a3: located for located in tables.states.rows}
    bordered = {name for located in tables.states.rows for name in located.row.borders}
    for located in tables.borders.rows:
        for near, far in permutations((located.row.iso_a3, located.row.neighbour)):
            state = states.get(near)
            if state and far in bordered and far not in state.row.borders:
                message = f"lacks {far!r} (expected it, as in borders.csv, line {located.line})"
                yield Problem(tables.states.file, state.line, "borders", message)


def told(tables: Tables, treaty: Treaty) -> Iterator[Problem]:
    """Whether there is a state that the page can be about.

    Left out where states were refused: one of them may be such a state.
    """
    table, groups = tables.states, treaty.groups_for(Purpose.TOLD)
    is_whole = table.rows and not table.refused
    if is_whole and not any(located.row.group in groups for located in table.rows):
        named = " or ".join(map(repr, groups))
        message = f"lacks a state of the group {named} (expected one to tell of)"
        yield Problem(table.file, 0, "", message)


def treaty(treaty: Treaty) -> Iterator[Problem]:
    """The order of the treaty's own days, and spans of time that a reader can tell apart and show.

    The record may well be verified before the treaty enters into force: the fortieth instrument
    sets that day months ahead.
    """
    for sooner, later in [
        ("adopted", "opened"),
        ("opened", "entered_into_force"),
        ("adopted", "verified_through"),
    ]:
        earliest, day = getattr(treaty, sooner), getattr(treaty, later)
        if day < earliest:
            message = f"'{day}' lies before {sooner} (expected {earliest} or later)"
            yield Problem("treaty.toml", 0, later, message)
    labels = [span.label for span in treaty.spans]
    years = [max(span.first, FIRST_DAY).year for span in treaty.spans]
    for index, span in enumerate(treaty.spans):
        place = f"spans.{index}"
        if labels.index(span.label) < index:
            message = f"{span.label!r} stands twice (expected a label of its own for every span)"
            yield Problem("treaty.toml", 0, f"{place}.label", message)
        first = max(span.first, FIRST_DAY)
        if years.index(first.year) < index:
            message = (
                f"'{span.first}' lies in the year that another span begins with "
                "(expected one of its own: addresses name spans by their first years)"
            )
            yield Problem("treaty.toml", 0, f"{place}.first", message)
        if span.last and span.last <= first:
            message = f"'{span.last}' (expected a day after first, {first})"
            yield Problem("treaty.toml", 0, f"{place}.last", message)
        if span.last is None and span.first > treaty.verified_through:
            message = f"'{span.first}' lies after verified_through (expected last as well)"
            yield Problem("treaty.toml", 0, f"{place}.first", message)


def effects(tables: Tables, treaty: Treaty) -> Iterator[Problem]:
    """Recorded dates of effect against those that the treaty's arithmetic gives.

    A difference is an error unless the row says why in ``effect_note``. The treaty's own entry into
    force may lie beyond what the record can show. Left out where events were refused: one missing
    instrument would shift that day.
    """
    if tables.events.problems:
        return
    rows = [located.row for located in tables.events.rows]
    rules = treaty.arithmetic
    computed_entry = acts.treaty_entry(rows, rules)
    # A record may end before the last instrument that the treaty waits for, not after its effect.
    too_early = computed_entry is None and treaty.entered_into_force > treaty.verified_through
    if computed_entry != treaty.entered_into_force and not too_early:
        yield Problem(
            "treaty.toml",
            0,
            "entered_into_force",
            f"'{treaty.entered_into_force}' differs from the computed date {computed_entry} "
            f"({treaty.rules.entry_into_force.article})",
        )
    conflicts = acts.conflicts_by_state(rows)
    for located in tables.events.rows:
        yield from _effect_problem(tables.events.file, located, treaty, conflicts)


def _effect_problem(
    file: str,
    located: Located[Event],
    treaty: Treaty,
    conflicts: acts.Conflicts,
) -> Iterable[Problem]:
    event = located.row
    takes_effect = event.is_consent or event.is_withdrawal_notice
    if not takes_effect or event.effect is None:
        return []
    # Only a successor state can have been bound before it said so.
    if event.effect < event.date.first and event.kind is not Kind.SUCCESSION:
        message = (
            f"'{event.effect}' lies before the act itself (expected {event.date.first} or later)"
        )
        return [Problem(file, located.line, "effect", message)]
    earliest, latest = (
        acts.computed_effect(
            acts.supposed(event, day), treaty.entered_into_force, treaty.arithmetic, conflicts
        )
        for day in (event.date.first, event.date.last)
    )
    fits = earliest is not None and earliest <= event.effect <= (latest or event.effect)
    if fits or event.effect_note:
        return []
    rule = treaty.rules.withdrawal if event.is_withdrawal_notice else treaty.rules.entry_into_force
    if rule is None:
        message = f"'{event.effect}' follows from no clause (expected the reason in effect_note)"
        return [Problem(file, located.line, "effect", message)]
    expected = f"{earliest}" if earliest else "no date while the armed conflict goes on"
    if earliest and latest != earliest:
        expected = f"{earliest} to {latest}" if latest else f"{earliest} or later"
    message = (
        f"'{event.effect}' differs from the computed date of effect (expected {expected} by "
        f"{rule.article}, or the reason in effect_note)"
    )
    return [Problem(file, located.line, "effect", message)]
