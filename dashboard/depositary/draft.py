"""What a new pack is made from: the table, what the editor gave, and where states are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.depositary.facts import Facts
from dashboard.depositary.sorting import Sorted
from dashboard.depositary.status import Withdrawal
from dashboard.record.models import State
from dashboard.record.view import View

SOURCE = "status-table"
"""Id of the source that everything in a new pack rests on: the table it was made from."""


@dataclass(frozen=True)
class Draft:
    """A pack before it is written."""

    id: str
    facts: Facts
    participants: Sorted
    view: View
    """What part of the world the boundaries were built for."""
    places: Mapping[str, State]
    """The states that the map draws, by code, as the shipped record has them, and other states
    of it, for their names."""
    file: str = ""
    """Name of the file that the table was read from; blank for a skeleton."""
    sha256: str = ""
    told: tuple[str, ...] = ()
    """Codes of the states that the page is about."""
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=dict)
    """Days of withdrawals that the editor gave, by the code of the state."""

    def withdrawal(self, iso_a3: str) -> Withdrawal | None:
        """The withdrawal of a state, with the days that are known; None if it did not withdraw."""
        participant = self.participants.states[iso_a3]
        return self.withdrawals.get(iso_a3) or participant.withdrawal
