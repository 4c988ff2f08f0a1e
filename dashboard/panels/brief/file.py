"""Writes all scenes of a day as one file, from which the browser tells a briefing."""

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard.panels.brief.pictures import bars_picture, lanes_picture, steps_picture
from dashboard.panels.brief.texts import stage_texts
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.scene import Scene, SceneMap, SceneQuote
from dashboard.story.briefing.story import about_state, briefing
from dashboard.story.briefing.voices import LARGE
from dashboard.story.citation import cited_by
from dashboard.story.frames import Frame, told_states
from dashboard.story.headline import Sentence, plain
from dashboard.story.standings import standings

KEPT = 64
"""The number of days whose files are kept in memory; each takes about 60 kB."""
SOURCE_LETTERS, BESIDE_PICTURE, BELOW_QUOTE = 110, 72, 30
"""Letters of the source line; it names the first sources, and says how many there are besides.

In the column beside a picture it has two lines, and below a quote there one.
"""


class Briefs:
    """The file of every day, each written once and kept for a while."""

    def __init__(self, ledger: Ledger, frames: Sequence[Frame]) -> None:
        self._ledger = ledger
        self._frames = frames
        self.file = lru_cache(KEPT)(self._written)

    def _written(self, day: date) -> str:
        content = brief_of(self._ledger, self._frames, day)
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def brief_of(ledger: Ledger, frames: Sequence[Frame], day: date) -> dict[str, Any]:
    """All scenes of a day, and which of them are told of all states (``""``) and of each."""
    told = briefing(ledger, frames, day)
    states = {state.iso_a3: state.name for state in told_states(ledger)}
    return {
        "day": day.isoformat(),
        "dayWords": day_in_words(day),
        "states": states,
        "told": {
            "": list(told.told),
            **{iso: [scene.id for scene in about_state(told.all, iso)] for iso in states},
        },
        "scenes": [_scene(ledger, day, scene) for scene in told.all],
        "texts": stage_texts(),
    }


def _scene(ledger: Ledger, day: date, scene: Scene) -> dict[str, Any]:
    """What a scene shows and says; what it does not have is left out."""
    pack = ledger.pack
    sources = (pack.sources[source] for source in scene.sources)
    cited = list(dict.fromkeys(cited_by(day, source, pack.states) for source in sources))
    parts = {
        "id": scene.id,
        "kind": scene.kind,
        "title": scene.title,
        "sentence": _sentence(scene.sentence),
        "plain": plain(scene.sentence),
        "figures": [[figure.value, figure.caption] for figure in scene.figures],
        "lines": list(scene.lines),
        "quotes": [_quote(quote) for quote in scene.quotes],
        "map": _map(scene.map, plain(scene.sentence)) if scene.map else None,
        "lanes": lanes_picture(scene.lanes, day) if scene.lanes else None,
        "bars": bars_picture(scene.bars),
        "steps": steps_picture(scene.steps, day) if scene.steps else None,
        "legend": [[standing, standings(pack.treaty)[standing].label] for standing in scene.drawn],
        "notes": list(scene.notes),
        "sources": cited,
        "sourceLine": source_line(cited, _room_for_sources(scene)),
    }
    return {name: value for name, value in parts.items() if value}


def _sentence(sentence: Sentence) -> list[list[str]]:
    return [
        [segment.text, segment.standing] if segment.standing else [segment.text]
        for segment in sentence
    ]


def _quote(quote: SceneQuote) -> dict[str, Any]:
    return {
        "words": quote.words,
        "by": quote.attribution,
        "credit": quote.credit,
        "language": quote.language,
        "size": "large" if len(quote.words) <= LARGE else "long",
    }


def _map(picture: SceneMap, sentence: str) -> dict[str, Any]:
    return {
        "day": picture.day.isoformat(),
        "standings": dict(picture.standings),
        "focus": list(picture.focus),
        "below": {iso: list(words) for iso, words in picture.below.items()},
        "sentence": f"Map of {day_in_words(picture.day)}: {sentence}",
    }


def _room_for_sources(scene: Scene) -> int:
    if not (scene.map or scene.lanes or scene.bars or scene.steps):
        return SOURCE_LETTERS
    return BELOW_QUOTE if scene.quotes else BESIDE_PICTURE


def source_line(citations: Sequence[str], letters: int) -> str:
    """``Sources: A; B and 3 more``: as many as there is room for, at least one."""
    if not citations:
        return ""
    shown = 1
    while shown < len(citations) and len("; ".join(citations[: shown + 1])) <= letters:
        shown += 1
    left = len(citations) - shown
    word = "Source" if len(citations) == 1 else "Sources"
    return f"{word}: {'; '.join(citations[:shown])}" + (f" and {left} more" if left else "")
