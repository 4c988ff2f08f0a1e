"""The position of a state on a day: its standing with the acts that lie behind it."""

from datetime import timedelta

import pytest
from samples import PackCopy, day

from dashboard.record.kinds import BOUND, Kind, Standing
from dashboard.record.ledger import Ledger
from dashboard.record.position import Position, position


def on(ledger: Ledger, iso_a3: str, when: str) -> Position:
    return position(ledger, iso_a3, day(when))


def test_finland_in_its_last_days(ledger: Ledger) -> None:
    finland = on(ledger, "FIN", "2025-12-27")
    assert finland.model_dump() | {"consent": str(finland.consent), "notice": "…"} == {
        "as_of": day("2025-12-27"),
        "standing": Standing.NOTIFIED,
        "bound": True,
        "since": day("2025-07-10"),
        "days_left": 14,
        "signature": None,
        "consent_kind": Kind.ACCESSION,
        "consent": "2012-01-09",
        "entry_into_force": day("2012-07-01"),
        "suspension": None,
        "notice": "…",
        "effect": day("2026-01-10"),
        "member": True,
    }
    assert str(finland.notice) == "2025-07-10"


def test_on_the_day_of_effect_nothing_is_left(ledger: Ledger) -> None:
    assert on(ledger, "FIN", "2026-01-09").days_left == 1
    finland = on(ledger, "FIN", "2026-01-10")
    assert (finland.days_left, finland.bound) == (None, False)
    assert finland.since == finland.effect == day("2026-01-10")


def test_what_comes_later_is_not_known_yet(ledger: Ledger) -> None:
    poland = on(ledger, "POL", "2012-12-26")
    assert str(poland.signature) == "1997-12-04"
    assert (poland.consent, poland.consent_kind, poland.entry_into_force) == (None, None, None)
    assert poland.member
    assert not on(ledger, "POL", "1999-03-11").member
    assert not on(ledger, "FIN", "2023-04-03").member
    assert on(ledger, "FIN", "2023-04-04").member


def test_entry_into_force_is_known_from_the_deposit_on(ledger: Ledger) -> None:
    poland = on(ledger, "POL", "2012-12-27")
    assert (poland.standing, poland.bound) == (Standing.JOINING, False)
    assert poland.entry_into_force == day("2013-06-01")


def test_a_suspension_is_no_notice(ledger: Ledger) -> None:
    ukraine = on(ledger, "UKR", "2026-02-20")
    assert (str(ukraine.suspension), ukraine.notice, ukraine.effect) == ("2025-07-18", None, None)
    assert on(ledger, "UKR", "2025-07-17").suspension is None


def test_a_consent_of_unknown_day_is_listed_and_moves_nothing(ledger: Ledger) -> None:
    lebanon = on(ledger, "LBN", "2026-02-20")
    assert (str(lebanon.consent), lebanon.consent_kind) == ("2026", Kind.ACCESSION)
    assert (lebanon.standing, lebanon.entry_into_force) == (Standing.OUTSIDE, None)
    assert on(ledger, "LBN", "2025-12-31").consent is None


def test_a_succession_is_listed_from_the_day_it_reaches_back_to(ledger: Ledger) -> None:
    assert on(ledger, "SSD", "2011-07-08").consent is None
    south_sudan = on(ledger, "SSD", "2011-07-09")
    assert (str(south_sudan.consent), south_sudan.bound) == ("2011-11-11", True)


def test_a_war_leaves_no_days_to_count(pack: PackCopy) -> None:
    pack.put_finland_at_war()
    finland = on(Ledger(pack.read()), "FIN", "2025-12-27")
    assert (finland.standing, finland.effect, finland.days_left) == (Standing.NOTIFIED, None, None)


@pytest.fixture
def returned(pack: PackCopy) -> Ledger:
    """Imagine that Latvia comes back."""
    for when, kind, aim in [
        ("2026-01-15", "accession", ""),
        ("2026-02-01", "notification", "leave"),
    ]:
        pack.add(
            "events.csv",
            id=f"lva-{when}-{kind}",
            date=when,
            iso_a3="LVA",
            kind=kind,
            aim=aim,
            title="Latvia returns, and leaves again",
            sources="treaty-text",
            confidence="low",
        )
    return Ledger(pack.read())


def test_after_a_return_the_acts_are_those_of_the_return(returned: Ledger) -> None:
    before = on(returned, "LVA", "2026-01-14")
    assert (str(before.consent), str(before.notice)) == ("2005-07-01", "2025-06-27")
    back = on(returned, "LVA", "2026-01-15")
    assert (str(back.consent), back.notice, back.effect) == ("2026-01-15", None, None)
    assert (back.standing, back.entry_into_force) == (Standing.JOINING, day("2026-07-01"))
    again = on(returned, "LVA", "2026-02-01")
    assert (str(again.notice), again.effect) == ("2026-02-01", day("2026-08-01"))


def test_the_acts_of_a_position_agree_with_its_standing_on_every_day_of_change(
    ledger: Ledger,
) -> None:
    for iso_a3, timeline in ledger.timelines.items():
        for change in timeline.changes:
            for when in (change.day - timedelta(days=1), change.day):
                told = position(ledger, iso_a3, when)
                entered = told.entry_into_force is not None and told.entry_into_force <= when
                out = told.effect is not None and told.effect <= when
                assert told.bound == (entered and not out), (iso_a3, when)
                assert told.bound == (told.standing in BOUND)
                assert (told.standing is Standing.WITHDRAWN) == out
                assert told.since is None or told.since <= when
