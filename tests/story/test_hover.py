"""What is said of a state that is pointed at: standing, since when, and what is still to come."""

import pytest
from samples import day

from dashboard.record.ledger import Ledger
from dashboard.story.hover import hover_text


@pytest.mark.parametrize(
    ("iso", "when", "said"),
    [
        ("FIN", "1997-01-01", "<b>Finland</b><br>Not joined"),
        (
            "FIN",
            "2012-06-30",
            "<b>Finland</b><br>Joined, not yet in force<br>Since 9 January 2012; "
            "in force for it from 1 July 2012",
        ),
        ("FIN", "2012-07-01", "<b>Finland</b><br>Party<br>Since 1 July 2012"),
        (
            "FIN",
            "2025-12-27",
            "<b>Finland</b><br>Notice given, still bound<br>Since 10 July 2025; "
            "out in 14 days, on 10 January 2026",
        ),
        (
            "FIN",
            "2026-01-09",
            "<b>Finland</b><br>Notice given, still bound<br>Since 10 July 2025; "
            "out in 1 day, on 10 January 2026",
        ),
        ("FIN", "2026-01-10", "<b>Finland</b><br>Withdrawn<br>Since 10 January 2026"),
    ],
)
def test_a_state_is_told_as_of_the_day(ledger: Ledger, iso: str, when: str, said: str) -> None:
    assert hover_text(ledger, ledger.pack.states[iso], day(when)) == said
