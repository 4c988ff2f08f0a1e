"""Sorts the participants of a table: states by their codes, organisations, and the unknown."""

from dataclasses import dataclass

from dashboard.depositary.names import Names
from dashboard.depositary.status import Participant, StatusTable


@dataclass(frozen=True)
class Sorted:
    """The participants of a table, apart from one another."""

    states: dict[str, Participant]
    """Those that are states, by ISO 3166-1 code, in the order of the table."""
    organisations: tuple[Participant, ...]
    unknown: tuple[str, ...]
    """A line for every name that is not known, or that names a state a second time."""


def sort_participants(table: StatusTable, names: Names) -> Sorted:
    """Which participant is what. Nothing is guessed: who is not known stands in ``unknown``."""
    states: dict[str, Participant] = {}
    organisations: list[Participant] = []
    unknown: list[str] = []
    for participant in table.participants:
        iso = names.iso(participant.name)
        if participant.is_organisation or (iso is None and names.is_organisation(participant)):
            organisations.append(participant)
        elif iso is None:
            unknown.append(
                f"{participant.place}: {participant.name!r} is no name of a state that is known "
                f'(give its code: --name "{participant.name}=ISO")'
            )
        elif iso in states:
            unknown.append(
                f"{participant.place}: {participant.name!r} is {iso}, as is "
                f"{states[iso].name!r} (expected each state once)"
            )
        else:
            states[iso] = participant
    return Sorted(states, tuple(organisations), tuple(unknown))
