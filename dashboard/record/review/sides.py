"""Doubts about disagreements: topics without two sides, verdicts without a reason."""

from collections import Counter
from collections.abc import Iterator

from dashboard.record.kinds import SETTLED, Verdict
from dashboard.record.review.findings import Desk, Doubt, Finding, finding

REASONED = frozenset(Verdict) - SETTLED
"""The verdicts that hold something against a claim."""


def topics(desk: Desk) -> Iterator[Finding]:
    """Topics that no claim is about, and topics with one claim and nothing to compare it with."""
    table = desk.tables.claims
    sides = Counter(located.row.topic for located in table.rows)
    for topic in desk.ledger.pack.treaty.topics:
        if topic not in sides:
            message = "has no row in claims.csv (expected the sides of a disagreement)"
            yield desk.setting(f"topics.{topic}", message, Doubt.EMPTY_TOPIC)
    for located in table.rows:
        claim = located.row
        if sides[claim.topic] == 1 and not claim.record:
            message = (
                f"is empty, and {claim.topic!r} has no other side (expected what else is said)"
            )
            yield finding(table, located, "record", message, Doubt.ONE_SIDED_TOPIC)


def verdicts(desk: Desk) -> Iterator[Finding]:
    """Claims that are held to be wrong, loose or open without a word why."""
    table = desk.tables.claims
    for located in table.rows:
        claim = located.row
        if claim.verdict in REASONED and not claim.reason:
            message = f"is empty (expected why the verdict is {claim.verdict}, in a sentence)"
            yield finding(table, located, "reason", message, Doubt.UNREASONED_VERDICT)
