"""Reads a treaty pack whole, or refuses it with every error at once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from dashboard.record import checks
from dashboard.record.errors import PackError, Problem
from dashboard.record.models import Border, Claim, Event, Quote, Source, State, Treaty
from dashboard.record.references import Tables, references
from dashboard.record.tables import UnreadableError, column_of, message_of, read_table, read_text

TREATY_FILE = "treaty.toml"


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

    def group(self, *groups: str) -> tuple[State, ...]:
        """The states of these groups, in the order of the file."""
        return tuple(state for state in self.states.values() if state.group in groups)


def read_treaty(folder: Path) -> tuple[Treaty | None, list[Problem]]:
    """Read ``treaty.toml``: the treaty, or what is wrong with it."""
    try:
        settings = tomllib.loads(read_text(folder / TREATY_FILE))
        return Treaty.model_validate(settings), []
    except UnreadableError as error:
        return None, [Problem(TREATY_FILE, 0, "", str(error))]
    except ValidationError as error:
        return None, [
            Problem(TREATY_FILE, 0, column_of(detail), message_of(detail))
            for detail in error.errors()
        ]
    except (ValueError, RecursionError) as error:
        return None, [Problem(TREATY_FILE, 0, "", f"is not a TOML file: {error}")]


def read_pack(folder: Path) -> Pack:
    """Read and check the treaty pack in ``folder``.

    Raises:
        PackError: anything is wrong; holds every problem with file, line, column and expectation.
    """
    if not folder.is_dir():
        raise PackError([Problem(str(folder), 0, "", "is not a folder (expected a treaty pack)")])
    treaty, problems = read_treaty(folder)
    tables = Tables(
        states=read_table(folder, "states.csv", State),
        events=read_table(folder, "events.csv", Event),
        quotes=read_table(folder, "quotes.csv", Quote),
        sources=read_table(folder, "sources.csv", Source),
        claims=read_table(folder, "claims.csv", Claim),
        borders=read_table(folder, "borders.csv", Border),
    )
    problems += tables.problems
    problems += references(tables, treaty)
    problems += checks.events(tables)
    if treaty:
        problems += checks.effects(tables, treaty)
    if treaty is None or problems:
        raise PackError(problems)
    return Pack(
        treaty=treaty,
        states={located.row.iso_a3: located.row for located in tables.states.rows},
        events=tuple(located.row for located in tables.events.rows),
        quotes=tuple(located.row for located in tables.quotes.rows),
        sources={located.row.id: located.row for located in tables.sources.rows},
        claims=tuple(located.row for located in tables.claims.rows),
        borders=tuple(located.row for located in tables.borders.rows),
    )
