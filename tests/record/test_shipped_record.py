"""The record that ships says what happened in the world."""

import re
from datetime import date, timedelta
from itertools import pairwise, permutations

import pytest
from samples import day, read_data

from dashboard.record.kinds import Aim, Kind, Standing, Verdict
from dashboard.record.ledger import Ledger
from dashboard.record.membership import PartyCount
from dashboard.record.models import Event
from dashboard.story.borderland import border_share

STANDINGS = read_data("standings.csv")
DAYS = [column for column in STANDINGS[0] if column != "iso_a3"]
FIVE = ["EST", "FIN", "LTU", "LVA", "POL"]


def events(ledger: Ledger, iso_a3: str, *kinds: Kind) -> list[Event]:
    return [event for event in ledger.pack.events if event.iso_a3 == iso_a3 and event.kind in kinds]


def consents(ledger: Ledger) -> list[Event]:
    return [event for event in ledger.pack.events if event.is_consent]


@pytest.mark.parametrize("when", DAYS)
def test_every_state_shown_stands_where_the_dates_of_its_acts_put_it(
    ledger: Ledger, when: str
) -> None:
    shown = ledger.pack.group("flank", "neighbour", "context")
    expected = {row["iso_a3"]: row[when] for row in STANDINGS}
    assert {state.iso_a3: ledger.standing(state.iso_a3, day(when)) for state in shown} == expected
    assert len(expected) == 56


def test_the_running_number_of_parties_agrees_on_every_day_and_the_day_before(
    ledger: Ledger,
) -> None:
    expected = [
        PartyCount(day(row["date"]), int(row["by_deposit"]), int(row["in_force"]))
        for row in read_data("party_counts.csv")
    ]
    assert ledger.party_counts == tuple(expected)
    for before, count in pairwise(expected):
        assert ledger.parties(count.day) == count
        assert ledger.parties(count.day - timedelta(1)) == before


def test_before_the_first_deposit_there_is_no_party(ledger: Ledger) -> None:
    eve = date(1997, 12, 2)
    assert ledger.parties(eve) == PartyCount(eve, 0, 0)


@pytest.mark.parametrize(
    ("when", "by_deposit"),
    [
        ("1998-09-16", 40),
        ("2012-12-27", 161),
        ("2017-12-31", 164),
        ("2025-03-12", 165),
        ("2025-06-25", 166),
        ("2025-12-27", 163),
        ("2026-01-10", 162),
        ("2026-02-20", 161),
    ],
)
def test_the_depositary_counts_as_many_parties(ledger: Ledger, when: str, by_deposit: int) -> None:
    assert ledger.parties(day(when)).by_deposit == by_deposit


def test_the_count_is_that_of_the_standings(ledger: Ledger) -> None:
    for when in (date(1998, 12, 1), date(2011, 8, 1), date(2025, 9, 1), date(2026, 2, 20)):
        bound = sum(standing.bound for standing in ledger.standings(when).values())
        assert ledger.parties(when).in_force == bound


def test_167_states_have_consented_to_be_bound_each_once(ledger: Ledger) -> None:
    states = [event.iso_a3 for event in consents(ledger)]
    assert len(states) == len(set(states)) == 167


def test_133_states_have_signed_each_once(ledger: Ledger) -> None:
    signatures = [event for event in ledger.pack.events if event.kind is Kind.SIGNATURE]
    assert len({event.iso_a3 for event in signatures}) == len(signatures) == 133
    opened, entered = ledger.pack.treaty.opened, ledger.pack.treaty.entered_into_force
    for signature in signatures:
        assert opened <= signature.date.first < entered, "Art. 15: open until entry into force"


def test_every_recorded_entry_into_force_is_that_of_article_17_but_south_sudans(
    ledger: Ledger,
) -> None:
    different = []
    for event in consents(ledger):
        if deposit := event.date.exact:
            months = deposit.year * 12 + deposit.month - 1 + 6
            by_rule = max(date(months // 12, months % 12 + 1, 1), date(1999, 3, 1))
            if event.effect != by_rule:
                different.append(event)
    [south_sudan] = different
    assert (south_sudan.iso_a3, str(south_sudan.effect)) == ("SSD", "2011-07-09")
    assert "date of state succession" in south_sudan.effect_note
    assert [event.id for event in ledger.pack.events if event.effect_note] == [south_sudan.id]


def test_only_the_day_of_lebanons_deposit_is_unknown(ledger: Ledger) -> None:
    unknown = [event for event in consents(ledger) if not event.date.exact]
    assert [(event.iso_a3, str(event.date), event.effect) for event in unknown] == [
        ("LBN", "2026", None)
    ]
    assert ledger.standing("LBN", date(2026, 12, 31)) is Standing.OUTSIDE


@pytest.mark.parametrize(
    ("iso_a3", "notice", "effect"),
    [
        ("EST", "2025-06-27", "2025-12-27"),
        ("LTU", "2025-06-27", "2025-12-27"),
        ("LVA", "2025-06-27", "2025-12-27"),
        ("FIN", "2025-07-10", "2026-01-10"),
        ("POL", "2025-08-20", "2026-02-20"),
    ],
)
def test_five_states_gave_notice_and_left_six_months_later(
    ledger: Ledger, iso_a3: str, notice: str, effect: str
) -> None:
    timeline = ledger.timelines[iso_a3]
    assert timeline.on(day(notice) - timedelta(1)) is Standing.LEAVING
    assert timeline.on(day(notice)) is Standing.NOTIFIED
    assert timeline.on(day(effect) - timedelta(1)) is Standing.NOTIFIED
    assert timeline.on(day(effect)) is Standing.WITHDRAWN


def test_nobody_else_gave_notice(ledger: Ledger) -> None:
    notices = [event for event in ledger.pack.events if event.is_withdrawal_notice]
    assert sorted(event.iso_a3 or "" for event in notices) == FIVE
    last = ledger.standings(date(2100, 1, 1))
    assert sorted(iso for iso, standing in last.items() if standing == "withdrawn") == FIVE


def test_finland_estonia_and_latvia_never_signed(ledger: Ledger) -> None:
    for iso in ("FIN", "EST", "LVA"):
        assert events(ledger, iso, Kind.SIGNATURE) == []
        assert len(events(ledger, iso, Kind.ACCESSION)) == 1


def test_ukraine_never_withdrew(ledger: Ledger) -> None:
    ukraine = ledger.timelines["UKR"]
    assert [(str(change.day), change.standing.value) for change in ukraine.changes] == [
        ("1999-02-24", "signatory"),
        ("2005-12-27", "joining"),
        ("2006-06-01", "party"),
        ("2025-06-29", "leaving"),
        ("2025-07-18", "suspension"),
    ]
    assert ukraine.on(date(2026, 2, 20)).bound


def test_six_parties_objected_to_the_suspension(ledger: Ledger) -> None:
    objections = [event for event in ledger.pack.events if event.kind is Kind.OBJECTION]
    assert sorted((event.iso_a3 or "", str(event.date)) for event in objections) == [
        ("AUT", "2025"),
        ("BEL", "2025"),
        ("CHE", "2025-10-17"),
        ("COL", "2025"),
        ("NOR", "2025"),
        ("NZL", "2025"),
    ]


@pytest.mark.parametrize("iso_a3", ["BLR", "NOR"])
def test_belarus_and_norway_are_parties(ledger: Ledger, iso_a3: str) -> None:
    last = ledger.timelines[iso_a3].changes[-1]
    assert last.standing is Standing.PARTY
    assert last.day < date(2004, 12, 31)


@pytest.mark.parametrize("iso_a3", ["RUS", "USA", "CHN", "IND", "PAK"])
def test_great_powers_outside_never_joined(ledger: Ledger, iso_a3: str) -> None:
    assert ledger.timelines[iso_a3].changes == ()


def test_75_quotes_and_none_is_a_back_translation_of_the_treaty(ledger: Ledger) -> None:
    assert len(ledger.pack.quotes) == 75
    assert not any("spread of the virus" in quote.quote for quote in ledger.pack.quotes)
    mistaken = [claim for claim in ledger.pack.claims if "spread of the virus" in claim.words]
    assert [claim.id for claim in mistaken] == ["preamble-1", "preamble-3"]
    assert {claim.verdict for claim in mistaken} == {Verdict.CONTRADICTS}


def test_a_quote_that_two_publications_carry_cites_both(ledger: Ledger) -> None:
    [quote] = [quote for quote in ledger.pack.quotes if quote.id == "wareham-2025-07-01"]
    assert [ledger.pack.sources[source].publisher for source in quote.sources] == [
        "Human Rights Watch",
        "Canada Standard",
    ]


def test_words_of_one_statement_are_one_quote_that_says_how_others_print_it(ledger: Ledger) -> None:
    said = [quote.quote.strip(" .,").casefold() for quote in ledger.pack.quotes]
    inside = {
        (part, whole)
        for part, whole in permutations(ledger.pack.quotes, 2)
        if part.quote.strip(" .,").casefold() in whole.quote.casefold()
        and (part.speaker, part.date) == (whole.speaker, whole.date)
        and not part.disagreement
    }
    assert len(set(said)) == len(said)
    assert inside == set()
    [quote] = [quote for quote in ledger.pack.quotes if quote.id == "hakkanen-2025-06-17"]
    assert quote.sources == ("military-times-2025-06", "rt-2026-01-10")
    assert quote.note == "Posted on X. RT prints the same words without the capital."


def test_speakers_speak_for_a_state_or_an_organisation(ledger: Ledger) -> None:
    silent = [q.id for q in ledger.pack.quotes if not (q.iso_a3 or q.organisation)]
    assert silent == []


@pytest.mark.parametrize(
    ("publisher", "state"),
    [("RT", "RUS"), ("TASS", "RUS"), ("RIA Novosti", "RUS"), ("BelTA", "BLR"), ("Xinhua", "CHN")],
)
def test_state_media_are_named_as_such(ledger: Ledger, publisher: str, state: str) -> None:
    owners = {
        source.state_media
        for source in ledger.pack.sources.values()
        if source.publisher == publisher
    }
    assert owners == {state}


def test_independent_media_are_not_called_state_media(ledger: Ledger) -> None:
    for source in ledger.pack.sources.values():
        if source.publisher in ("Reuters", "Yle", "ERR", "Human Rights Watch"):
            assert source.state_media is None


def test_every_source_is_cited(ledger: Ledger) -> None:
    pack = ledger.pack
    cited = [*pack.treaty.sources]
    for state in pack.states.values():
        cited += [*state.sources, *state.member_sources, *state.borders_sources]
    for event in pack.events:
        cited += [*event.sources, *event.effect_sources]
    for rows in (pack.quotes, pack.claims, pack.borders):
        cited += [source for row in rows for source in row.sources]
    assert set(cited) == set(pack.sources)


@pytest.mark.parametrize(
    ("iso_a3", "when", "aim", "tally"),
    [
        ("FIN", "2025-06-19", Aim.LEAVE, (157, 18, 0)),
        ("EST", "2025-06-04", Aim.LEAVE, (81, 1, 7)),
        ("LVA", "2025-04-16", Aim.LEAVE, (66, 14, 2)),
        ("LTU", "2025-05-08", Aim.LEAVE, (107, 0, 3)),
        ("POL", "2025-06-25", Aim.LEAVE, (413, 15, 3)),
        ("UKR", "2025-07-15", Aim.SUSPEND, (299, 0, 0)),
        ("LTU", "2024-07-11", Aim.OTHER_TREATY, (99, 1, 3)),
        ("LTU", "2024-07-18", Aim.OTHER_TREATY, (103, 0, 4)),
        ("FIN", "2011-11-25", Aim.JOIN, (None, None, None)),
        ("POL", "2012-10-10", Aim.JOIN, (None, None, None)),
        ("POL", "2025-07-17", Aim.LEAVE, (None, None, None)),
    ],
)
def test_parliaments_voted_to_join_to_leave_to_suspend_or_on_another_treaty(
    ledger: Ledger, iso_a3: str, when: str, aim: Aim, tally: tuple[int | None, ...]
) -> None:
    [vote] = [
        event
        for event in events(ledger, iso_a3, Kind.PARLIAMENT_VOTE)
        if event.date.exact == day(when)
    ]
    assert vote.aim is aim
    assert (vote.votes_for, vote.votes_against, vote.votes_abstain) == tally


def test_who_was_absent_and_who_did_not_vote_are_told_apart(ledger: Ledger) -> None:
    told = {
        event.id: (event.votes_absent, event.votes_not_cast)
        for event in ledger.pack.events
        if event.votes_absent is not None or event.votes_not_cast is not None
    }
    assert told == {
        "fin-2025-06-19-parliament-vote": (24, None),
        "lva-2025-04-16-parliament-vote": (None, 3),
        "ukr-2025-07-15-parliament-vote": (None, 35),
    }


@pytest.mark.parametrize(
    ("when", "standing"),
    [
        ("2024-07-11", Standing.PARTY),
        ("2024-07-18", Standing.PARTY),
        ("2024-09-06", Standing.PARTY),
        # By then its defence ministry had advised leaving the mine ban as well.
        ("2025-03-06", Standing.LEAVING),
    ],
)
def test_leaving_the_cluster_munitions_convention_moves_no_standing(
    ledger: Ledger, when: str, standing: Standing
) -> None:
    assert not [change for change in ledger.timelines["LTU"].changes if change.day == day(when)]
    assert ledger.standing("LTU", day(when)) is standing


def test_lithuania_is_leaving_from_the_day_its_ministry_advised_it(ledger: Ledger) -> None:
    lithuania = ledger.timelines["LTU"]
    assert lithuania.on(date(2025, 1, 14)) is Standing.PARTY
    assert lithuania.on(date(2025, 1, 15)) is Standing.LEAVING


def test_lithuanias_five_dates_are_not_mixed_up(ledger: Ledger) -> None:
    steps = [
        (str(event.date), event.kind.value)
        for event in ledger.pack.events
        if event.iso_a3 == "LTU" and (event.is_step_to_leave or event.is_withdrawal_notice)
    ]
    assert steps == [
        ("2025-01-15", "recommendation"),
        ("2025-03-18", "recommendation"),
        ("2025-04", "recommendation"),
        ("2025-05-08", "parliament_vote"),
        ("2025-06-27", "notification"),
    ]


def test_nothing_on_record_is_later_than_the_day_it_was_verified_through_but_plans(
    ledger: Ledger,
) -> None:
    through = ledger.pack.treaty.verified_through
    assert through == date(2026, 3, 3)
    late = [e for e in ledger.pack.events if e.date.first > through and e.is_consent]
    assert late == []
    assert all(
        change.day <= through
        for timeline in ledger.timelines.values()
        for change in timeline.changes
    )


def test_the_lengths_of_the_borders_are_one_publishers(ledger: Ledger) -> None:
    cited = {source for border in ledger.pack.borders for source in border.sources}
    assert {ledger.pack.sources[source].publisher for source in cited} == {
        "Central Intelligence Agency"
    }


def test_the_border_of_nato_with_russia_and_belarus_adds_up(ledger: Ledger) -> None:
    km = {(border.iso_a3, border.neighbour): border.km for border in ledger.pack.borders}
    baltic = 324 + (332 + 161) + (261 + 640)
    poland = 209 + 375
    assert (km["POL", "RUS"], km["POL", "BLR"]) == (209, 375)
    assert sum(length for (iso, _), length in km.items() if iso in FIVE) == 1309 + baltic + poland
    assert baltic == 1718
    assert 191 + 1309 + baltic + poland == 3802
    for when, outside, percent in (
        ("2025-12-27", baltic, 45),
        ("2026-01-10", baltic + 1309, 80),
        ("2026-02-20", baltic + 1309 + poland, 95),
    ):
        share = border_share(ledger, day(when))
        assert (share.outside_km, share.total_km) == (outside, 3802)
        assert share.percent == round(100 * outside / 3802) == percent


def test_thirteen_states_border_russia_or_belarus(ledger: Ledger) -> None:
    borders = {iso: state.borders for iso, state in ledger.pack.states.items() if state.borders}
    assert {iso for iso, others in borders.items() if others == ("RUS", "BLR")} == {
        "LTU",
        "LVA",
        "POL",
        "UKR",
    }
    assert {iso for iso, others in borders.items() if others == ("RUS",)} == {
        *("AZE", "BLR", "CHN", "EST", "FIN", "GEO", "KAZ", "NOR"),
    }
    assert borders["RUS"] == ("BLR",)


def test_every_border_on_record_has_a_published_length(ledger: Ledger) -> None:
    measured = {frozenset((border.iso_a3, border.neighbour)) for border in ledger.pack.borders}
    assert measured == {
        frozenset((iso, neighbour))
        for iso, state in ledger.pack.states.items()
        for neighbour in state.borders
    }


def test_only_germanys_and_spains_days_of_nato_accession_are_in_doubt(ledger: Ledger) -> None:
    members = {iso: state for iso, state in ledger.pack.states.items() if state.member_since}
    assert len(members) == 32
    doubted = {iso: state.member_note for iso, state in members.items() if state.member_note}
    # Of the twelve founders the day is that on which the North Atlantic Treaty entered into force.
    founders = {iso for iso, state in members.items() if state.member_since == date(1949, 8, 24)}
    assert len(founders) == 12
    assert set(doubted) - founders == {"DEU", "ESP"}
    assert doubted["DEU"].startswith("Sources differ")
    assert "no official page read gives it" in doubted["ESP"]


def test_only_kosovos_place_outside_rests_on_no_publication(ledger: Ledger) -> None:
    unread = [
        iso
        for iso, state in ledger.pack.states.items()
        if "editors-knowledge" in {*state.sources, *state.member_sources, *state.borders_sources}
    ]
    assert unread == ["XKX"]


def test_ids_of_events_say_state_and_date(ledger: Ledger) -> None:
    for event in ledger.pack.events:
        owner = (event.iso_a3 or "treaty").lower()
        assert re.match(rf"{owner}-{event.date}-[a-z]", event.id), event.id
