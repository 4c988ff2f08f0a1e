"""How series are drawn and keyed: by a colour of the style sheet, and by a sign beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.record.kinds import Stance, Standing
from dashboard.story.standings import HATCHED


@dataclass(frozen=True)
class Look:
    """The token of a ``colour``, and what else tells the series from others.

    ``dash`` is that of a line; a ``hatched`` field has lines in the other colour of that token's
    name; a ``hollow`` sign or field is drawn by its outline.
    """

    colour: str
    dash: str = "solid"
    hatched: str = ""
    hollow: bool = False

    @property
    def css(self) -> str:
        """The colour as style sheets name it; the browser puts that of its theme there."""
        return f"var(--{self.colour})"


def _of_standing(standing: Standing) -> Look:
    turned = {45: "/", -45: "\\"}
    return Look(standing.value, hatched=turned[HATCHED[standing]] if standing in HATCHED else "")


LOOKS: Mapping[str, Mapping[str, Look]] = MappingProxyType(
    {
        "parties": {
            "signatories": Look("joining-ink", "dash"),
            "parties": Look("party"),
            "in_force": Look("ink", "dot"),
            "withdrawn": Look("withdrawn"),
        },
        "joins": {
            "deposited": Look("ink", hollow=True),
            "entered_into_force": Look("party"),
            "left": Look("withdrawn"),
        },
        "standings": {standing.value: _of_standing(standing) for standing in Standing},
        "intervals": {"told": Look("accent"), "others": Look("ink-second", hollow=True)},
        "votes": {
            "votes_for": Look("accent"),
            "votes_against": Look("ink-second", hatched="/"),
            "votes_abstain": Look("ink", hollow=True),
        },
        "statements": {
            Stance.SUPPORTS.value: Look("accent"),
            Stance.OPPOSES.value: Look("ink-second", hatched="/"),
        },
    }
)
"""By trend and series."""
LINES = frozenset({"parties"})
"""The trends whose series are lines."""
DOTS = frozenset({"intervals"})
"""Those whose series are dots."""
