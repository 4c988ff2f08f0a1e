"""How a source is named to a reader."""

from collections.abc import Mapping

from dashboard.record.models import Source, State


def citation(source: Source, states: Mapping[str, State]) -> str:
    """``Reuters, 19 June 2025``; state media are named as such: ``RT (state media, Russia)``."""
    name = source.publisher
    if source.state_media:
        name += f" (state media, {states[source.state_media].name})"
    return f"{name}, {source.date.words}" if source.date else name
