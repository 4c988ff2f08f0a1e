"""When a state would leave: the law's own answer, for every day and every state."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import RULES, PackCopy

from dashboard.record.kinds import Standing
from dashboard.record.law import add_months
from dashboard.record.ledger import Ledger
from dashboard.story.leaving import (
    ANSWERS,
    LEAVES,
    Run,
    answers,
    clause,
    delays,
    first_asked,
    rule,
    runs,
    unsure,
    within_a_sentence,
)
from dashboard.story.wording import Wording

FIRST, LAST = date(1997, 1, 1), date(2027, 12, 31)
RUNS = runs(RULES, FIRST, LAST)


def run_on(found: Sequence[Run], day: date) -> Run:
    left = (day - FIRST).days
    for run in found:
        if left < run.count:
            return run
        left -= run.count
    raise AssertionError(f"no run holds {day}")


@given(st.dates(FIRST, LAST))
def test_every_day_of_notice_is_as_far_from_its_effect_as_the_law_says(day: date) -> None:
    run = run_on(RUNS, day)
    effect = add_months(day, 6)
    assert day + timedelta(run.days) == effect
    assert run.clamped == (effect.day != day.day)


def test_runs_cover_all_days_and_no_two_are_alike() -> None:
    assert sum(run.count for run in RUNS) == (LAST - FIRST).days + 1
    assert all((one.days, one.clamped) != (two.days, two.clamped) for one, two in pairwise(RUNS))
    assert {run.days for run in RUNS} == {181, 182, 183, 184}


@pytest.mark.parametrize(
    ("notice", "effect"),
    [("2025-08-31", "2026-02-28"), ("2023-08-31", "2024-02-29"), ("2025-03-31", "2025-09-30")],
)
def test_where_a_month_is_too_short_it_ends_with_its_last_day(notice: str, effect: str) -> None:
    day = date.fromisoformat(notice)
    run = run_on(RUNS, day)
    assert run.clamped
    assert (day + timedelta(run.days)).isoformat() == effect


def test_an_answer_says_when_a_state_leaves_wherever_it_is_bound_and_not_leaving() -> None:
    leaving = {standing for standing in Standing if ANSWERS[standing] == LEAVES}
    assert leaving == {Standing.PARTY, Standing.LEAVING, Standing.SUSPENSION}
    assert ANSWERS.keys() == set(Standing)


def test_under_an_armed_conflict_clause_no_day_is_promised(pack: PackCopy) -> None:
    treaty = pack.read().treaty
    said = answers(treaty)[Standing.PARTY]
    assert said.startswith(Wording(treaty).say(LEAVES).removesuffix("."))
    assert said.endswith("unless it is then in an armed conflict.")
    pack.replace("treaty.toml", "armed_conflict_clause = true", "armed_conflict_clause = false")
    treaty = pack.read().treaty
    assert answers(treaty)[Standing.PARTY] == Wording(treaty).say(LEAVES)


def test_a_consent_without_its_day_may_bind_from_what_its_month_or_year_allows(
    ledger: Ledger, pack: PackCopy
) -> None:
    # Deposited on 1 January 2026 at the earliest; then the convention binds from 1 July.
    assert unsure(ledger) == {"LBN": (date(2026, 7, 1), "2026")}
    pack.edit("events.csv", "lbn-2026-accession", date="2026-03")
    assert unsure(Ledger(pack.read())) == {"LBN": (date(2026, 9, 1), "March 2026")}
    pack.edit("events.csv", "lbn-2026-accession", date="2026-03-05")
    assert unsure(Ledger(pack.read())) == {}


def test_the_shipped_record_delays_nobody(ledger: Ledger) -> None:
    assert not any(delays(ledger, FIRST, LAST).values())


def test_a_conflict_on_record_delays_what_ends_in_it(pack: PackCopy) -> None:
    pack.put_finland_at_war()
    [delay] = delays(Ledger(pack.read()), FIRST, LAST)["FIN"]
    assert (delay.first, delay.last, delay.effect) == (date(2025, 6, 1), LAST, None)


def test_a_conflict_that_ends_delays_until_its_end(pack: PackCopy) -> None:
    pack.put_finland_at_war()
    pack.add(
        "events.csv",
        id="fin-2026-03-15-armed-conflict-ends",
        date="2026-03-15",
        iso_a3="FIN",
        kind="armed_conflict_ends",
        title="It ends",
        sources="treaty-text",
        confidence="low",
    )
    pack.edit("events.csv", "fin-2025-07-10-notification", effect="2026-03-15")
    [delay] = delays(Ledger(pack.read()), FIRST, LAST)["FIN"]
    assert (delay.first, delay.last) == (date(2025, 6, 1), date(2025, 9, 14))
    assert delay.effect == date(2026, 3, 15)


def test_the_rule_and_the_clause_are_those_of_the_treaty(pack: PackCopy) -> None:
    treaty = pack.read().treaty
    assert rule(treaty).startswith("Six months after the depositary receives the notice (Art. 20)")
    told = clause(treaty)
    assert told is not None
    assert all("does not take effect before that conflict ends" in text for text in told)
    pack.replace("treaty.toml", "armed_conflict_clause = true", "armed_conflict_clause = false")
    assert clause(pack.read().treaty) is None


@pytest.mark.parametrize(
    ("months", "words"), [(1, "One month after"), (9, "Nine months after"), (18, "18 months after")]
)
def test_other_treaties_have_other_times(ledger: Ledger, months: int, words: str) -> None:
    treaty = ledger.pack.treaty
    withdrawal = treaty.rules.withdrawal.model_copy(update={"months": months})
    rules = treaty.rules.model_copy(update={"withdrawal": withdrawal})
    assert rule(treaty.model_copy(update={"rules": rules})).startswith(words)


def test_the_question_begins_with_a_state_of_the_flank_that_could_leave(
    ledger: Ledger, pack: PackCopy
) -> None:
    asked = first_asked(ledger)
    assert (asked.iso_a3, asked.group) == ("BGR", "flank")
    for state in pack.read().states.values():
        if state.group == "flank":
            pack.edit("states.csv", state.iso_a3, group="neighbour")
    assert first_asked(Ledger(pack.read())).iso_a3 == "BLR"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Finland", "Finland"),
        ("Netherlands", "the Netherlands"),
        ("United Kingdom", "the United Kingdom"),
        ("Democratic Republic of the Congo", "the Democratic Republic of the Congo"),
        ("Dominica", "Dominica"),
        ("Dominican Republic", "the Dominican Republic"),
    ],
)
def test_names_are_said_as_within_a_sentence(name: str, said: str) -> None:
    assert within_a_sentence(name) == said
