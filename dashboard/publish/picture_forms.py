"""The forms of a picture, and the request for one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from dashboard.publish.tokens import Theme
from dashboard.publish.typesetting import Format

Form: TypeAlias = Literal["wide", "square", "map"]
SCALES = (1, 2, 4)


@dataclass(frozen=True)
class Shape:
    """The size of a form and the room for its map, in pixels."""

    size: tuple[int, int]
    map: tuple[int, int]


FORMS: Mapping[Form, Shape] = {
    "wide": Shape((1200, 630), (540, 630)),
    "square": Shape((1080, 1080), (600, 660)),
    "map": Shape((1920, 1080), (1240, 1080)),
}
"""Wide for previews of links, square for feeds, map for slides and walls."""


@dataclass(frozen=True)
class Request:
    """Which picture: of a day, of the whole view or with a ``state`` (``iso_a3``) in its middle.

    ``scale`` enlarges a PNG; to an SVG and a PDF it is nothing.
    """

    day: date
    format: Format = "png"
    state: str | None = None
    form: Form = "wide"
    scale: int = 1
    theme: Theme = "light"

    @property
    def pixels(self) -> int:
        """How many there are in a PNG of it."""
        width, height = FORMS[self.form].size
        return width * height * self.scale**2

    @property
    def settled(self) -> "Request":
        """The same request, equal to all others that the same picture answers."""
        return self if self.format == "png" else replace(self, scale=1)
