"""The steps of a state's way in and out are those of the record, with their dates."""

from collections.abc import Sequence

import pytest

from dashboard.record.ledger import Ledger
from dashboard.story.way import WAY, Step


def told(steps: Sequence[Step]) -> str:
    return ", ".join(f"{step.date} {step.word}".strip() for step in steps) or "-"


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
def test_each_step_has_its_date(ledger: Ledger, iso_a3: str, expected: str) -> None:
    found = [told(steps(ledger, iso_a3)) for steps in WAY.values()]
    assert " | ".join(found) == expected


def test_no_step_of_the_record_is_lost(ledger: Ledger) -> None:
    consents = [step for iso in ledger.pack.states for step in WAY["consent"](ledger, iso)]
    assert len(consents) == sum(event.is_consent for event in ledger.pack.events)


def test_what_is_not_certain_says_so(ledger: Ledger) -> None:
    doubtful = {
        (event.iso_a3, str(event.date))
        for event in ledger.pack.events
        if event.is_consent and event.confidence != "high"
    }
    found: set[tuple[str, str]] = set()
    for iso in ledger.pack.states:
        steps: list[Step] = [*WAY["consent"](ledger, iso)]
        found |= {(iso, str(step.date)) for step in steps if not step.certain}
    assert found == doubtful
