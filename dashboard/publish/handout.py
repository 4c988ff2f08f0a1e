"""The handout: the scenes of a day on two pages of paper, as an accessible PDF (PDF/UA-1)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from dashboard.publish.picture import Studio
from dashboard.publish.typesetting import Typeset, as_json, one_line, typeset
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Standing
from dashboard.story.briefing.scene import Scene, SceneKind, SceneQuote
from dashboard.story.briefing.story import briefing
from dashboard.story.citation import publisher
from dashboard.story.frames import Frame, frame_on
from dashboard.story.headline import Sentence
from dashboard.story.imprint import boundaries
from dashboard.story.profile import standing_periods
from dashboard.story.standings import standings
from dashboard.story.verified import verified

TEMPLATE = "handout.typ"
MAP = (400, 470)
"""Width and height of the map in pixels of the template."""
COUNT = re.compile(rb"/Type/Pages/Count (\d+)")
"""Where a file that Typst wrote says how many pages it has."""
LONGEST = 400
"""Letters after which a text is shortened; whole quotes are shorter."""
VOICES = (
    (SceneKind.FOR, SceneKind.AGAINST),
    (SceneKind.OUTSIDER,),
    (SceneKind.SAID,),
)
"""Kinds of scenes whose quotes are taken, in this order."""
PARTS = {
    "turns": (SceneKind.STEPS, SceneKind.TURN),
    "contested": (SceneKind.SUSPENSION,),
    "exits": (SceneKind.EXIT,),
}
OF_STATES = (SceneKind.EXIT, SceneKind.SAID)
OF_ALL = (SceneKind.FOR, SceneKind.AGAINST, SceneKind.OUTSIDER, SceneKind.STEPS, SceneKind.TURN)


class Handouts:
    """Makes the handouts of one record: in the light theme, with the maps of a ``studio``."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._ledger, self._frames = studio.ledger, studio.frames
        self._colours = studio.colours["light"]

    def pdf(self, day: date, state: str | None = None) -> Typeset:
        """The handout of a day, about all states or about one (``iso_a3``).

        It has two pages: what does not fit is cut by the template, and a line says how many more
        there are in the dashboard.
        """
        scenes = briefing(self._ledger, self._frames, day, state)
        told = [
            scene for scene in scenes.all if scene.id in scenes.told or _has_room(scene, day, state)
        ]
        return typeset(
            TEMPLATE,
            {
                "data": as_json(self.data(told, day, state)),
                "map": self._studio.outlines.window(MAP, state),
            },
            "pdf",
            day,
            standards=("ua-1",),
        )

    def data(self, scenes: Sequence[Scene], day: date, state: str | None) -> dict[str, Any]:
        """All that may stand on the paper but the outlines of the map."""
        treaty = self._ledger.pack.treaty
        frame = frame_on(self._frames, day)
        by_kind = {scene.kind: scene for scene in scenes}
        now = by_kind[SceneKind.NOW]
        return {
            "colours": self._colours,
            "title": one_line(treaty.words.subject, LONGEST),
            "day": day_in_words(day),
            "finding": self._sentence(now.sentence),
            "figures": [[figure.value, figure.caption] for figure in now.figures],
            "legend": [
                [standing, standings(treaty)[standing].label, frame.counts[standing]]
                for standing in Standing
                if frame.counts[standing]
            ],
            "alt": one_line(f"Map by standing on {day_in_words(day)}", LONGEST),
            "next": _titled(by_kind.get(SceneKind.NEXT), self._sentence),
            "border": _titled(by_kind.get(SceneKind.BORDER), self._sentence),
            **{
                name: [_titled(scene, self._sentence) for scene in scenes if scene.kind in kinds]
                for name, kinds in PARTS.items()
            },
            "table": list(self._table(frame, day)),
            "quotes": [
                {
                    "side": title,
                    "words": quote.words,
                    "lang": quote.language,
                    "attribution": quote.attribution,
                    "credit": one_line(quote.credit, LONGEST),
                }
                for title, quote in _in_turn(scenes)
            ],
            "unknown": _titled(by_kind[SceneKind.UNKNOWN], self._sentence),
            "sources": [one_line(line, LONGEST) for line in by_kind[SceneKind.SOURCES].lines],
            "cited": self._sources(scenes),
            "notes": [one_line(verified(treaty, day), LONGEST), boundaries(treaty)],
            **self._studio.map_data(frame, state, self._colours),
        }

    def _sentence(self, sentence: Sentence) -> list[list[str]]:
        """The pieces of a sentence, each with its colour."""
        return [
            [
                segment.text,
                self._colours[f"{segment.standing}-ink" if segment.standing else "ink"],
            ]
            for segment in sentence
        ]

    def _table(self, frame: Frame, day: date) -> Iterator[list[str]]:
        """A row for each state that is told about: name, standing, and the standing in words."""
        rows = standings(self._ledger.pack.treaty)
        for iso, state in self._studio.states.items():
            periods = standing_periods(self._ledger, iso)
            sentence = [period for period in periods if period.first <= day][-1].sentence
            standing = frame.standings[iso]
            yield [one_line(state.name, LONGEST), standing, rows[standing].label, sentence]

    def _sources(self, scenes: Sequence[Scene]) -> list[str]:
        """The publishers of all sources of the scenes, each once, those cited most first."""
        pack = self._ledger.pack
        cited: dict[str, int] = {}
        for scene in scenes:
            for source in scene.sources:
                name = publisher(pack.sources[source], pack.states)
                cited[name] = cited.get(name, 0) + 1
        return sorted(cited, key=lambda name: -cited[name])


def pages(content: bytes) -> int:
    """How many pages a PDF has that Typst wrote."""
    return max(int(number) for number in COUNT.findall(content))


def _has_room(scene: Scene, day: date, state: str | None) -> bool:
    """Whether paper tells a scene that is told on a screen only when it is asked for."""
    if scene.id == f"turn-{day}":
        return False  # The finding says it.
    return scene.kind in OF_ALL or (state is None and scene.kind in OF_STATES)


def _in_turn(scenes: Sequence[Scene]) -> list[tuple[str, SceneQuote]]:
    """The quotes of these scenes with the titles of their sides, one of each side in turn.

    Who argues for and against comes before what each state says: if quotes are cut, these stay.
    """
    found: dict[str, tuple[str, SceneQuote]] = {}
    for kinds in VOICES:
        sides = [scene for scene in scenes if scene.kind in kinds]
        for quotes in zip_longest(*(scene.quotes for scene in sides)):
            for scene, quote in zip(sides, quotes, strict=True):
                if quote:
                    found.setdefault(quote.id, (scene.title, quote))
    return list(found.values())


def _titled(scene: Scene | None, sentence: Any) -> dict[str, Any] | None:
    """What a scene says, under its title."""
    if scene is None:
        return None
    return {
        "of": scene.id,
        "title": scene.title,
        "sentence": sentence(scene.sentence),
        "figures": [[figure.value, figure.caption] for figure in scene.figures],
        "lines": list(scene.lines),
    }
