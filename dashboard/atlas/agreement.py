"""Whether a treaty pack and the map's boundaries speak of the same states."""

from collections.abc import Iterator
from pathlib import Path

from dashboard.atlas.boundaries import read_boundaries
from dashboard.record.errors import PackError, Problem
from dashboard.record.kinds import OnMap
from dashboard.record.models import State
from dashboard.record.pack import Reading, open_pack
from dashboard.record.tables import Table


def disagreements(states: Table[State], boundaries: Path) -> Iterator[Problem]:
    """States that are drawn without a shape, and shapes of states that are not to be drawn.

    Raises:
        AtlasError: the boundaries are missing or damaged.
    """
    shapes = set(read_boundaries(boundaries).index)
    listed = {located.row.iso_a3 for located in states.rows}
    for located in states.rows:
        state = located.row
        if state.map is OnMap.DRAWN and state.iso_a3 not in shapes:
            message = (
                f"'drawn' (expected 'small' or 'off': the boundaries have no shape of "
                f"{state.iso_a3}; `flankwatch geodata` builds them)"
            )
            yield Problem(states.file, located.line, "map", message)
        elif state.map is not OnMap.DRAWN and state.iso_a3 in shapes:
            message = f"'{state.map}' (expected 'drawn': the boundaries have its shape)"
            yield Problem(states.file, located.line, "map", message)
    if lacking := sorted(shapes - listed):
        message = f"lacks {', '.join(lacking)} (expected every state that the boundaries draw)"
        yield Problem(states.file, 0, "iso_a3", message)


def open_with_map(folder: Path, boundaries: Path) -> Reading:
    """Read the treaty pack in ``folder`` and hold it against the boundaries.

    Raises:
        PackError: the pack is wrong in any cell, or speaks of other states than the map.
        AtlasError: the boundaries are missing or damaged.
    """
    reading = open_pack(folder)
    if problems := list(disagreements(reading.tables.states, boundaries)):
        raise PackError(problems)
    return reading
