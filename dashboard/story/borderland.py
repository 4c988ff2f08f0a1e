"""How much of NATO's land border with Russia and Belarus lies outside the convention on a day."""

from dataclasses import dataclass
from datetime import date

from dashboard.record.kinds import BOUND
from dashboard.record.ledger import Ledger

EAST = ("RUS", "BLR")


@dataclass(frozen=True)
class BorderShare:
    """Kilometres of published border length; ``outside_km``: the NATO side is not bound."""

    total_km: int
    outside_km: int

    @property
    def percent(self) -> int | None:
        """The share outside, in whole per cent; None where NATO has no such border that day."""
        return round(100 * self.outside_km / self.total_km) if self.total_km else None


def border_share(ledger: Ledger, day: date) -> BorderShare:
    """The share on ``day``: borders of those in NATO that day with Russia and Belarus.

    Lengths are the published ones of ``borders.csv``, never measured on the map's geometry.
    """
    total = outside = 0
    for border in ledger.pack.borders:
        since = ledger.pack.states[border.iso_a3].nato_since
        if border.neighbour in EAST and since and since <= day:
            total += border.km
            if ledger.standing(border.iso_a3, day) not in BOUND:
                outside += border.km
    return BorderShare(total, outside)
