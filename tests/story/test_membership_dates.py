"""When a state joined and left: the dates are those of the record."""

from collections.abc import Sequence

import pytest

from dashboard.record.ledger import Ledger
from dashboard.story.membership_dates import MEMBERSHIP_DATES, MembershipDate

consents_of = MEMBERSHIP_DATES["consent"]


def in_words(dates: Sequence[MembershipDate]) -> str:
    return ", ".join(f"{each.date} {each.word}".strip() for each in dates) or "-"


@pytest.mark.parametrize(
    ("iso_a3", "expected"),
    [
        ("FIN", "- | 2012-01-09 Accession | 2012-07-01 | 2025-07-10 Withdrawal | 2026-01-10"),
        ("UKR", "1999-02-24 | 2005-12-27 Ratification | 2006-06-01 | 2025-07-18 Suspension | -"),
        ("SSD", "- | 2011-11-11 Succession | 2011-07-09 | - | -"),
        ("LBN", "- | 2026 Accession | - | - | -"),
        ("RUS", "- | - | - | - | -"),
    ],
)
def test_each_column_has_its_dates(ledger: Ledger, iso_a3: str, expected: str) -> None:
    found = [in_words(dates_of(ledger, iso_a3)) for dates_of in MEMBERSHIP_DATES.values()]
    assert " | ".join(found) == expected


def test_no_consent_of_the_record_is_lost(ledger: Ledger) -> None:
    consents = [each for iso in ledger.pack.states for each in consents_of(ledger, iso)]
    assert len(consents) == sum(event.is_consent for event in ledger.pack.events)


def test_what_is_not_certain_says_so(ledger: Ledger) -> None:
    doubtful = {
        (event.iso_a3, str(event.date))
        for event in ledger.pack.events
        if event.is_consent and event.confidence != "high"
    }
    found: set[tuple[str, str]] = set()
    for iso in ledger.pack.states:
        found |= {(iso, str(each.date)) for each in consents_of(ledger, iso) if not each.certain}
    assert found == doubtful
