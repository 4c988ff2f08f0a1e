"""How a source is named to a reader."""

from collections.abc import Mapping
from datetime import date

from dashboard.record.models import Source, State


def publisher(source: Source, states: Mapping[str, State]) -> str:
    """Who published a source; state media are named as such: ``Daily (state media, Atlantis)``."""
    if source.state_media:
        return f"{source.publisher} (state media, {states[source.state_media].name})"
    return source.publisher


def citation(source: Source, states: Mapping[str, State]) -> str:
    """``Reuters, 19 June 2025``; state media are named as such."""
    name = publisher(source, states)
    return f"{name}, {source.date.words}" if source.date else name


def cited_by(day: date, source: Source, states: Mapping[str, State]) -> str:
    """A source in what is told as of a day: of one that came later, only who published it."""
    is_later = source.date is not None and source.date.last > day
    return publisher(source, states) if is_later else citation(source, states)
