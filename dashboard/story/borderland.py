"""How much of NATO's land border with Russia and Belarus lies outside the convention on a day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from dashboard.record.kinds import BOUND
from dashboard.record.ledger import Ledger
from dashboard.record.models import State

EAST = ("RUS", "BLR")


@dataclass(frozen=True)
class BorderShare:
    """Kilometres of published border length; ``outside_km``: the NATO side is not bound."""

    total_km: int
    outside_km: int

    @property
    def percent(self) -> int | None:
        """The share outside, in whole per cent; None where nothing is counted."""
        return round(100 * self.outside_km / self.total_km) if self.total_km else None


def shared_borders(ledger: Ledger) -> Iterator[tuple[State, State, int]]:
    """The borders of states of NATO with Russia and Belarus: NATO's side, the other one, km."""
    states = ledger.pack.states
    for border in ledger.pack.borders:
        for near, far in permutations((border.iso_a3, border.neighbour)):
            if far in EAST and states[near].member_since:
                yield states[near], states[far], border.km


def border_share(ledger: Ledger, day: date, left: Collection[str] = ()) -> BorderShare:
    """The share on ``day``: borders of those in NATO that day with Russia and Belarus.

    ``left`` are states, by ``iso_a3``, that are taken to have left, whatever their standing.
    Nothing is counted before the treaty is in force: nobody can be outside it yet. Lengths are
    the published ones of ``borders.csv``, never measured on the map's geometry.
    """
    if day < ledger.pack.treaty.entered_into_force:
        return BorderShare(0, 0)
    total = outside = 0
    for near, _, km in shared_borders(ledger):
        if near.member_since and near.member_since <= day:
            total += km
            if near.iso_a3 in left or ledger.standing(near.iso_a3, day) not in BOUND:
                outside += km
    return BorderShare(total, outside)
