"""The treaty's arithmetic: entry into force (Art. 17) and withdrawal (Art. 20)."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Rules:
    """What a treaty says about its own dates.

    The mine-ban convention: 40 instruments and six months (Art. 17), six months to withdraw, and
    no exit during the withdrawing state's own armed conflict (Art. 20(3)).
    """

    instruments: int
    entry_months: int
    withdrawal_months: int
    armed_conflict_clause: bool


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


def treaty_entry_into_force(deposits: Iterable[date], rules: Rules) -> date | None:
    """When the treaty itself enters into force: Art. 17(1).

    The first day of the sixth month after the month in which the fortieth instrument was
    deposited; None while there are fewer instruments.
    """
    ordered = sorted(deposits)
    if len(ordered) < rules.instruments:
        return None
    return first_of_month_after(ordered[rules.instruments - 1], rules.entry_months)


def entry_into_force(deposit: date, treaty_entry: date | None, rules: Rules) -> date | None:
    """When the treaty enters into force for a state that deposited on ``deposit``: Art. 17.

    With the treaty itself for those that brought it about (17(1)), else on the first day of the
    sixth month after the deposit (17(2)). None while the treaty is not due to enter into force.
    """
    if treaty_entry is None:
        return None
    return max(treaty_entry, first_of_month_after(deposit, rules.entry_months))


def withdrawal_effect(received: date, rules: Rules, conflicts: Sequence[Conflict]) -> date | None:
    """When a withdrawal takes effect: Art. 20(3).

    Six months after the depositary received the notice. If the withdrawing state itself is then
    engaged in an armed conflict, not before the end of it: None while that end is not known.
    """
    effect = add_months(received, rules.withdrawal_months)
    if not rules.armed_conflict_clause:
        return effect
    while running := [conflict for conflict in conflicts if conflict.goes_on(effect)]:
        ends = [conflict.last for conflict in running if conflict.last is not None]
        if len(ends) < len(running):
            return None
        effect = max(ends)
    return effect
