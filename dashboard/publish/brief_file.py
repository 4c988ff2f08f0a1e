"""The file of a briefing, in the form that its ending asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from dashboard.publish.geometry import Geometry
from dashboard.publish.handout import Handouts
from dashboard.publish.outlines import Outlines
from dashboard.publish.picture import Studio
from dashboard.publish.slides.deck import Slides
from dashboard.publish.slides.template import RATIOS
from dashboard.publish.tokens import Theme
from dashboard.publish.written import FileError, write_whole
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.asked import (
    AskedError,
    day_asked,
    ratio_asked,
    scenes_asked,
    state_asked,
)
from dashboard.story.briefing.story import Briefing, briefing
from dashboard.story.frames import Frame, build_frames


@dataclass(frozen=True)
class Request:
    """What a briefing shall be, as texts; what is None was not said."""

    date: str | None = None
    state: str | None = None
    scenes: str | None = None
    ratio: str | None = None


@dataclass(frozen=True)
class Materials:
    """What a briefing is made from."""

    ledger: Ledger
    frames: tuple[Frame, ...]
    geometry: Geometry
    colours: Mapping[Theme, Mapping[str, str]]

    @classmethod
    def of(
        cls, ledger: Ledger, boundaries: Path, colours: Mapping[Theme, Mapping[str, str]]
    ) -> "Materials":
        """The materials of a record and its map."""
        return cls(ledger, build_frames(ledger), Geometry.read(ledger, boundaries), colours)

    @property
    def slides(self) -> Slides:
        """What makes the decks."""
        shapes = self.geometry
        return Slides(
            self.ledger,
            self.frames,
            shapes.states,
            shapes.backdrop,
            shapes.labels,
            self.colours["light"],
        )

    @property
    def handouts(self) -> Handouts:
        """What makes the handouts."""
        outlines = Outlines(self.geometry)
        return Handouts(Studio(self.ledger, self.frames, outlines, self.colours))


def write_brief(materials: Materials, path: Path, request: Request) -> int:
    """Write the briefing to a file and return its size in bytes.

    Without a day it is that through which the record is verified.

    Raises:
        AskedError: something of the request cannot be had.
        FileError: the name has another ending, or the file cannot be written.
    """
    make = FORMS.get(path.suffix.lower())
    if make is None:
        raise FileError(f"{path}: expected a name that ends in {' or '.join(FORMS)}")
    verified = materials.ledger.pack.treaty.verified_through
    day = day_asked(request.date) if request.date is not None else verified
    content = make(materials, request, day)
    write_whole(path, content)
    return len(content)


def _told(materials: Materials, request: Request, day: date) -> Briefing:
    state = None
    if request.state is not None:
        state = state_asked(materials.ledger, request.state)
    return briefing(materials.ledger, materials.frames, day, state)


def _pptx(materials: Materials, request: Request, day: date) -> bytes:
    ratio = ratio_asked(request.ratio or next(iter(RATIOS)), RATIOS)
    told = _told(materials, request, day)
    named = request.scenes
    scenes = told.chosen(told.told) if named is None else scenes_asked(told, named)
    return materials.slides.pptx(day, scenes, ratio)


def _pdf(materials: Materials, request: Request, day: date) -> bytes:
    state = state_asked(materials.ledger, request.state) if request.state is not None else None
    for name in ("scenes", "ratio"):
        if getattr(request, name) is not None:
            raise AskedError(name, "is for slides (a handout is told whole, on A4)")
    return materials.handouts.pdf(day, state).content


Maker: TypeAlias = Callable[[Materials, Request, date], bytes]
FORMS: Mapping[str, Maker] = MappingProxyType({".pptx": _pptx, ".pdf": _pdf})
"""What makes a briefing, by the ending of the file."""
