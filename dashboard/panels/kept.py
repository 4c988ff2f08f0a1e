"""What a copy of the site in plain files holds of single days; a server has every day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

KINDS = ("slides", "handouts", "pictures", "previews")
"""The kinds of files that a copy may be without, by their names in the command."""


@dataclass(frozen=True)
class Kept:
    """The ``days`` of which a copy has files, in their order, and the kinds it is ``without``.

    ``opening`` is the day of its one document; it is among the days.
    """

    opening: date
    days: Sequence[date]
    without: frozenset[str] = frozenset()

    @property
    def attribute(self) -> str:
        """All that scripts know of it, for the tag ``html``: the opening day, then every day."""
        return f' data-kept="{" ".join(map(str, [self.opening, *self.days]))}"'
