"""What stands at the head and foot of what a reader takes away: subject, sources, boundaries."""

from dashboard.record.pack import Pack
from dashboard.record.treaty import Treaty
from dashboard.story.citation import publisher
from dashboard.story.frames import Frame


def boundaries_in_full(treaty: Treaty) -> str:
    """Whose boundaries the map shows, and what the pack says of them."""
    return _boundaries(treaty.view.boundaries.note)


def boundaries(treaty: Treaty) -> str:
    """The same where there is less room."""
    said = treaty.view.boundaries
    return _boundaries(said.short or said.note)


def _boundaries(note: str | None) -> str:
    return f"Boundaries: {', '.join(filter(None, ['Natural Earth', note]))}."


def sources_line(pack: Pack, frame: Frame) -> str:
    """Where the standings come from, and the lengths of borders once any are counted."""
    named = [pack.treaty.reference]
    if frame.border.percent is not None:
        cited = {source: None for border in pack.borders for source in border.sources}
        sources = [pack.sources[source] for source in cited]
        named += [f"{publisher(source, pack.states)}, {source.title}" for source in sources]
    return f"Sources: {'; '.join(dict.fromkeys(named))}."
