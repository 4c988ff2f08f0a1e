"""Reads a treaty pack whole, or refuses it with every error at once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dashboard.record import checks
from dashboard.record.errors import PackError, Problem
from dashboard.record.models import Border, Claim, Event, Names, Quote, Source, State
from dashboard.record.plain import plain_values
from dashboard.record.references import Tables, references
from dashboard.record.spelling import Spelling
from dashboard.record.tables import (
    Table,
    UnreadableError,
    column_of,
    message_of,
    read_table,
    read_text,
)
from dashboard.record.toml_lines import line_of, line_of_error, setting_lines
from dashboard.record.treaty import TO_ADD, Purpose, Treaty

TREATY_FILE, STATES_FILE = "treaty.toml", "states.csv"
NAMES_FILE = "names.csv"
"""The one table that a pack may do without."""


@dataclass(frozen=True)
class Pack:
    """A treaty pack that has passed every check. Tables keep the order of their files."""

    treaty: Treaty
    states: Mapping[str, State]
    events: tuple[Event, ...]
    quotes: tuple[Quote, ...]
    sources: Mapping[str, Source]
    claims: tuple[Claim, ...]
    borders: tuple[Border, ...]
    names: Mapping[str, tuple[str, ...]]
    """The other names by which readers look for states; not every state has any."""

    def group(self, *groups: str) -> tuple[State, ...]:
        """The states of these groups, in the order of the file."""
        return tuple(state for state in self.states.values() if state.group in groups)

    def purpose(self, iso_a3: str) -> Purpose:
        """What a state is on the dashboard for."""
        return self.treaty.purposes[self.states[iso_a3].group]

    def states_for(self, *purposes: Purpose) -> tuple[State, ...]:
        """The states of these purposes, in the order of the file."""
        return self.group(*self.treaty.groups_for(*purposes))


@dataclass(frozen=True)
class TreatyFile:
    """``treaty.toml`` as read: the treaty or what is wrong with it, and each setting's line."""

    treaty: Treaty | None
    problems: tuple[Problem, ...]
    lines: Mapping[str, int]
    settings: Mapping[str, Any]

    def place(self, problem: Problem) -> Problem:
        """The same problem with the line of the setting it speaks of, if it is one of this file."""
        if problem.file != TREATY_FILE or problem.line:
            return problem
        return replace(problem, line=line_of(problem.column, self.lines))


@dataclass(frozen=True)
class Reading:
    """A pack together with the tables and settings it was read from, which know their lines."""

    pack: Pack
    tables: Tables
    treaty_file: TreatyFile


def read_treaty(folder: Path) -> TreatyFile:
    """Read ``treaty.toml``. Nothing is raised: what is wrong stands in ``problems``."""
    lines: Mapping[str, int] = {}
    settings: dict[str, Any] = {}
    try:
        text = read_text(folder / TREATY_FILE)
        lines = setting_lines(text)
        settings = tomllib.loads(text)
        treaty = Treaty.model_validate(plain_values(settings))
        return TreatyFile(treaty, (), lines, settings)
    except UnreadableError as error:
        problems = [Problem(TREATY_FILE, 0, "", str(error))]
    except ValidationError as error:
        problems = [
            Problem(TREATY_FILE, 0, column_of(detail), _with_hint(detail))
            for detail in error.errors()
        ]
    except (ValueError, RecursionError) as error:
        message = f"is not a TOML file: {error}"
        problems = [Problem(TREATY_FILE, line_of_error(error), "", message)]
    return TreatyFile(None, tuple(problems), lines, settings)


def _with_hint(detail: ErrorDetails) -> str:
    """What is wrong with a setting; of one that is missing, what to add."""
    message = message_of(detail)
    hint = TO_ADD.get(column_of(detail)) if detail["type"] == "missing" else None
    return f"{message} (expected {hint})" if hint else message


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; one that no system can follow, as too long, does not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def read_pack(folder: Path) -> Pack:
    """Read and check the treaty pack in ``folder``.

    Raises:
        PackError: anything is wrong; holds every problem with file, line, column and expectation.
    """
    return open_pack(folder).pack


def open_pack(folder: Path) -> Reading:
    """Read and check the treaty pack in ``folder``, and keep where everything stood.

    Raises:
        PackError: as ``read_pack``.
    """
    if not is_folder(folder):
        raise PackError([Problem(str(folder), 0, "", "is not a folder (expected a treaty pack)")])
    treaty_file = read_treaty(folder)
    treaty = treaty_file.treaty
    spelling = _spelling(folder, treaty_file)
    tables = Tables(
        states=read_table(folder, STATES_FILE, State, spelling),
        events=read_table(folder, "events.csv", Event, spelling),
        quotes=read_table(folder, "quotes.csv", Quote),
        sources=read_table(folder, "sources.csv", Source),
        claims=read_table(folder, "claims.csv", Claim),
        borders=read_table(folder, "borders.csv", Border),
        names=_names(folder),
    )
    problems = [*treaty_file.problems, *tables.problems]
    problems += references(tables, treaty)
    problems += checks.events(tables, treaty)
    problems += checks.borders(tables)
    if treaty:
        problems += checks.treaty(treaty)
        problems += checks.told(tables, treaty)
        problems += checks.effects(tables, treaty)
    if treaty is None or problems:
        raise PackError([treaty_file.place(problem) for problem in problems])
    pack = Pack(
        treaty=treaty,
        states={located.row.iso_a3: located.row for located in tables.states.rows},
        events=tuple(located.row for located in tables.events.rows),
        quotes=tuple(located.row for located in tables.quotes.rows),
        sources={located.row.id: located.row for located in tables.sources.rows},
        claims=tuple(located.row for located in tables.claims.rows),
        borders=tuple(located.row for located in tables.borders.rows),
        names={located.row.iso_a3: located.row.names for located in tables.names.rows},
    )
    return Reading(pack, tables, treaty_file)


def _spelling(folder: Path, treaty_file: TreatyFile) -> Spelling:
    if treaty_file.treaty:
        return Spelling.of(treaty_file.treaty.membership)
    try:
        header = read_text(folder / STATES_FILE).partition("\n")[0]
    except UnreadableError:
        header = ""  # It is said where the table is read.
    return Spelling.guessed(treaty_file.settings, header)


def _names(folder: Path) -> Table[Names]:
    if not (folder / NAMES_FILE).exists():
        return Table(NAMES_FILE, (), ())
    return read_table(folder, NAMES_FILE, Names)
