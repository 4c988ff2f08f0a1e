"""The chronicle: recorded events, and the effects that follow from them."""

from itertools import pairwise

import pytest
from samples import PackCopy, act

from dashboard.record.ledger import Ledger
from dashboard.story.chronicle import Happening, chronicle, role, tally
from dashboard.story.words import ROLE


@pytest.fixture(scope="module")
def happenings(ledger: Ledger) -> dict[str, Happening]:
    return {happening.id: happening for happening in chronicle(ledger)}


def test_every_event_is_told_once_and_every_effect_that_follows(ledger: Ledger) -> None:
    ids = [happening.id for happening in chronicle(ledger)]
    assert len(set(ids)) == len(ids)
    events = {event.id for event in ledger.pack.events}
    effects = {f"{event.id}-effect" for event in ledger.pack.events if ledger.effect(event)}
    assert set(ids) == events | effects
    assert len(effects) == 166 + 5


def test_the_chronicle_is_in_order_and_an_unknown_day_comes_last_in_its_month(
    ledger: Ledger,
) -> None:
    told = chronicle(ledger)
    assert all(one.date.last <= following.date.last for one, following in pairwise(told))
    ids = [happening.id for happening in told]
    in_april = ids.index("ltu-2025-04-recommendation")
    assert ids.index("est-2025-04-24-government-decision") < in_april
    assert in_april < ids.index("ltu-2025-05-08-parliament-vote")
    last = told[-1]
    assert (last.id, last.date.words) == ("lbn-2026-accession", "2026")


def test_finlands_exit_follows_from_its_notice(happenings: dict[str, Happening]) -> None:
    notice = happenings["fin-2025-07-10-notification"]
    exit_ = happenings["fin-2025-07-10-notification-effect"]
    assert (notice.role, notice.label, notice.rule) == ("notice", "Notification, to leave", "")
    assert (exit_.role, exit_.label) == ("effect", "Withdrawal takes effect")
    assert exit_.title == "Finland’s withdrawal takes effect"
    assert str(exit_.date) == "2026-01-10"
    assert exit_.rule == "notified 10 July 2025, Art. 20"
    assert "yle-2026-01-10" in exit_.sources


def test_an_effect_that_no_source_states_says_that_it_is_computed(
    happenings: dict[str, Happening],
) -> None:
    lithuania = happenings["ltu-2003-05-12-ratification-effect"]
    assert lithuania.rule == "computed: deposited 12 May 2003, Art. 17"
    assert lithuania.title == "The convention enters into force for Lithuania"
    assert (lithuania.role, lithuania.label) == ("joining", "Entry into force")
    assert str(lithuania.date) == "2003-11-01"
    assert lithuania.sources == happenings["ltu-2003-05-12-ratification"].sources


def test_south_sudans_entry_into_force_is_told_with_its_reason_and_as_uncertain(
    happenings: dict[str, Happening],
) -> None:
    south_sudan = happenings["ssd-2011-11-11-succession-effect"]
    assert "date of state succession" in south_sudan.detail
    assert not south_sudan.certain


def test_what_is_not_sure_is_not_told_as_certain(
    ledger: Ledger, happenings: dict[str, Happening]
) -> None:
    for event in ledger.pack.events:
        assert happenings[event.id].certain is (event.confidence == "high")
    assert not happenings["pol-2025-07-24-assent"].certain
    assert happenings["fin-2025-07-10-notification"].certain


def test_a_deposit_of_unknown_day_has_no_effect_to_tell(happenings: dict[str, Happening]) -> None:
    assert "lbn-2026-accession" in happenings
    assert "lbn-2026-accession-effect" not in happenings


def test_a_notice_during_an_armed_conflict_has_no_effect_to_tell(pack: PackCopy) -> None:
    pack.put_finland_at_war()
    ids = {happening.id for happening in chronicle(Ledger(pack.read()))}
    assert "fin-2025-07-10-notification" in ids
    assert "fin-2025-07-10-notification-effect" not in ids


@pytest.mark.parametrize(
    ("kind", "aim", "expected"),
    [
        ("notification", "leave", "notice"),
        ("notification", "suspend", "suspension"),
        ("parliament_vote", "leave", "vote"),
        ("parliament_vote", "suspend", "vote"),
        ("recommendation", "leave", "decision"),
        ("assent", "suspend", "decision"),
        ("parliament_vote", "join", "joining"),
        ("parliament_vote", "other_treaty", "other"),
        ("government_decision", "object", "other"),
        ("accession", "", "joining"),
        ("signature", "", "joining"),
        ("statement", "", "statement"),
        ("meeting", "", "statement"),
        ("production", "", "other"),
    ],
)
def test_the_role_of_an_event_on_the_way_in_or_out(kind: str, aim: str, expected: str) -> None:
    assert role(act("2025-06-19", kind, aim)) == expected


def test_votes_to_leave_to_join_and_on_another_treaty_are_told_apart(
    happenings: dict[str, Happening],
) -> None:
    told = {
        happening.label: happening.role
        for happening in happenings.values()
        if happening.kind == "parliament_vote"
    }
    assert told == {
        "Parliament, to join": "joining",
        "Parliament, to leave": "vote",
        "Parliament, to suspend": "vote",
        "Parliament, on another treaty": "other",
    }


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ((157, 18, 0), "157 for, 18 against, 0 abstained"),
        ((81, 1, None), "81 for, 1 against"),
        ((299, None, None), "299 for"),
        ((None, None, None), ""),
    ],
)
def test_a_tally_says_only_what_is_known(
    votes: tuple[int | None, int | None, int | None], words: str
) -> None:
    assert tally(votes) == words


def test_the_tally_of_a_vote_is_told_with_it(happenings: dict[str, Happening]) -> None:
    assert tally(happenings["fin-2025-06-19-parliament-vote"].votes) == (
        "157 for, 18 against, 0 abstained"
    )


def test_every_role_has_words(happenings: dict[str, Happening]) -> None:
    assert {happening.role for happening in happenings.values()} == ROLE.keys()


def test_an_objection_is_a_date_of_both_states(happenings: dict[str, Happening]) -> None:
    objections = [item for item in happenings.values() if item.role == "objection"]
    assert {item.iso_a3 for item in objections} == {"AUT", "BEL", "CHE", "COL", "NOR", "NZL"}
    assert {item.states[1:] for item in objections} == {("UKR",)}
    assert happenings["fin-2025-07-10-notification"].states == ("FIN",)
    assert happenings["treaty-1997-12-03-opening"].states == ()
