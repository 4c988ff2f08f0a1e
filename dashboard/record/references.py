"""Checks across the tables of a pack: ids are unique, and what is referred to exists."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from dashboard.record.errors import Problem
from dashboard.record.models import Border, Claim, Event, Names, Quote, Row, Source, State
from dashboard.record.tables import Located, Table
from dashboard.record.treaty import Treaty


@dataclass(frozen=True)
class Tables:
    """The tables of one pack, as read."""

    states: Table[State]
    events: Table[Event]
    quotes: Table[Quote]
    sources: Table[Source]
    claims: Table[Claim]
    borders: Table[Border]
    names: Table[Names]

    @property
    def problems(self) -> list[Problem]:
        """What was wrong with any of the tables when it was read."""
        found: list[Problem] = []
        for field in fields(self):
            found += getattr(self, field.name).problems
        return found


def references(tables: Tables, treaty: Treaty | None) -> Iterator[Problem]:
    """What is named twice, what is named but does not exist, and what names no source.

    What refers to a file that could not be read at all is not checked.
    """
    yield from _unique(tables.states, "iso_a3")
    yield from _unique(tables.names, "iso_a3")
    yield from _unique(tables.borders, "iso_a3", "neighbour")
    identified: list[Table[Row]] = [tables.events, tables.quotes, tables.sources, tables.claims]
    for table in identified:
        yield from _unique(table, "id")
    cited: list[Table[Row]] = [tables.events, tables.quotes, tables.claims, tables.borders]
    for table in cited:
        yield from _unsourced(table)
    known_sources = _known(tables.sources, "id")
    citing: list[tuple[Table[Row], str]] = [
        (tables.states, "member_sources"),
        (tables.states, "borders_sources"),
        (tables.events, "effect_sources"),
        *((table, "sources") for table in [tables.states, *cited]),
    ]
    for table, column in citing:
        yield from _dangling(table, column, known_sources, "a source in sources.csv")
    known_states = _known(tables.states, "iso_a3")
    naming: list[tuple[Table[Row], str]] = [
        (tables.states, "borders"),
        (tables.names, "iso_a3"),
        (tables.borders, "neighbour"),
        (tables.sources, "state_media"),
        (tables.events, "about"),
        *((table, "iso_a3") for table in cited),
    ]
    for table, column in naming:
        yield from _dangling(table, column, known_states, "a state in states.csv")
    if treaty is None:
        return
    topics = set(treaty.topics)
    yield from _dangling(tables.claims, "topic", topics, "a topic in treaty.toml")
    groups = f"a group in treaty.toml (expected one of: {', '.join(treaty.groups)})"
    yield from _dangling(tables.states, "group", set(treaty.groups), groups)
    marked: list[Table[Row]] = [tables.events, tables.quotes]
    for table in marked:
        yield from _dangling(table, "disagreement", topics, "a topic in treaty.toml")
    for figure, names in treaty.figures.items():
        for topic in names:
            if topic not in topics:
                message = f"{topic!r} is not a topic in treaty.toml"
                yield Problem("treaty.toml", 0, f"figures.{figure}", message)
    for setting, states in (
        ("key_figures.border.against", treaty.border_states),
        ("words.example", filter(None, [treaty.words.example])),
        ("rules.entry_into_force.states", treaty.rules.entry_into_force.states),
    ):
        for state in states:
            if known_states is not None and state not in known_states:
                message = f"{state!r} is not a state in states.csv"
                yield Problem("treaty.toml", 0, setting, message)
    known_events = _known(tables.events, "id")
    for event in treaty.revised:
        if known_events is not None and event not in known_events:
            message = f"{event!r} is not an event in events.csv"
            yield Problem("treaty.toml", 0, f"revised.{event}", message)
    for source in treaty.sources:
        if known_sources is not None and source not in known_sources:
            yield Problem("treaty.toml", 0, "sources", f"{source!r} is not a source in sources.csv")


def _cell(located: Located[Row], column: str) -> Any:
    return getattr(located.row, column)


def _unique(table: Table[Row], *columns: str) -> Iterator[Problem]:
    first: dict[tuple[str, ...], int] = {}
    for located in table.rows:
        key = tuple(sorted(_cell(located, column) for column in columns))
        if key in first:
            name = " – ".join(key)
            message = f"{name!r} stands twice (first in line {first[key]}; expected once)"
            yield Problem(table.file, located.line, columns[0], message)
        first.setdefault(key, located.line)


def _unsourced(table: Table[Row]) -> Iterator[Problem]:
    for located in table.rows:
        if not _cell(located, "sources"):
            message = "is empty (expected at least one source)"
            yield Problem(table.file, located.line, "sources", message)


def _known(table: Table[Row], column: str) -> set[str] | None:
    """The ids of a table, those of refused rows too; None where it could not be read at all."""
    if not table.readable:
        return None
    return {_cell(located, column) for located in table.rows} | set(table.refused)


def _dangling(
    table: Table[Row], column: str, known: set[str] | None, what: str
) -> Iterator[Problem]:
    if known is None:
        return
    for located in table.rows:
        value = _cell(located, column)
        for name in value if isinstance(value, tuple) else [value] if value else []:
            if name not in known:
                shown = table.spelling.column(column)
                yield Problem(table.file, located.line, shown, f"{name!r} is not {what}")
