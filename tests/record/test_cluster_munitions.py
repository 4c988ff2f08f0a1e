"""The record of the Convention on Cluster Munitions says what happened."""

from collections import Counter
from datetime import date, timedelta

import pytest
from samples import day

from dashboard.paths import GEODATA
from dashboard.record import acts
from dashboard.record.kinds import Aim, Kind, SourceKind, Stance, Standing, Verdict
from dashboard.record.law import Rules, Time
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event

FOLDER = GEODATA / "treaties" / "cluster-munitions"
EXIT = date(2025, 3, 6)


@pytest.fixture(scope="module")
def clusters() -> Ledger:
    return Ledger.read(FOLDER)


def of(ledger: Ledger, iso_a3: str, *kinds: Kind) -> list[Event]:
    return [event for event in ledger.pack.events if event.iso_a3 == iso_a3 and event.kind in kinds]


def signed_by(ledger: Ledger, last: date) -> int:
    signatures = [event for event in ledger.pack.events if event.kind is Kind.SIGNATURE]
    return sum(event.date.first <= last for event in signatures)


def test_the_convention_asks_for_thirty_instruments_and_six_months(clusters: Ledger) -> None:
    entry = Time(months=6, first_of_month=True)
    expected = Rules(30, entry, Time(months=6), armed_conflict_clause=True)
    assert clusters.pack.treaty.arithmetic == expected


def test_the_thirtieth_instrument_brings_it_into_force_on_1_august_2010(clusters: Ledger) -> None:
    treaty = clusters.pack.treaty
    assert acts.treaty_entry(clusters.pack.events, treaty.arithmetic) == date(2010, 8, 1)
    assert treaty.entered_into_force == date(2010, 8, 1)
    last_two = [
        event.iso_a3
        for event in clusters.pack.events
        if event.is_consent and event.date.exact == date(2010, 2, 16)
    ]
    assert sorted(last_two, key=str) == ["BFA", "MDA"]
    assert clusters.parties(date(2010, 7, 31)).in_force == 0
    assert clusters.parties(date(2010, 8, 1)).in_force == 30


def test_every_recorded_day_of_effect_is_the_one_the_articles_give(clusters: Ledger) -> None:
    rules = clusters.pack.treaty.arithmetic
    conflicts = acts.conflicts_by_state(clusters.pack.events)
    entry = acts.treaty_entry(clusters.pack.events, rules)
    recorded = [event for event in clusters.pack.events if event.effect]
    for event in recorded:
        assert event.effect == acts.computed_effect(event, entry, rules, conflicts), event.id
        assert not event.effect_note
    assert len(recorded) == 114


@pytest.mark.parametrize(
    ("iso_a3", "deposit", "in_force"),
    [
        # Of the thirty that brought it about, of those just after, and of the last one.
        ("NOR", "2008-12-03", "2010-08-01"),
        ("WSM", "2010-04-28", "2010-10-01"),
        ("LTU", "2011-03-24", "2011-09-01"),
        ("HUN", "2012-07-03", "2013-01-01"),
        ("SVK", "2015-07-24", "2016-01-01"),
        ("PHL", "2019-01-03", "2019-07-01"),
        ("VUT", "2025-09-05", "2026-03-01"),
    ],
)
def test_a_state_is_bound_from_the_first_day_of_the_sixth_month_after_its_deposit(
    clusters: Ledger, iso_a3: str, deposit: str, in_force: str
) -> None:
    first = day(in_force)
    assert clusters.standing(iso_a3, day(deposit)) is Standing.JOINING
    assert clusters.standing(iso_a3, first - timedelta(1)) is Standing.JOINING
    assert clusters.standing(iso_a3, first) is Standing.PARTY


@pytest.mark.parametrize(
    ("when", "by_deposit"),
    [
        # As counted at the time: by the Cluster Munition Coalition, the convention's support
        # unit, the Landmine and Cluster Munition Monitor or a government.
        ("2010-02-16", 30),
        ("2010-04-28", 31),
        ("2010-10-29", 44),
        ("2011-03-24", 55),
        ("2012-07-03", 73),
        ("2015-07-24", 93),
        ("2019-01-03", 106),
        ("2020-01-27", 108),
        ("2020-08-06", 109),
        ("2020-09-15", 110),
        ("2022-08-01", 110),
        ("2023-02-28", 111),
        ("2023-08-03", 112),
        ("2025-03-05", 112),
        ("2025-03-06", 111),
        ("2025-08-01", 111),
        ("2025-09-05", 112),
    ],
)
def test_there_are_as_many_parties_as_were_counted_on_the_day(
    clusters: Ledger, when: str, by_deposit: int
) -> None:
    assert clusters.parties(day(when)).by_deposit == by_deposit


@pytest.mark.parametrize(
    ("when", "signed"),
    [("2008-12-02", 0), ("2008-12-04", 94), ("2010-02-16", 104), ("2010-04-28", 106)],
)
def test_there_are_as_many_signatures_as_were_counted_on_the_day(
    clusters: Ledger, when: str, signed: int
) -> None:
    assert signed_by(clusters, day(when)) == signed


def test_108_states_signed_before_it_entered_into_force_and_none_after(clusters: Ledger) -> None:
    assert signed_by(clusters, date(2010, 7, 31)) == signed_by(clusters, date.max) == 108


def test_125_states_ever_signed_or_joined(clusters: Ledger) -> None:
    standings = clusters.standings(clusters.pack.treaty.verified_through)
    counted = Counter(standings.values())
    assert counted[Standing.PARTY] == 111
    assert counted[Standing.JOINING] == 1
    assert counted[Standing.SIGNATORY] == 12
    assert counted[Standing.WITHDRAWN] == 1
    assert sum(counted.values()) - counted[Standing.OUTSIDE] == 125


def test_each_state_consents_once_and_signs_at_most_once(clusters: Ledger) -> None:
    for iso_a3 in clusters.pack.states:
        consents = [event for event in clusters.pack.events if event.is_consent]
        assert sum(event.iso_a3 == iso_a3 for event in consents) <= 1
        assert len(of(clusters, iso_a3, Kind.SIGNATURE)) <= 1


def test_lithuanias_standing_follows_its_acts_to_the_day(clusters: Ledger) -> None:
    changes = clusters.timelines["LTU"].changes
    assert [(str(change.day), change.standing.value) for change in changes] == [
        ("2008-12-03", "signatory"),
        ("2011-03-24", "joining"),
        ("2011-09-01", "party"),
        ("2024-06-28", "leaving"),
        ("2024-09-06", "notified"),
        ("2025-03-06", "withdrawn"),
    ]


def test_lithuanias_steps_are_not_mixed_up(clusters: Ledger) -> None:
    steps = [
        (str(event.date), event.kind.value)
        for event in clusters.pack.events
        if event.iso_a3 == "LTU" and (event.is_step_to_leave or event.is_withdrawal_notice)
    ]
    assert steps == [
        ("2024-06-28", "recommendation"),
        ("2024-07-01", "announcement"),
        ("2024-07-03", "government_decision"),
        ("2024-07-08", "recommendation"),
        ("2024-07-11", "parliament_vote"),
        ("2024-07-18", "parliament_vote"),
        ("2024-07-25", "assent"),
        ("2024-09-06", "notification"),
    ]


def test_a_note_to_geneva_is_not_the_notice_that_starts_the_six_months(clusters: Ledger) -> None:
    note = next(event for event in clusters.pack.events if event.id == "ltu-2024-07-26-statement")
    assert note.kind is Kind.STATEMENT
    assert clusters.standing("LTU", date(2025, 1, 26)) is Standing.NOTIFIED
    assert clusters.standing("LTU", EXIT - timedelta(1)) is Standing.NOTIFIED
    assert clusters.standing("LTU", EXIT) is Standing.WITHDRAWN


def test_lithuania_alone_gave_notice(clusters: Ledger) -> None:
    notices = [event for event in clusters.pack.events if event.kind is Kind.NOTIFICATION]
    assert [(event.iso_a3, event.aim, event.effect) for event in notices] == [
        ("LTU", Aim.LEAVE, EXIT)
    ]


def test_a_tally_on_which_reports_differ_is_given_only_as_far_as_they_agree(
    clusters: Ledger,
) -> None:
    first, second = [
        event for event in of(clusters, "LTU", Kind.PARLIAMENT_VOTE) if event.aim is Aim.LEAVE
    ]
    assert (first.votes_for, first.votes_against, first.votes_abstain) == (99, 1, None)
    assert (second.votes_for, second.votes_against, second.votes_abstain) == (103, None, None)
    for vote in (first, second):
        [topic] = vote.disagreement
        sides = [claim for claim in clusters.pack.claims if claim.topic == topic]
        assert sum(claim.verdict is Verdict.UNSETTLED for claim in sides) == 2


@pytest.mark.parametrize(
    ("standing", "states"),
    [
        (Standing.PARTY, {"BGR", "HUN", "NOR", "SVK"}),
        (Standing.WITHDRAWN, {"LTU"}),
        (Standing.OUTSIDE, {"EST", "FIN", "LVA", "POL", "ROU"}),
    ],
)
def test_the_flank_is_half_outside_from_the_start(
    clusters: Ledger, standing: Standing, states: set[str]
) -> None:
    flank = clusters.pack.group("flank")
    assert {s.iso_a3 for s in flank if clusters.standing(s.iso_a3, EXIT) is standing} == states


def test_russia_belarus_and_ukraine_never_signed_and_moldova_is_a_party(clusters: Ledger) -> None:
    for iso_a3 in ("RUS", "BLR", "UKR"):
        assert not clusters.timelines[iso_a3].changes
    assert clusters.standing("MDA", EXIT) is Standing.PARTY


@pytest.mark.parametrize(("when", "members"), [("2024-07-29", 24), ("2025-08-01", 23)])
def test_as_many_members_of_nato_signed_or_joined_as_the_coalition_counts(
    clusters: Ledger, when: str, members: int
) -> None:
    last = day(when)
    allied = {
        state.iso_a3
        for state in clusters.pack.states.values()
        if state.member_since and state.member_since <= last
    }
    away = {Standing.OUTSIDE, Standing.WITHDRAWN}
    assert sum(clusters.standing(iso_a3, last) not in away for iso_a3 in allied) == members


def test_every_source_is_cited(clusters: Ledger) -> None:
    pack = clusters.pack
    cited = set(pack.treaty.sources)
    for event in pack.events:
        cited.update(event.sources + event.effect_sources)
    for quote in pack.quotes:
        cited.update(quote.sources)
    for claim in pack.claims:
        cited.update(claim.sources)
    for border in pack.borders:
        cited.update(border.sources)
    for state in pack.states.values():
        cited.update(state.sources + state.member_sources + state.borders_sources)
    assert cited == set(pack.sources)


def test_state_media_are_named_as_such(clusters: Ledger) -> None:
    owners = {"TASS": "RUS", "Sputnik": "RUS", "Xinhua": "CHN", "Anadolu": "TUR"}
    for source in clusters.pack.sources.values():
        for name, owner in owners.items():
            if source.publisher.startswith(name):
                assert source.state_media == owner, source.id
    assert {source.state_media for source in clusters.pack.sources.values()} >= {"RUS", "CHN"}


def test_sources_of_the_legal_acts_are_more_than_blogs(clusters: Ledger) -> None:
    weak = {SourceKind.BLOG, SourceKind.UNCONFIRMED}
    for event in clusters.pack.events:
        if event.is_consent or event.kind in (Kind.SIGNATURE, Kind.NOTIFICATION):
            kinds = {clusters.pack.sources[name].kind for name in event.sources}
            assert kinds - weak, event.id


def test_those_for_and_those_against_lithuanias_exit_are_both_heard(clusters: Ledger) -> None:
    heard = Counter(quote.stance for quote in clusters.pack.quotes)
    assert heard[Stance.SUPPORTS] >= 10
    assert heard[Stance.OPPOSES] >= 10


def test_both_records_give_lithuanias_days_alike(clusters: Ledger, ledger: Ledger) -> None:
    told = {str(event.date) for event in ledger.pack.events if "cluster" in event.title.lower()}
    own = {str(event.date) for event in clusters.pack.events if event.iso_a3 == "LTU"}
    days = {"2011-03-24", "2024-07-11", "2024-07-18", "2024-09-06", "2025-03-06"}
    assert days <= told
    assert days <= own


def test_both_records_call_every_state_by_one_name_and_one_length_of_border(
    clusters: Ledger, ledger: Ledger
) -> None:
    for iso_a3 in clusters.pack.states.keys() & ledger.pack.states.keys():
        here, there = clusters.pack.states[iso_a3], ledger.pack.states[iso_a3]
        assert (here.name, here.member_since, here.group) == (
            there.name,
            there.member_since,
            there.group,
        )
    lengths = {(border.iso_a3, border.neighbour): border.km for border in ledger.pack.borders}
    for border in clusters.pack.borders:
        assert lengths[border.iso_a3, border.neighbour] == border.km
