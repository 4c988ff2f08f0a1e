"""The states that a map draws, and those whose outlines are kept in more detail."""

from dataclasses import dataclass

FLANK_SIDE = ("EST", "FIN", "LTU", "LVA", "NOR", "POL", "UKR")
"""States whose land border with Russia or Belarus is drawn."""

EAST_SIDE = ("BLR", "RUS")
"""The states on the other side of those borders."""

DETAILED = frozenset(
    {*FLANK_SIDE, *EAST_SIDE, "BGR", "DEU", "DNK", "HUN", "MDA", "ROU", "SVK", "SWE"}
)
"""The flank and its neighbours: small islands are kept here and dropped elsewhere."""


@dataclass(frozen=True, slots=True)
class MapState:
    """A state to draw.

    `iso_a3` is the key that the whole dashboard uses (`XKX` for Kosovo). `atlas_id` finds the state
    in world-atlas: the ISO 3166 numeric code as zero-padded text (`"246"`), or the feature's name
    where it has no code (`"Kosovo"`).
    """

    iso_a3: str
    atlas_id: str
