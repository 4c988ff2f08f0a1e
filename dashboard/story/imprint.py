"""What stands at the head and foot of what a reader takes away: subject, sources, boundaries."""

from dashboard.record.pack import Pack
from dashboard.story.citation import publisher
from dashboard.story.frames import Frame

BOUNDARIES_IN_FULL = (
    "Boundaries: Natural Earth, Crimea shown as part of Ukraine (UN General Assembly resolution "
    "68/262)."
)
BOUNDARIES = "Boundaries: Natural Earth, Crimea shown as part of Ukraine (UNGA resolution 68/262)."


def sources_line(pack: Pack, frame: Frame) -> str:
    """Where the standings come from, and the lengths of borders once any are counted."""
    named = [pack.treaty.reference]
    if frame.border.percent is not None:
        cited = {source: None for border in pack.borders for source in border.sources}
        sources = [pack.sources[source] for source in cited]
        named += [f"{publisher(source, pack.states)}, {source.title}" for source in sources]
    return f"Sources: {'; '.join(dict.fromkeys(named))}."
