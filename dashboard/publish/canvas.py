"""Draws a picture at three times its size and reduces it at the end, so that edges are smooth."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from dashboard.publish.lettering import SANS, Line, Style, write

FINE = 3
"""Pixels of the large drawing for one pixel of the picture, in each direction."""


def fine(length: float) -> int:
    """A length of the picture in pixels of the large drawing."""
    return round(length * FINE)


def letters(size: float, bold: bool = False, face: str = SANS) -> Style:
    """Letters for the large drawing; ``size`` in pixels of the picture."""
    return Style(fine(size), bold, face)


class Canvas:
    """A picture to draw on, ``size`` wide and high, in one ``colour`` (``#rrggbb``) at first.

    Places and lengths are in pixels of the picture, from its upper left corner.
    """

    def __init__(self, size: tuple[int, int], colour: str) -> None:
        self._sheet = Image.new("RGB", (fine(size[0]), fine(size[1])), colour)
        self._draw = ImageDraw.Draw(self._sheet)

    def paste(self, image: Image.Image, at: tuple[float, float], radius: float) -> None:
        """Put an image, ``FINE`` times as large as it shall be, with its upper left corner ``at``.

        ``radius`` is that of its rounded corners.
        """
        mask = Image.new("L", image.size)
        whole = (0, 0, image.width - 1, image.height - 1)
        ImageDraw.Draw(mask).rounded_rectangle(whole, fine(radius), fill=255)
        self._sheet.paste(image, (fine(at[0]), fine(at[1])), mask)

    def line(self, ends: Sequence[tuple[float, float]], colour: str) -> None:
        """Draw a line through these points, a pixel wide."""
        self._draw.line([(fine(x), fine(y)) for x, y in ends], fill=colour, width=FINE)

    def write(self, at: tuple[float, float], lines: Sequence[Line], style: Style) -> float:
        """Write lines; the first baseline is at ``at``. Returns where (y) the next would be."""
        x, y = at
        for line in lines:
            write(self._draw, (fine(x), fine(y)), line, style)
            y += style.leading / FINE
        return y

    def reduced(self) -> Image.Image:
        """The picture in its own size."""
        return self._sheet.reduce(FINE)
