"""Makes the files of single days that a copy of the site holds: slides, handouts, pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from dashboard.publish.brief_file import Materials
from dashboard.publish.handout import Handouts
from dashboard.publish.outlines import Outlines
from dashboard.publish.picture import Studio
from dashboard.publish.picture_forms import Request
from dashboard.publish.slides.deck import Slides
from dashboard.story.briefing.story import briefing


@dataclass(frozen=True)
class DayFiles:
    """Makes them of one record; what all of a kind need is made once."""

    materials: Materials

    @cached_property
    def _slides(self) -> Slides:
        return self.materials.slides

    @cached_property
    def _studio(self) -> Studio:
        made = self.materials
        return Studio(made.ledger, made.frames, Outlines(made.geometry), made.colours)

    def slides(self, day: date) -> bytes:
        """The usual scenes of a day, 16:9."""
        told = briefing(self.materials.ledger, self.materials.frames, day, None)
        return self._slides.pptx(day, told.chosen(told.told))

    def handout(self, day: date) -> bytes:
        """The handout of all states."""
        return Handouts(self._studio).pdf(day).content

    def picture(self, request: Request) -> bytes:
        """The picture that is asked for."""
        return self._studio.picture(request).content


Maker: TypeAlias = Callable[[DayFiles, date], bytes]
MAKERS: Mapping[str, tuple[str, Maker]] = MappingProxyType(
    {
        "slides/{day}.pptx": ("slides", DayFiles.slides),
        "handout/{day}.pdf": ("handouts", DayFiles.handout),
        "picture/{day}-wide.png": (
            "pictures",
            lambda files, day: files.picture(Request(day, scale=2)),
        ),
        "picture/{day}-wide.svg": (
            "pictures",
            lambda files, day: files.picture(Request(day, "svg")),
        ),
        "picture/{day}-map.png": (
            "pictures",
            lambda files, day: files.picture(Request(day, form="map", scale=2)),
        ),
        "preview/{day}.png": ("previews", lambda files, day: files.picture(Request(day))),
    }
)
"""The kind of each file, and what makes it, by its address with the ``{day}`` in it."""
