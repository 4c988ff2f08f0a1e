"""The standing of a state on any day, from its acts."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import RULES, act, day, history, told

from dashboard.record.kinds import BOUND, CONSENTS, STEPS, Aim, Kind, Standing
from dashboard.record.law import Rules, Time
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event
from dashboard.record.standing import Timeline

ACCESSION = act("2012-01-09", "accession")
NOTICE = act("2025-07-10", "notification", "leave")
SUSPENSION = act("2025-07-18", "notification", "suspend")
WAR = act("2022-02-24", "armed_conflict_begins")


def test_a_state_without_acts_is_outside() -> None:
    assert history() == ()
    assert Timeline(()).on(date(2025, 1, 1)) is Standing.OUTSIDE


def test_a_state_that_signs_is_a_signatory() -> None:
    assert told(history(act("1997-12-04", "signature"))) == ["1997-12-04 signatory"]


def test_poland_signs_deposits_and_becomes_a_party() -> None:
    poland = [act("1997-12-04", "signature"), act("2012-12-27", "ratification")]
    assert told(history(*poland)) == [
        "1997-12-04 signatory",
        "2012-12-27 joining",
        "2013-06-01 party",
    ]


@pytest.mark.parametrize("kind", sorted(CONSENTS))
def test_every_kind_of_consent_binds(kind: str) -> None:
    assert told(history(act("2012-01-09", kind))) == ["2012-01-09 joining", "2012-07-01 party"]


def test_a_consent_before_the_treaty_is_due_to_enter_into_force_waits() -> None:
    changes = history(act("1998-06-29", "ratification"), entry=None)
    assert told(changes) == ["1998-06-29 joining"]
    assert changes[0].effect is None


def test_finland_is_bound_until_the_day_its_withdrawal_takes_effect() -> None:
    changes = history(ACCESSION, NOTICE)
    assert told(changes) == [
        "2012-01-09 joining",
        "2012-07-01 party",
        "2025-07-10 notified",
        "2026-01-10 withdrawn",
    ]
    finland = Timeline(changes)
    assert finland.on(date(2026, 1, 9)).bound
    assert not finland.on(date(2026, 1, 10)).bound


def test_a_change_names_its_act_and_the_day_on_which_that_takes_effect() -> None:
    joining, party, notified, withdrawn = history(ACCESSION, NOTICE)
    assert (joining.event, joining.effect) == (ACCESSION, date(2012, 7, 1))
    assert (party.event, party.effect) == (ACCESSION, None)
    assert (notified.event, notified.effect) == (NOTICE, date(2026, 1, 10))
    assert (withdrawn.event, withdrawn.effect) == (NOTICE, None)


def test_the_standing_on_a_day_goes_back_to_the_last_change() -> None:
    changes = history(ACCESSION, NOTICE)
    finland = Timeline(changes)
    assert finland.change_on(date(2012, 1, 8)) is None
    assert finland.change_on(date(2012, 1, 9)) is changes[0]
    assert finland.change_on(date(2025, 7, 9)) is changes[1]
    assert finland.change_on(date(2100, 1, 1)) is changes[3]


@pytest.mark.parametrize("kind", sorted(STEPS))
def test_a_party_whose_authorities_move_to_leave_is_leaving(kind: str) -> None:
    step = act("2025-03-18", kind, "leave")
    assert told(history(ACCESSION, step))[-1] == "2025-03-18 leaving"


@pytest.mark.parametrize("aim", ["join", "suspend", "object", "other_treaty"])
@pytest.mark.parametrize("kind", sorted(STEPS))
def test_a_step_with_another_aim_moves_no_standing(kind: str, aim: str) -> None:
    assert told(history(ACCESSION, act("2025-03-18", kind, aim)))[-1] == "2012-07-01 party"


def test_later_steps_do_not_move_a_state_that_is_leaving() -> None:
    steps = [act("2025-03-18", "recommendation", "leave"), act("2025-06-19", "assent", "leave")]
    assert told(history(ACCESSION, *steps))[-1] == "2025-03-18 leaving"


@pytest.mark.parametrize("when", ["2011-05-01", "2012-03-01"])
def test_a_step_to_leave_before_the_convention_is_in_force_for_a_state_moves_nothing(
    when: str,
) -> None:
    step = act(when, "announcement", "leave")
    assert told(history(step, ACCESSION)) == ["2012-01-09 joining", "2012-07-01 party"]


def test_a_step_on_the_very_day_of_entry_into_force_counts() -> None:
    step = act("2012-07-01", "announcement", "leave")
    assert told(history(ACCESSION, step)) == ["2012-01-09 joining", "2012-07-01 leaving"]


def test_a_step_after_the_notice_changes_nothing() -> None:
    poland = [ACCESSION, NOTICE, act("2025-09-05", "government_decision", "leave")]
    assert told(history(*poland)) == told(history(ACCESSION, NOTICE))


def test_a_step_after_the_exit_changes_nothing() -> None:
    late = act("2026-05-01", "statement"), act("2026-06-01", "announcement", "leave")
    assert told(history(ACCESSION, NOTICE, *late))[-1] == "2026-01-10 withdrawn"


@pytest.mark.parametrize("when", ["2025-06", "2025"])
@pytest.mark.parametrize(
    ("kind", "aim"),
    [("announcement", "leave"), ("notification", "leave"), ("notification", "suspend")],
)
def test_an_act_known_only_to_the_month_or_year_moves_nothing(
    kind: str, aim: str, when: str
) -> None:
    assert told(history(ACCESSION, act(when, kind, aim)))[-1] == "2012-07-01 party"


def test_lebanon_stays_outside_while_the_day_of_its_deposit_is_unknown() -> None:
    assert history(act("2026", "accession")) == ()


def test_ukraines_suspension_is_a_standing_of_its_own() -> None:
    ukraine = [ACCESSION, act("2025-06-29", "government_decision", "leave"), SUSPENSION]
    changes = history(*ukraine)
    assert told(changes)[-2:] == ["2025-06-29 leaving", "2025-07-18 suspension"]
    assert changes[-1].effect is None
    assert Timeline(changes).on(date(2030, 1, 1)).bound


def test_who_is_not_a_party_cannot_suspend() -> None:
    early = act("2012-02-01", "notification", "suspend")
    assert told(history(early, ACCESSION)) == ["2012-01-09 joining", "2012-07-01 party"]
    assert history(early) == ()


def test_a_step_to_leave_does_not_end_a_suspension() -> None:
    step = act("2025-10-01", "announcement", "leave")
    assert told(history(ACCESSION, SUSPENSION, step))[-1] == "2025-07-18 suspension"


def test_a_notice_after_a_suspension_runs_its_six_months() -> None:
    notice = act("2025-10-01", "notification", "leave")
    assert told(history(ACCESSION, SUSPENSION, notice))[-3:] == [
        "2025-07-18 suspension",
        "2025-10-01 notified",
        "2026-04-01 withdrawn",
    ]


def test_a_suspension_after_the_notice_does_not_stop_the_six_months() -> None:
    assert told(history(ACCESSION, NOTICE, SUSPENSION)) == told(history(ACCESSION, NOTICE))


def test_a_second_notice_starts_no_second_six_months() -> None:
    second = act("2025-08-20", "notification", "leave")
    assert told(history(ACCESSION, NOTICE, second)) == told(history(ACCESSION, NOTICE))


def test_a_state_at_war_that_gives_notice_stays_notified() -> None:
    changes = history(ACCESSION, WAR, NOTICE)
    assert told(changes)[-1] == "2025-07-10 notified"
    assert changes[-1].effect is None


def test_a_state_that_gave_notice_at_war_leaves_when_the_war_ends() -> None:
    peace = act("2027-05-09", "armed_conflict_ends")
    assert told(history(ACCESSION, WAR, NOTICE, peace))[-1] == "2027-05-09 withdrawn"


def test_a_notice_by_a_state_that_never_joined_moves_nothing() -> None:
    assert history(NOTICE) == ()
    signatory = history(act("1997-12-03", "signature"), NOTICE)
    assert told(signatory) == ["1997-12-03 signatory"]


def test_a_notice_given_while_joining_counts_from_entry_into_force_on() -> None:
    changes = history(ACCESSION, act("2012-03-15", "notification", "leave"))
    assert told(changes) == ["2012-01-09 joining", "2012-07-01 notified", "2012-09-15 withdrawn"]
    assert changes[1].event.is_withdrawal_notice
    assert changes[1].effect == date(2012, 9, 15)


def test_who_leaves_before_the_treaty_enters_into_force_is_never_bound() -> None:
    changes = history(act("1998-01-08", "ratification"), act("1998-02-01", "notification", "leave"))
    assert told(changes) == ["1998-01-08 joining", "1998-08-01 withdrawn"]


def test_who_leaves_on_the_day_of_entry_into_force_does_not_come_back_by_it() -> None:
    changes = history(ACCESSION, act("2012-01-01", "notification", "leave"))
    assert told(changes)[-1] == "2012-07-01 party", "the notice came before the consent"
    changes = history(act("2012-01-01", "accession"), act("2012-01-01", "notification", "leave"))
    assert told(changes) == ["2012-01-01 joining", "2012-07-01 withdrawn"]


def test_a_state_that_returns_is_joining_and_then_a_party() -> None:
    back = act("2030-02-03", "accession")
    assert told(history(ACCESSION, NOTICE, back))[-3:] == [
        "2026-01-10 withdrawn",
        "2030-02-03 joining",
        "2030-08-01 party",
    ]


def test_a_return_forgets_the_old_steps_the_old_suspension_and_the_old_notice() -> None:
    first = [
        ACCESSION,
        act("2025-03-18", "announcement", "leave"),
        act("2025-04-01", "notification", "suspend"),
        NOTICE,
    ]
    back = act("2030-02-03", "accession")
    returned = Timeline(history(*first, back))
    assert returned.on(date(2040, 1, 1)) is Standing.PARTY
    again = act("2041-01-15", "notification", "leave")
    assert told(history(*first, back, again))[-2:] == [
        "2041-01-15 notified",
        "2041-07-15 withdrawn",
    ]


def test_a_return_on_the_very_day_of_the_exit_is_joining() -> None:
    back = act("2026-01-10", "accession")
    assert told(history(ACCESSION, NOTICE, back))[-2:] == [
        "2026-01-10 joining",
        "2026-07-01 party",
    ]


def test_south_sudan_is_a_party_from_independence_before_it_deposits() -> None:
    south_sudan = act("2011-11-11", "succession", effect="2011-07-09")
    assert told(history(south_sudan)) == ["2011-07-09 party"]


def test_a_second_consent_of_a_party_changes_nothing() -> None:
    assert told(history(ACCESSION, act("2014-03-01", "ratification"))) == told(history(ACCESSION))


def test_a_signature_after_the_consent_changes_nothing() -> None:
    assert told(history(ACCESSION, act("2012-02-01", "signature"))) == told(history(ACCESSION))


def test_signing_and_depositing_on_one_day_is_one_change() -> None:
    canada = [act("1997-12-03", "ratification"), act("1997-12-03", "signature")]
    assert told(history(*canada)) == ["1997-12-03 joining", "1999-03-01 party"]


def test_deciding_and_giving_notice_on_one_day_is_one_change() -> None:
    decision = act("2025-07-10", "government_decision", "leave")
    assert told(history(ACCESSION, NOTICE, decision)) == told(history(ACCESSION, NOTICE))


@pytest.mark.parametrize("effect", ["", "2025-07-10", "2025-07-01"])
def test_a_withdrawal_that_takes_effect_at_once_takes_effect(effect: str) -> None:
    at_once = Time(months=0)
    rules = Rules(40, RULES.entry, at_once, armed_conflict_clause=False)
    notice = act("2025-07-10", "notification", "leave", effect)
    assert told(history(ACCESSION, notice, rules=rules))[-1] == "2025-07-10 withdrawn"


@pytest.mark.parametrize(
    ("standing", "bound"),
    [
        ("outside", False),
        ("signatory", False),
        ("joining", False),
        ("party", True),
        ("leaving", True),
        ("notified", True),
        ("withdrawn", False),
        ("suspension", True),
    ],
)
def test_four_standings_bind(standing: str, bound: bool) -> None:
    assert Standing(standing).bound is bound


ACTS = [
    (Kind.SIGNATURE, None),
    *((kind, None) for kind in sorted(CONSENTS)),
    (Kind.NOTIFICATION, Aim.LEAVE),
    (Kind.NOTIFICATION, Aim.LEAVE),
    (Kind.NOTIFICATION, Aim.SUSPEND),
    *((kind, Aim.LEAVE) for kind in sorted(STEPS)),
    (Kind.PARLIAMENT_VOTE, Aim.JOIN),
    (Kind.OBJECTION, None),
    (Kind.ARMED_CONFLICT_BEGINS, None),
    (Kind.ARMED_CONFLICT_ENDS, None),
]


@st.composite
def some_acts(draw: st.DrawFn) -> list[Event]:
    """Any acts in any order, close enough in time to overlap, no two of one kind on one day."""
    chosen = draw(
        st.lists(
            st.tuples(st.integers(0, 2500), st.sampled_from(ACTS), st.sampled_from("dddddm")),
            max_size=12,
            unique_by=lambda item: (item[0], item[1]),
        )
    )
    events = []
    for passed, (kind, aim), precision in chosen:
        when = (date(1998, 1, 1) + timedelta(passed)).isoformat()
        events.append(act(when if precision == "d" else when[:7], kind, aim or ""))
    return events


def effective(event: Event) -> date | None:
    """When a consent enters into force, with no war in the way."""
    [change] = [change for change in history(event) if change.standing is Standing.PARTY]
    return change.day


@given(some_acts())
def test_days_strictly_increase_and_neighbouring_standings_differ(events: list[Event]) -> None:
    changes = history(*events)
    assert all(one.day < next_one.day for one, next_one in pairwise(changes))
    assert not changes or changes[0].standing is not Standing.OUTSIDE
    for one, next_one in pairwise(changes):
        returned = next_one.standing is Standing.JOINING and next_one.event.is_consent
        assert one.standing is not next_one.standing or returned


@given(some_acts())
def test_the_standing_on_any_day_is_that_of_the_last_change(events: list[Event]) -> None:
    timeline = Timeline(history(*events))
    assert timeline.on(date(1997, 1, 1)) is Standing.OUTSIDE
    for index, change in enumerate(timeline.changes):
        later = [following.day for following in timeline.changes[index + 1 :]]
        last = min([*later, change.day + timedelta(400)]) - timedelta(1)
        assert timeline.on(change.day) is timeline.on(last) is change.standing


@given(some_acts())
def test_nobody_comes_back_from_an_exit_without_another_consent(events: list[Event]) -> None:
    changes = history(*events)
    for index, (exit_, following) in enumerate(pairwise(changes)):
        if exit_.standing is Standing.WITHDRAWN:
            earlier = [change.event for change in changes[:index]]
            assert following.event.is_consent
            assert following.event not in earlier
            assert following.standing in (Standing.JOINING, Standing.PARTY)


@given(some_acts())
def test_nobody_is_bound_before_a_consent_has_entered_into_force(events: list[Event]) -> None:
    consents = [event for event in events if event.is_consent and event.date.exact]
    first = min((effective(event) or date.max for event in consents), default=date.max)
    assert all(change.day >= first for change in history(*events) if change.standing in BOUND)


@given(some_acts())
def test_nobody_leaves_within_six_months_of_the_first_notice(events: list[Event]) -> None:
    notices = [event.date.exact for event in events if event.is_withdrawal_notice]
    days = [notice for notice in notices if notice]
    for change in history(*events):
        if change.standing is Standing.WITHDRAWN:
            assert (change.day - min(days)).days >= 181
            assert change.event.is_withdrawal_notice


@given(some_acts(), st.randoms())
def test_the_order_of_the_rows_does_not_matter(events: list[Event], random: Random) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    assert told(history(*shuffled)) == told(history(*events))


@given(some_acts(), st.integers(0, 2500))
def test_what_happens_later_does_not_change_the_past(events: list[Event], passed: int) -> None:
    today = date(1998, 1, 1) + timedelta(passed)
    known = [event for event in events if event.date.last <= today]
    assert Timeline(history(*known)).on(today) is Timeline(history(*events)).on(today)


def test_the_rules_of_the_samples_are_those_of_the_convention(ledger: Ledger) -> None:
    assert ledger.pack.treaty.arithmetic == RULES
    assert day("1999-03-01") == date(1999, 3, 1)
