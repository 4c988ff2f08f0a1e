"""All scenes of a day in their order, and which of them a briefing tells."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.record.ledger import Ledger
from dashboard.story.briefing.as_of import AsOf
from dashboard.story.briefing.course import before, leaves, turns
from dashboard.story.briefing.limits import sources, unknown
from dashboard.story.briefing.one_state import exits, suspensions
from dashboard.story.briefing.scene import Scene, SceneKind
from dashboard.story.briefing.situation import border, coming, now, world
from dashboard.story.briefing.voices import said_by_states, voices
from dashboard.story.frames import Frame

ORDER: Sequence[Callable[[AsOf], Iterator[Scene]]] = (
    now,
    before,
    turns,
    leaves,
    exits,
    suspensions,
    said_by_states,
    voices,
    border,
    world,
    coming,
    unknown,
    sources,
)
"""What makes the scenes, in the order in which they are told; one without content makes none."""
BY_REQUEST = frozenset({SceneKind.EXIT, SceneKind.SAID})
"""What is told only of a chosen state, or when it is asked for by its id."""
OF_ALL = frozenset(
    {
        SceneKind.NOW,
        SceneKind.BEFORE,
        SceneKind.BORDER,
        SceneKind.NEXT,
        SceneKind.UNKNOWN,
        SceneKind.SOURCES,
    }
)
"""What is told of all states also where one of them is chosen."""


@dataclass(frozen=True)
class Briefing:
    """The scenes of a day: ``all`` that there are, and the ids of those ``told`` by default."""

    day: date
    all: tuple[Scene, ...]
    told: tuple[str, ...]

    def chosen(self, names: Sequence[str]) -> tuple[Scene, ...]:
        """The scenes of these ids, each once, in the order of their first mention.

        Raises:
            KeyError: there is no scene of one of these names on the day.
        """
        by_id = {scene.id: scene for scene in self.all}
        return tuple(by_id[name] for name in dict.fromkeys(names))


def briefing(
    ledger: Ledger, frames: Sequence[Frame], day: date, state: str | None = None
) -> Briefing:
    """The briefing of a day, about all states or about one of them (``iso_a3``)."""
    known = AsOf(ledger, frames, day)
    scenes = tuple(scene for make in ORDER for scene in make(known))
    told = about_state(scenes, state) if state else _usual(scenes, day)
    return Briefing(day, scenes, tuple(scene.id for scene in told))


def _usual(scenes: Sequence[Scene], day: date) -> Iterator[Scene]:
    """Without a state: not each by itself, and no turn that another scene tells."""
    contested = {scene.id for scene in scenes if scene.kind is SceneKind.SUSPENSION}
    for scene in scenes:
        told_elsewhere = scene.kind is SceneKind.TURN and (
            scene.id == f"turn-{day}" or set(scene.about) <= contested
        )
        if scene.kind not in BY_REQUEST and not told_elsewhere:
            yield scene


def about_state(scenes: Sequence[Scene], iso_a3: str) -> Iterator[Scene]:
    """With a state: what is about it, and what is told of all."""
    return (scene for scene in scenes if scene.kind in OF_ALL or iso_a3 in scene.about)
