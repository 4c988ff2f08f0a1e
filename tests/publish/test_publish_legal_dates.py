"""Every legal date is a row of its own, as precise as it is known, and says where it comes from."""

from collections import Counter
from collections.abc import Mapping

import pytest
from publish.test_publish_tables import rows

from dashboard.publish.takeaway import Takeaway
from dashboard.record.kinds import CONSENTS
from dashboard.story.legal import LegalAct

Dates = Mapping[str, Mapping[str, str]]


@pytest.fixture(scope="module")
def told(takeaway: Takeaway) -> Dates:
    return {row["id"]: row for row in rows(takeaway.file("legal_dates.csv"))}


@pytest.mark.parametrize(
    ("id_", "row"),
    [
        ("treaty-1999-03-01-entry-into-force", "1999-03-01 day -  entry_into_force recorded"),
        ("pol-1997-12-04-signature", "1997-12-04 day POL  signature recorded"),
        ("afg-2002-09-11-accession", "2002-09-11 day AFG  accession recorded"),
        ("afg-2002-09-11-accession-effect", "2003-03-01 day AFG  entry_into_force computed"),
        ("fin-2012-01-09-accession-effect", "2012-07-01 day FIN  entry_into_force recorded"),
        ("fin-2025-06-19-parliament-vote", "2025-06-19 day FIN  parliament_vote recorded"),
        ("fin-2025-07-10-notification", "2025-07-10 day FIN  notice_of_withdrawal recorded"),
        ("fin-2025-07-10-notification-effect", "2026-01-10 day FIN  effect_of_withdrawal recorded"),
        ("ukr-2025-07-18-notification", "2025-07-18 day UKR  suspension recorded"),
        ("aut-2025-objection", "2025 year AUT UKR objection recorded"),
        ("pol-2025-07-24-assent", "2025-07-24 day POL  assent recorded"),
        ("lbn-2026-accession", "2026 year LBN  accession recorded"),
    ],
)
def test_a_legal_date(told: Dates, id_: str, row: str) -> None:
    columns = ("date", "precision", "iso_a3", "about", "what", "basis")
    cells = {**told[id_], "iso_a3": told[id_]["iso_a3"] or "-"}
    assert " ".join(cells[column] for column in columns) == row


def test_all_who_signed_consented_and_left_are_there(told: Dates) -> None:
    number = Counter(row["what"] for row in told.values())
    assert number["signature"] == 133
    assert sum(number[kind] for kind in CONSENTS) == 167
    # One entry into force is the convention's own; that for Lebanon nobody can compute yet.
    assert number["entry_into_force"] == 1 + 166
    assert number["notice_of_withdrawal"] == number["effect_of_withdrawal"] == 5
    assert (number["suspension"], number["objection"]) == (1, 6)
    assert set(number) <= set(LegalAct)


def test_what_is_computed_says_by_which_rule_and_from_which_event(told: Dates) -> None:
    computed = [row for row in told.values() if row["basis"] == "computed"]
    assert len(computed) == 135
    for row in computed:
        deposit = told[row["event"]]
        assert row["rule"].startswith("computed: deposited ")
        assert row["rule"].endswith("Art. 17")
        assert row["sources"] == deposit["sources"]
        assert row["date"] > deposit["date"]


def test_a_date_has_its_sources_and_says_where_the_record_is_not_sure(told: Dates) -> None:
    assert all(row["sources"] for row in told.values())
    assert told["fin-2025-07-10-notification"]["certain"] == "true"
    assert told["aut-2025-objection"]["certain"] == "false"


def test_steps_on_another_treaty_are_not_among_them(told: Dates) -> None:
    assert {row["aim"] for row in told.values()} == {"", "join", "leave", "suspend", "object"}
    assert "ltu-2024-07-18-parliament-vote" not in told
