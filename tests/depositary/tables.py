"""The tables of depositaries that tests read, and short ways to say what they hold."""

from collections.abc import Iterable
from pathlib import Path

from dashboard.depositary.reading import read_status
from dashboard.depositary.status import Act, Participant

TABLES = Path(__file__).parent.parent / "data" / "depositary"


def by_name(path: Path) -> dict[str, Participant]:
    """The participants in a file, by the names written there."""
    return {each.name: each for each in read_status(path).participants}


def told(acts: Iterable[Act]) -> list[str]:
    """``2003-05-06 approval`` for every act."""
    return [f"{act.day} {act.kind}" for act in acts]
