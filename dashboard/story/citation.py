"""How a source is named to a reader."""

from collections.abc import Mapping

from dashboard.record.models import Source, State


def publisher(source: Source, states: Mapping[str, State]) -> str:
    """Who publishes it; state media are named as such: ``RT (state media, Russia)``."""
    if source.state_media:
        return f"{source.publisher} (state media, {states[source.state_media].name})"
    return source.publisher


def citation(source: Source, states: Mapping[str, State]) -> str:
    """``Reuters, 19 June 2025``; ``RT (state media, Russia), 19 June 2025``."""
    name = publisher(source, states)
    return f"{name}, {source.date.words}" if source.date else name
