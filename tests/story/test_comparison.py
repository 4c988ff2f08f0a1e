"""What stands side by side about states is what the record says of each."""

from datetime import date

import pytest
from samples import PackCopy

from dashboard.record.ledger import Ledger
from dashboard.story.comparison import Entry, facts

Table = dict[str, dict[str, list[Entry]]]


def side_by_side(ledger: Ledger, *states: str) -> Table:
    return {fact.term: {iso: list(fact.of(iso)) for iso in states} for fact in facts(ledger)}


@pytest.fixture
def table(ledger: Ledger) -> Table:
    return side_by_side(ledger, "FIN", "UKR", "RUS", "CHE")


def test_the_dates_of_the_way_in_and_out_carry_the_day_from_which_they_hold(table: Table) -> None:
    assert table["Signature"]["FIN"] == []
    assert table["Consent"]["FIN"] == [Entry("Accession, 9 January 2012", date(2012, 1, 9))]
    assert table["In force"]["FIN"] == [Entry("1 July 2012", date(2012, 7, 1))]
    assert table["Notice"]["FIN"] == [Entry("10 July 2025", date(2025, 7, 10))]
    assert table["Effect"]["FIN"] == [Entry("10 January 2026", date(2026, 1, 10))]


def test_a_suspension_is_a_notice_without_an_effect(table: Table) -> None:
    assert table["Notice"]["UKR"] == [Entry("18 July 2025", date(2025, 7, 18))]
    assert table["Effect"]["UKR"] == []


def test_votes_on_leaving_have_their_tallies_and_no_others(table: Table, ledger: Ledger) -> None:
    assert table["Parliament"]["FIN"] == [
        Entry("19 June 2025: 157 for, 18 against, 0 abstained", date(2025, 6, 19))
    ]
    lithuania = side_by_side(ledger, "LTU")["Parliament"]["LTU"]
    assert [entry.since for entry in lithuania] == [date(2025, 5, 8)]


def test_borders_count_whichever_side_the_row_names_first(table: Table) -> None:
    assert table["Border with Russia"]["FIN"] == [Entry("1,309 km")]
    assert table["Border with Russia"]["UKR"] == [Entry("1,944 km")]
    assert table["Border with Belarus"]["RUS"] == [Entry("1,312 km")]
    assert table["Border with Belarus"]["FIN"] == []


def test_what_is_not_on_record_is_an_empty_cell(table: Table) -> None:
    assert {term for term, cells in table.items() if not cells["RUS"]} >= {
        "Signature",
        "Consent",
        "In force",
        "Notice",
        "Effect",
        "NATO member",
    }


def test_a_month_stays_a_month(pack: PackCopy) -> None:
    pack.edit("events.csv", "lva-2025-04-16-parliament-vote", date="2025-04")
    votes = side_by_side(Ledger.read(pack.folder), "LVA")["Parliament"]["LVA"]
    assert votes == [Entry("April 2025: 66 for, 14 against, 2 abstained", date(2025, 4, 30))]
