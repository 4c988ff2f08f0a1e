"""The treaty's rules in sentences: when it enters into force, and when a state is out of it."""

from dashboard.record.dates import day_in_words
from dashboard.record.pack import Pack
from dashboard.story.words import counted, listed, ordinal


def entry_in_words(pack: Pack) -> str:
    """When the treaty itself entered into force and why, and when it does for a later state."""
    treaty, rule = pack.treaty, pack.treaty.rules.entry_into_force
    day, what = day_in_words(treaty.entered_into_force), treaty.words.treaty
    opening = f"{rule.article}: the {what} itself entered into force on {day}"
    later = "For a state that joins later, it enters into force"
    if rule.day:
        after = _time(rule.months, rule.days)
        from_when = "of the month " if rule.months and rule.first_of_month else ""
        first = "on the first day " if from_when else ""
        return f"{opening}. {later} {first}{from_when}{after} after the deposit of its consent."
    awaited = _awaited(pack)
    if rule.months is not None and rule.first_of_month:
        return (
            f"{opening}, the first day of the month {_time(rule.months, None)} after the one in "
            f"which {awaited} deposited with the {treaty.depositary}. {later} as long after the "
            "month of its own deposit."
        )
    return (
        f"{opening}, {_time(rule.months, rule.days)} after {awaited} deposited with the "
        f"{treaty.depositary}. {later} as long after its own deposit."
    )


def withdrawal_in_words(pack: Pack) -> str:
    """When a state that gave notice is out, and what delays it; or that no clause says so."""
    words, rule = pack.treaty.words, pack.treaty.rules.withdrawal
    if rule is None:
        return (
            f"The {words.treaty} has no clause on leaving it. Where a notice is on record, its day "
            "of effect is that of the sources, with the reason."
        )
    conflict = (
        f" If the {words.withdrawing} state is itself in an armed conflict when that time ends, it "
        "stays bound until the conflict ends."
        if rule.armed_conflict_clause
        else ""
    )
    return (
        f"{rule.article}: a {words.withdrawal} takes effect {_time(rule.months, rule.days)} after "
        f"the depositary receives the notice; until then the state is bound.{conflict}"
    )


def _time(months: int | None, days: int | None) -> str:
    if months is not None:
        return counted(months, "month", "months")
    return counted(days or 0, "day", "days")


def _awaited(pack: Pack) -> str:
    """``the 40th consent to be bound was``, ``the consents of A and B were``."""
    rule = pack.treaty.rules.entry_into_force
    names = listed([pack.states[state].name for state in rule.states])
    if not rule.instruments:
        several = len(rule.states) > 1
        return f"the consents of {names} were" if several else f"the consent of {names} was"
    number = f"the {ordinal(rule.instruments)} consent to be bound"
    return f"{number} and those of {names} were" if names else f"{number} was"
