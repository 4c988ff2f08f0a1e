"""What a scene is made of. Stage, slides and handout draw the same and say the same words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from dashboard.record.kinds import Standing
from dashboard.story.headline import Segment, Sentence, plain


class SceneKind(StrEnum):
    """What a scene tells."""

    NOW = "now"
    BEFORE = "before"
    STEPS = "steps"
    TURN = "turn"
    LEAVES = "leaves"
    EXIT = "exit"
    SUSPENSION = "suspension"
    SAID = "said"
    FOR = "for"
    AGAINST = "against"
    OUTSIDER = "outsider"
    BORDER = "border"
    WORLD = "world"
    NEXT = "next"
    UNKNOWN = "unknown"
    SOURCES = "sources"


@dataclass(frozen=True)
class KeyFigure:
    """A value that is read from afar, and what it is the value of."""

    value: str
    caption: str


@dataclass(frozen=True)
class SceneMap:
    """The map of a day: standings by ``iso_a3``, and the states in focus.

    ``below`` is the second line below a name, in several lengths, the longest first: the first that
    has room is drawn.
    """

    day: date
    standings: Mapping[str, Standing]
    focus: tuple[str, ...] = ()
    below: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Stretch:
    """The days of one standing in a lane, both ends included; ``expected``: if nothing changes."""

    first: date
    last: date
    standing: Standing
    expected: bool = False


@dataclass(frozen=True)
class Lane:
    """One state's standings over the days of a picture; ``sentence`` says them in words."""

    iso_a3: str
    name: str
    stretches: tuple[Stretch, ...]
    sentence: str


@dataclass(frozen=True)
class Lanes:
    """Lanes over the days from ``first`` to ``last``; the day of the briefing is a line."""

    first: date
    last: date
    lanes: tuple[Lane, ...]


@dataclass(frozen=True)
class Bar:
    """A length with its unit in words, and the standing that gives it its colour."""

    iso_a3: str
    name: str
    value: int
    label: str
    standing: Standing


@dataclass(frozen=True)
class Step:
    """From ``day`` on the number is this one."""

    day: date
    number: int


@dataclass(frozen=True)
class SceneQuote:
    """A quote in whole, who said it and when, who reports it, and who translated it.

    ``language`` is that of ``words`` (ISO 639-1). State media are named as such in ``where``.
    """

    id: str
    words: str
    speaker: str
    position: str
    when: str
    where: str
    language: str
    translation: str = ""

    @property
    def attribution(self) -> str:
        """Who said it, as whom, and when: ``A. Name, Foreign Minister of Atlantis, …``."""
        return ", ".join(part for part in (self.speaker, self.position, self.when) if part)

    @property
    def credit(self) -> str:
        """Who reports it, and who translated it: ``Xinhua (state media, China) · Translated``."""
        return " · ".join(part for part in (self.where, self.translation) if part)


@dataclass(frozen=True)
class Scene:
    """One scene: an ``id`` for its address, a ``title`` for lists, and what is shown and said.

    ``about`` are the states (``iso_a3``) that it is about, where it is not about all.

    ``sentence`` is the finding. A scene has at most one picture: map, lanes, bars or steps.
    ``notes`` are said, not shown; ``sources`` are ids of the record's sources.
    """

    id: str
    kind: SceneKind
    title: str
    sentence: Sentence
    figures: tuple[KeyFigure, ...] = ()
    lines: tuple[str, ...] = ()
    quotes: tuple[SceneQuote, ...] = ()
    map: SceneMap | None = None
    lanes: Lanes | None = None
    bars: tuple[Bar, ...] = ()
    steps: tuple[Step, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is written on the scene, but for the words on its picture."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[str]:
        yield plain(self.sentence)
        for figure in self.figures:
            yield from (figure.value, figure.caption)
        yield from self.lines
        for quote in self.quotes:
            yield from (quote.words, quote.attribution)

    @property
    def words(self) -> int:
        """How many words are to be read on the scene."""
        return len(" ".join(self.texts).split())

    @property
    def drawn(self) -> tuple[Standing, ...]:
        """Every standing that its picture shows, in the order of the legend."""
        shown: set[Standing] = {bar.standing for bar in self.bars}
        if self.map:
            shown |= set(self.map.standings.values())
        if self.lanes:
            shown |= {part.standing for lane in self.lanes.lanes for part in lane.stretches}
        return tuple(standing for standing in Standing if standing in shown)


def said(*parts: str | Segment) -> Sentence:
    """A sentence of texts and of states that are marked by their standing."""
    return tuple(Segment(part) if isinstance(part, str) else part for part in parts)


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """Each of the ids once, in the order of their first mention."""
    return tuple(dict.fromkeys(ids))
