"""How much of the border that the pack tells of lies outside the treaty on a day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from dashboard.record.dates import FIRST_DAY
from dashboard.record.kinds import BOUND
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.record.treaty import Purpose


@dataclass(frozen=True)
class BorderShare:
    """Kilometres of published border length; ``outside_km``: the near side is not bound."""

    total_km: int
    outside_km: int

    @property
    def percent(self) -> int | None:
        """The share outside, in whole per cent; None where nothing is counted."""
        return round(100 * self.outside_km / self.total_km) if self.total_km else None


def counted_since(ledger: Ledger, state: State) -> date | None:
    """The first day on which the border of a state is counted; None where it never is.

    Members of the alliance are counted from their accession on; where the pack has no alliance,
    states that are told of on every day.
    """
    treaty = ledger.pack.treaty
    if treaty.membership:
        return state.member_since
    is_near = ledger.pack.purpose(state.iso_a3) is Purpose.TOLD
    return FIRST_DAY if is_near and state.iso_a3 not in treaty.border_states else None


def shared_borders(ledger: Ledger) -> Iterator[tuple[State, State, int]]:
    """The borders that are counted on any day: the near side, the far one, km."""
    states, far_side = ledger.pack.states, ledger.pack.treaty.border_states
    for border in ledger.pack.borders:
        for near, far in permutations((border.iso_a3, border.neighbour)):
            if far in far_side and counted_since(ledger, states[near]):
                yield states[near], states[far], border.km


def border_share(ledger: Ledger, day: date, left: Collection[str] = ()) -> BorderShare:
    """The share on ``day``: of the borders that are counted on it.

    ``left`` are states, by ``iso_a3``, that are taken to have left, whatever their standing.
    Nothing is counted before the treaty is in force: nobody can be outside it yet. Lengths are
    the published ones of ``borders.csv``, never measured on the map's geometry.
    """
    if day < ledger.pack.treaty.entered_into_force:
        return BorderShare(0, 0)
    total = outside = 0
    for near, _, km in shared_borders(ledger):
        since = counted_since(ledger, near)
        if since and since <= day:
            total += km
            if near.iso_a3 in left or ledger.standing(near.iso_a3, day) not in BOUND:
                outside += km
    return BorderShare(total, outside)
