"""What is said to a slide: notes, what was shortened on it, sources, how far it is verified."""

from collections.abc import Iterator
from datetime import date

from dashboard.publish.drawingml import clean
from dashboard.publish.slides.measure import shortened
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.scene import Scene
from dashboard.story.citation import cited_by, publisher
from dashboard.story.verified import verified

BOUNDARIES = "Boundaries: Natural Earth"
SHORTEST = 40
"""Letters left of a publisher's name where even the first does not fit the line."""


def notes_of(scene: Scene, ledger: Ledger, day: date, shown: str) -> Iterator[str]:
    """The paragraphs of a slide's notes; ``shown`` is all that stands on the slide."""
    yield from (clean(note) for note in scene.notes)
    yield from (text for text in map(clean, scene.texts) if text not in shown)
    cited = dict.fromkeys(_cited(scene, ledger, day))
    if cited:
        yield f"Sources: {'; '.join(cited)}."
    yield verified(ledger.pack.treaty, day)


def _cited(scene: Scene, ledger: Ledger, day: date) -> Iterator[str]:
    """Each source; of one that is later than the day, only who publishes it."""
    for name in scene.sources:
        yield clean(cited_by(day, ledger.pack.sources[name], ledger.pack.states))


def source_lines(scene: Scene, ledger: Ledger) -> Iterator[str]:
    """Who publishes what the slide rests on, each once: all of them, then ever fewer."""
    states = ledger.pack.states
    named = (clean(publisher(ledger.pack.sources[name], states)) for name in scene.sources)
    names = list(dict.fromkeys(named))
    boundaries = [BOUNDARIES] if scene.map else []
    for shown in range(len(names), 0, -1):
        more = "; …" if shown < len(names) else ""
        word = "Source" if len(names) == 1 else "Sources"
        yield ". ".join([*boundaries, f"{word}: {'; '.join(names[:shown])}{more}"])
    if names:
        yield ". ".join([*boundaries, f"{word}: {shortened(names[0], SHORTEST)}"])
    yield ". ".join(boundaries)
