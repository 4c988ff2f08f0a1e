"""What a new pack says of the treaty itself: titles, days and rules, as far as they are known."""

from dataclasses import dataclass
from datetime import date

from dashboard.depositary.status import Head


@dataclass(frozen=True)
class Facts:
    """What ``treaty.toml`` says, as far as it is known; None becomes a blank to fill in."""

    title: str | None = None
    short_title: str | None = None
    depositary: str | None = None
    reference: str | None = None
    url: str | None = None
    adopted: date | None = None
    opened: date | None = None
    entered_into_force: date | None = None
    verified_through: date | None = None
    entry_article: str | None = None
    instruments: int | None = None
    entry_months: int | None = None
    withdrawal_article: str | None = None
    withdrawal_months: int | None = None
    armed_conflict_clause: bool | None = None

    def or_of(self, head: Head) -> "Facts":
        """The same, with what the head of a table says where nothing was given."""
        told = {name: getattr(head, name) or None for name in OF_HEAD}
        given = {name: value for name, value in vars(self).items() if value is not None}
        return Facts(**(told | given))


OF_HEAD = ("title", "depositary", "reference", "url", "adopted", "entered_into_force")
