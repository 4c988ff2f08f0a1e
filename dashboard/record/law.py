"""The arithmetic of treaties: entry into force and withdrawal."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Time:
    """A time that a treaty lets pass: calendar months or days.

    With ``first_of_month`` it ends on the first day of a month, counted from the month after the
    one in which it begins.
    """

    months: int = 0
    days: int = 0
    first_of_month: bool = False

    def after(self, day: date) -> date:
        """The day on which the time is over that begins on ``day``."""
        if self.first_of_month:
            return first_of_month_after(day, self.months)
        return add_months(day, self.months) + timedelta(self.days)

    def is_cut_short(self, day: date) -> bool:
        """Whether the month in which it ends has no day of the number of ``day``."""
        return not (self.days or self.first_of_month) and self.after(day).day != day.day


@dataclass(frozen=True)
class Rules:
    """What a treaty says about its own dates.

    It enters into force some time after the instrument of a number, after those of all ``named``
    states (``iso_a3``), after both, or on a ``fixed`` day. Without ``withdrawal`` it has no clause
    on leaving it. Under an armed-conflict clause nobody leaves during an own armed conflict.
    """

    instruments: int | None
    entry: Time
    withdrawal: Time | None
    armed_conflict_clause: bool
    named: tuple[str, ...] = ()
    fixed: date | None = None


@dataclass(frozen=True)
class Conflict:
    """An armed conflict that a state is engaged in; ``last`` is None while it goes on."""

    first: date
    last: date | None = None

    def goes_on(self, day: date) -> bool:
        """Whether the conflict is going on on ``day``."""
        return self.first <= day and (self.last is None or day < self.last)


def add_months(day: date, months: int) -> date:
    """The same day of the month, ``months`` later; in a shorter month, its last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def first_of_month_after(day: date, months: int) -> date:
    """The first day of the ``months``-th month after the one ``day`` lies in."""
    return add_months(day.replace(day=1), months)


def treaty_entry_into_force(deposits: Iterable[tuple[str, date]], rules: Rules) -> date | None:
    """When the treaty itself enters into force, from the states that deposited and their days.

    None while instruments that it waits for are lacking.
    """
    if rules.fixed:
        return rules.fixed
    ordered = sorted((day, state) for state, day in deposits)
    first: dict[str, date] = {}
    for day, state in ordered:
        first.setdefault(state, day)
    awaited = [first.get(state) for state in rules.named]
    if rules.instruments:
        enough = len(ordered) >= rules.instruments
        awaited.append(ordered[rules.instruments - 1][0] if enough else None)
    days = [day for day in awaited if day]
    return rules.entry.after(max(days)) if days and len(days) == len(awaited) else None


def entry_into_force(deposit: date, treaty_entry: date | None, rules: Rules) -> date | None:
    """When the treaty enters into force for a state that deposited on ``deposit``.

    With the treaty itself for those that brought it about, else some time after the deposit. None
    while the treaty is not due to enter into force.
    """
    if treaty_entry is None:
        return None
    return max(treaty_entry, rules.entry.after(deposit))


def withdrawal_effect(received: date, rules: Rules, conflicts: Sequence[Conflict]) -> date | None:
    """When a withdrawal takes effect whose notice the depositary received on a day.

    If the withdrawing state itself is then engaged in an armed conflict, and the treaty has a
    clause for that, not before the end of it: None while that end is not known. None, too, where
    the treaty has no clause on withdrawal.
    """
    if rules.withdrawal is None:
        return None
    effect = rules.withdrawal.after(received)
    if not rules.armed_conflict_clause:
        return effect
    while running := [conflict for conflict in conflicts if conflict.goes_on(effect)]:
        ends = [conflict.last for conflict in running if conflict.last is not None]
        if len(ends) < len(running):
            return None
        effect = max(ends)
    return effect
