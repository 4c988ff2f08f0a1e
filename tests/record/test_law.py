"""Art. 17 and Art. 20: when a consent and a withdrawal take effect."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ENTRY, RULES, act, day

from dashboard.record import acts
from dashboard.record.law import (
    Conflict,
    Rules,
    Time,
    add_months,
    entry_into_force,
    first_of_month_after,
    treaty_entry_into_force,
    withdrawal_effect,
)

DAYS = st.dates(date(1997, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(0, 120)
CONFLICTS = st.lists(
    st.builds(
        lambda first, length: Conflict(first, first + timedelta(length) if length else None),
        DAYS,
        st.integers(0, 4000),
    ),
    max_size=5,
)


def in_force(deposits: Sequence[date], rules: Rules = RULES) -> date | None:
    """When the treaty enters into force by the deposits of states without names."""
    return treaty_entry_into_force([("", day) for day in deposits], rules)


def exit_day(received: str, *conflicts: Conflict) -> date | None:
    return withdrawal_effect(day(received), RULES, conflicts)


def conflict(first: str, last: str | None = None) -> Conflict:
    return Conflict(day(first), day(last) if last else None)


def test_the_treaty_entered_into_force_in_the_sixth_month_after_burkina_fasos_40th_instrument() -> (
    None
):
    earlier = [date(1997, 12, 3) + timedelta(7 * week) for week in range(39)]
    burkina_faso = date(1998, 9, 16)
    assert in_force([*earlier, burkina_faso]) == date(1999, 3, 1)


def test_instruments_after_the_40th_do_not_move_the_treatys_entry_into_force() -> None:
    deposits = [date(1998, 9, 16)] * 40
    later = [date(1998, 10, 1), date(2012, 1, 9)]
    assert in_force([*later, *deposits]) == ENTRY


def test_with_39_instruments_the_treaty_is_not_in_force() -> None:
    assert in_force([date(1998, 9, 16)] * 39) is None


@pytest.mark.parametrize(
    ("state", "deposit", "in_force"),
    [
        ("Canada", "1997-12-03", "1999-03-01"),
        ("Burkina Faso", "1998-09-16", "1999-03-01"),
        ("Slovakia", "1999-02-25", "1999-08-01"),
        ("Ukraine", "2005-12-27", "2006-06-01"),
        ("Finland", "2012-01-09", "2012-07-01"),
        ("Poland", "2012-12-27", "2013-06-01"),
        ("Tonga", "2025-06-25", "2025-12-01"),
        ("a deposit on the first of a month", "2012-01-01", "2012-07-01"),
        ("a deposit on the last of a month", "2012-01-31", "2012-07-01"),
        ("a deposit in July", "2012-07-09", "2013-01-01"),
        ("a deposit in December", "2012-12-31", "2013-06-01"),
    ],
)
def test_a_state_is_bound_from_the_first_of_the_sixth_month_after_its_deposit(
    state: str, deposit: str, in_force: str
) -> None:
    assert entry_into_force(day(deposit), ENTRY, RULES) == day(in_force), state


def test_no_state_is_bound_while_the_treaty_waits_for_its_40th_instrument() -> None:
    assert entry_into_force(date(1998, 6, 29), None, RULES) is None


@pytest.mark.parametrize(
    ("state", "received", "effect"),
    [
        ("Estonia, Latvia, Lithuania", "2025-06-27", "2025-12-27"),
        ("Finland", "2025-07-10", "2026-01-10"),
        ("Poland", "2025-08-20", "2026-02-20"),
        ("a notice on 31 August", "2025-08-31", "2026-02-28"),
        ("a notice on 31 August before a leap year", "2027-08-31", "2028-02-29"),
        ("a notice on 29 August", "2025-08-29", "2026-02-28"),
        ("a notice on 31 March", "2025-03-31", "2025-09-30"),
        ("a notice on 29 February", "2028-02-29", "2028-08-29"),
    ],
)
def test_a_withdrawal_takes_effect_six_months_after_the_notice(
    state: str, received: str, effect: str
) -> None:
    assert exit_day(received) == day(effect), state


def test_a_state_at_war_stays_bound_while_the_war_goes_on() -> None:
    assert exit_day("2025-07-18", conflict("2022-02-24")) is None


def test_a_war_that_ended_before_the_six_months_do_not_matter() -> None:
    assert exit_day("2025-07-18", conflict("2022-02-24", "2025-12-31")) == date(2026, 1, 18)


def test_a_war_that_ends_on_the_day_the_six_months_end_does_not_matter() -> None:
    assert exit_day("2025-07-18", conflict("2022-02-24", "2026-01-18")) == date(2026, 1, 18)


def test_a_war_that_ends_later_puts_the_exit_off_to_its_end() -> None:
    assert exit_day("2025-07-18", conflict("2022-02-24", "2026-05-09")) == date(2026, 5, 9)


def test_a_war_that_begins_during_the_six_months_puts_the_exit_off() -> None:
    assert exit_day("2025-07-10", conflict("2025-11-30", "2026-03-15")) == date(2026, 3, 15)


def test_a_war_that_begins_on_the_day_the_six_months_end_puts_the_exit_off() -> None:
    assert exit_day("2025-07-10", conflict("2026-01-10", "2026-03-15")) == date(2026, 3, 15)


def test_a_war_that_begins_after_the_six_months_comes_too_late() -> None:
    assert exit_day("2025-07-10", conflict("2026-01-11")) == date(2026, 1, 10)


def test_wars_that_follow_each_other_put_the_exit_off_to_the_end_of_the_last() -> None:
    wars = [conflict("2026-02-01", "2026-06-01"), conflict("2025-12-01", "2026-02-01")]
    assert exit_day("2025-07-10", *wars) == date(2026, 6, 1)


def test_of_two_wars_at_once_the_longer_counts() -> None:
    wars = [conflict("2025-12-01", "2026-04-01"), conflict("2025-12-15", "2026-03-01")]
    assert exit_day("2025-07-10", *wars) == date(2026, 4, 1)


def test_one_war_of_two_that_goes_on_is_enough_to_stay_bound() -> None:
    wars = [conflict("2025-12-01", "2026-04-01"), conflict("2025-12-15")]
    assert exit_day("2025-07-10", *wars) is None


def test_peace_between_two_wars_is_enough_to_leave() -> None:
    wars = [conflict("2025-12-01", "2026-02-01"), conflict("2026-02-02")]
    assert exit_day("2025-07-10", *wars) == date(2026, 2, 1)


def test_without_an_armed_conflict_clause_a_war_does_not_matter() -> None:
    rules = replace(RULES, armed_conflict_clause=False)
    wars = [conflict("2022-02-24")]
    assert withdrawal_effect(date(2025, 7, 18), rules, wars) == date(2026, 1, 18)


def test_the_wars_on_record_run_from_each_beginning_to_the_next_end_of_the_same_state() -> None:
    events = [
        act("2021-01-01", "armed_conflict_ends"),
        act("2024-01-01", "armed_conflict_begins"),
        act("2022-03-01", "armed_conflict_ends"),
        act("2022-02-24", "armed_conflict_begins"),
        act("2022-04-01", "armed_conflict_ends"),
        act("2023", "armed_conflict_begins"),
        act("2023-06-01", "statement"),
    ]
    assert acts.conflicts_by_state(events) == {
        "ABC": [conflict("2022-02-24", "2022-03-01"), conflict("2024-01-01")]
    }


@pytest.mark.parametrize(
    ("kind", "aim"),
    [("signature", ""), ("parliament_vote", "leave"), ("notification", "suspend")],
)
def test_only_a_consent_or_a_withdrawal_takes_effect(kind: str, aim: str) -> None:
    assert acts.computed_effect(act("2025-07-18", kind, aim), ENTRY, RULES, {}) is None


def test_an_instrument_deposited_on_an_unknown_day_takes_effect_on_an_unknown_day() -> None:
    lebanon = act("2026", "accession")
    assert acts.computed_effect(lebanon, ENTRY, RULES, {}) is None


def test_an_instrument_deposited_on_an_unknown_day_is_not_the_40th() -> None:
    known = [act("1998-09-16", "ratification")] * 39
    assert acts.treaty_entry([*known, act("1998", "ratification")], RULES) is None
    assert acts.treaty_entry([*known, act("1998-09-01", "accession")], RULES) == ENTRY


def test_a_recorded_day_of_effect_outweighs_the_computed_one() -> None:
    south_sudan = act("2011-11-11", "succession", effect="2011-07-09")
    assert acts.effect(south_sudan, ENTRY, RULES, {}) == date(2011, 7, 9)


@given(DAYS, CONFLICTS)
def test_no_withdrawal_takes_effect_before_its_six_months_are_over(
    received: date, conflicts: list[Conflict]
) -> None:
    effect = withdrawal_effect(received, RULES, conflicts)
    assert effect is None or effect >= add_months(received, 6) > received


@given(DAYS, CONFLICTS)
def test_no_state_leaves_on_a_day_of_its_war_and_only_a_war_delays_it(
    received: date, conflicts: list[Conflict]
) -> None:
    effect = withdrawal_effect(received, RULES, conflicts)
    earliest = add_months(received, 6)
    if effect is None:
        assert any(conflict.last is None for conflict in conflicts)
    else:
        assert not any(conflict.goes_on(effect) for conflict in conflicts)
        assert effect == earliest or effect in [conflict.last for conflict in conflicts]
        assert all(
            any(conflict.goes_on(earliest + timedelta(passed)) for conflict in conflicts)
            for passed in range((effect - earliest).days)
        )


@given(DAYS)
def test_in_peace_six_months_are_the_same_day_of_the_sixth_month_or_its_last(
    received: date,
) -> None:
    effect = withdrawal_effect(received, RULES, [])
    assert effect is not None
    assert (effect.year * 12 + effect.month) - (received.year * 12 + received.month) == 6
    assert effect.day == received.day or (
        effect.day < received.day and (effect + timedelta(1)).day == 1
    )


@given(DAYS, DAYS, CONFLICTS)
def test_who_gives_notice_later_never_leaves_earlier(
    one: date, other: date, conflicts: list[Conflict]
) -> None:
    earlier, later = (
        withdrawal_effect(received, RULES, conflicts) for received in sorted([one, other])
    )
    assert later is None or (earlier is not None and earlier <= later)


@given(DAYS)
def test_a_convention_enters_into_force_on_the_first_of_a_month_after_the_deposit(
    deposit: date,
) -> None:
    in_force = entry_into_force(deposit, ENTRY, RULES)
    assert in_force is not None
    assert in_force.day == 1
    assert in_force > deposit
    assert in_force >= ENTRY
    if deposit >= date(1998, 9, 1):
        assert 150 <= (in_force - deposit).days <= 184


@given(DAYS, DAYS)
def test_who_deposits_later_is_never_bound_earlier(one: date, other: date) -> None:
    earlier, later = (entry_into_force(deposit, ENTRY, RULES) for deposit in sorted([one, other]))
    assert earlier is not None
    assert later is not None
    assert earlier <= later


@given(st.lists(DAYS, min_size=40, max_size=60), st.randoms())
def test_the_order_in_which_instruments_are_listed_does_not_matter(
    deposits: list[date], random: Random
) -> None:
    shuffled = list(deposits)
    random.shuffle(shuffled)
    entry = in_force(deposits)
    assert entry == in_force(shuffled)
    assert entry == first_of_month_after(sorted(deposits)[39], 6)


@given(DAYS, MONTHS, MONTHS)
def test_months_add_up_on_days_that_every_month_has(start: date, one: int, other: int) -> None:
    start = start.replace(day=min(start.day, 28))
    assert add_months(add_months(start, one), other) == add_months(start, one + other)


@given(DAYS, MONTHS)
def test_a_day_moved_by_months_clamps_to_the_end_of_a_shorter_month(
    start: date, months: int
) -> None:
    moved = add_months(start, months)
    first = first_of_month_after(start, months)
    assert (moved.year, moved.month) == (first.year, first.month)
    assert moved.day <= start.day
    assert moved.day == start.day or (moved + timedelta(1)).day == 1


@pytest.mark.parametrize(
    ("time", "begins", "ends"),
    [
        (Time(months=12), "2024-02-29", "2025-02-28"),
        (Time(days=30), "2024-02-01", "2024-03-02"),
        (Time(days=0), "2024-02-01", "2024-02-01"),
        (Time(months=3, first_of_month=True), "2024-01-31", "2024-04-01"),
        (Time(months=0), "2024-01-31", "2024-01-31"),
    ],
)
def test_times_are_counted_in_months_or_days(time: Time, begins: str, ends: str) -> None:
    assert time.after(day(begins)) == day(ends)


def test_only_months_can_be_cut_short() -> None:
    assert Time(months=12).is_cut_short(date(2024, 2, 29))
    assert not Time(days=30).is_cut_short(date(2024, 1, 31))
    assert not Time(months=1, first_of_month=True).is_cut_short(date(2024, 1, 31))


NAMED = Rules(None, Time(days=30), None, armed_conflict_clause=False, named=("AAA", "BBB"))


def test_a_treaty_may_wait_for_named_states() -> None:
    deposits = [("AAA", date(1970, 1, 1)), ("CCC", date(1970, 2, 1))]
    assert treaty_entry_into_force(deposits, NAMED) is None
    deposits += [("BBB", date(1970, 3, 1)), ("AAA", date(1980, 1, 1))]
    assert treaty_entry_into_force(deposits, NAMED) == date(1970, 3, 31)
    assert entry_into_force(date(1975, 1, 1), date(1970, 3, 31), NAMED) == date(1975, 1, 31)


def test_a_treaty_may_wait_for_a_number_of_states_with_those_named_among_them() -> None:
    both = replace(NAMED, instruments=3)
    deposits = [("AAA", date(1970, 1, 1)), ("BBB", date(1970, 3, 1))]
    assert treaty_entry_into_force(deposits, both) is None
    deposits.append(("CCC", date(1970, 5, 1)))
    assert treaty_entry_into_force(deposits, both) == date(1970, 5, 31)


def test_a_treaty_may_enter_into_force_on_a_fixed_day_whoever_deposited() -> None:
    fixed = replace(NAMED, named=(), fixed=date(1999, 1, 1))
    assert treaty_entry_into_force([], fixed) == date(1999, 1, 1)
    assert entry_into_force(date(1998, 6, 1), date(1999, 1, 1), fixed) == date(1999, 1, 1)


def test_without_a_clause_no_day_of_effect_follows_from_a_notice() -> None:
    assert withdrawal_effect(date(2020, 1, 1), NAMED, ()) is None
