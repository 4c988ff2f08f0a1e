"""The rules of a treaty about its dates, as the pack has them (``[rules]`` in ``treaty.toml``)."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from dashboard.record.cells import Iso, Line, WholeDay
from dashboard.record.law import Rules, Time
from dashboard.record.models import Row

Months = Annotated[int, Field(strict=True, ge=0, le=120)]
Days = Annotated[int, Field(strict=True, ge=0, le=3660)]


def _one_time(months: int | None, days: int | None) -> None:
    if (months is None) is (days is None):
        raise ValueError("lacks its time (expected months or days, one of them)")


class EntryRule(Row):
    """What brings the treaty about, and the time until it is in force: for the treaty itself after
    the last instrument that it waits for, for a later state after its own.

    It waits for a number of ``instruments``, for those of all ``states`` named, for both, or for a
    ``day``. Months are counted from the month of the deposit on and end on the first day of one,
    unless ``first_of_month`` is false.
    """

    article: Line
    instruments: Annotated[int, Field(strict=True, gt=0)] | None = None
    states: tuple[Iso, ...] = ()
    day: WholeDay | None = None
    months: Months | None = None
    days: Days | None = None
    first_of_month: Annotated[bool, Field(strict=True)] = True

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        _one_time(self.months, self.days)
        if bool(self.day) is bool(self.instruments or self.states):
            raise ValueError(
                "lacks what it waits for (expected instruments, states, both of them, or a day)"
            )
        return self

    @property
    def time(self) -> Time:
        """The time as the law module wants it."""
        if self.days is not None:
            return Time(days=self.days)
        return Time(months=self.months or 0, first_of_month=self.first_of_month)


class WithdrawalRule(Row):
    """The time from notice to effect, and whether an armed conflict delays it."""

    article: Line
    months: Months | None = None
    days: Days | None = None
    armed_conflict_clause: Annotated[bool, Field(strict=True)]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        _one_time(self.months, self.days)
        return self

    @property
    def time(self) -> Time:
        """The time as the law module wants it."""
        return Time(months=self.months or 0, days=self.days or 0)


class RuleBook(Row):
    """The treaty's own rules about its dates. Without ``withdrawal`` it has no clause for that."""

    entry_into_force: EntryRule
    withdrawal: WithdrawalRule | None = None

    @property
    def arithmetic(self) -> Rules:
        """The rules, as the law module wants them."""
        entry, withdrawal = self.entry_into_force, self.withdrawal
        return Rules(
            entry.instruments,
            entry.time,
            withdrawal.time if withdrawal else None,
            armed_conflict_clause=bool(withdrawal and withdrawal.armed_conflict_clause),
            named=entry.states,
            fixed=entry.day,
        )
