"""The list of trends, in the order in which they are shown."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dashboard.record.ledger import Ledger
from dashboard.story.trends import intervals, joins, parties, standing_groups, statements, votes
from dashboard.story.trends.trend import Trend

MAKERS: Mapping[str, Callable[[Ledger], Trend]] = MappingProxyType(
    {
        "parties": parties.parties_trend,
        "joins": joins.joins_trend,
        "standings": standing_groups.standings_trend,
        "votes": votes.votes_trend,
        "intervals": intervals.intervals_trend,
        "statements": statements.statements_trend,
    }
)
"""What makes each trend from a record, by its id."""
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "parties": parties.TITLE,
        "joins": joins.TITLE,
        "standings": standing_groups.TITLE,
        "votes": votes.TITLE,
        "intervals": intervals.TITLE,
        "statements": statements.TITLE,
    }
)
"""The headings of all of them, before any is made."""
