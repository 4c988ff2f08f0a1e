"""What a new pack says of the treaty itself: titles, days and rules, as far as they are known."""

from dataclasses import dataclass
from datetime import date

from dashboard.depositary.status import Head
from dashboard.record.law import Time


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
    entry_states: tuple[str, ...] | None = None
    """The states (``iso_a3``) whose instruments the treaty waits for."""
    entry_day: date | None = None
    """The fixed day on which the treaty itself enters into force."""
    entry_months: int | None = None
    entry_days: int | None = None
    first_of_month: bool | None = None
    """Whether the months to entry into force end on the first day of one; by default they do."""
    withdrawal_clause: bool | None = None
    """False where the treaty has no clause on withdrawal."""
    withdrawal_article: str | None = None
    withdrawal_months: int | None = None
    withdrawal_days: int | None = None
    armed_conflict_clause: bool | None = None

    @property
    def entry_time(self) -> Time | None:
        """The time from deposit to entry into force, where it was given."""
        if self.entry_days is not None:
            return Time(days=self.entry_days)
        if self.entry_months is None:
            return None
        return Time(months=self.entry_months, first_of_month=self.first_of_month is not False)

    def or_of(self, head: Head) -> "Facts":
        """The same, with what the head of a table says where nothing was given."""
        told = {name: getattr(head, name) or None for name in OF_HEAD}
        given = {name: value for name, value in vars(self).items() if value is not None}
        return Facts(**(told | given))


OF_HEAD = ("title", "depositary", "reference", "url", "adopted", "entered_into_force")
