"""Doubts about blanks that `flankwatch new` left in texts, and that nobody has filled in yet."""

from collections.abc import Iterator

from dashboard.record.review.findings import Desk, Doubt, Finding, finding

FILL_IN = "FILL IN"
"""What marks a blank, in every file of a new pack."""


def texts(desk: Desk) -> Iterator[Finding]:
    """Titles and details of events that still ask for something."""
    table = desk.tables.events
    for located in table.rows:
        for column in ("title", "detail"):
            if FILL_IN in getattr(located.row, column):
                message = f"asks to {FILL_IN} (expected that done, and the words taken out)"
                yield finding(table, located, column, message, Doubt.LEFT_BLANK)
