"""When an entry of the feed or the calendar was last revised: from the record, not from a clock."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from dashboard.record.treaty import Treaty

SECONDS = 24 * 60 * 60


def revised_on(treaty: Treaty, events: Iterable[str], first: date) -> date:
    """The last day on which one of ``events`` (ids) was corrected; not before ``first``."""
    return max([first, *(treaty.revised[event] for event in events if event in treaty.revised)])


def stamp(day: date, content: Iterable[str]) -> datetime:
    """A moment of ``day`` (UTC) that differs where ``content`` differs.

    Its time of day is a fingerprint of the content, not the time at which anything happened: the
    same content has the same stamp for ever, and a correction moves it even where nobody noted its
    day. Only a noted day makes sure that it moves forward.
    """
    digest = hashlib.sha256("\0".join(content).encode()).digest()
    seconds = int.from_bytes(digest[:8]) % SECONDS
    return datetime.combine(day, time(), UTC) + timedelta(seconds=seconds)
