"""A sheet to draw on in the pixels of a picture: finer than these, and reduced at the end."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from dashboard.publish.lettering import SANS, Line, Style, write

FINE = 3
"""So many times larger than the picture is the sheet, for smooth edges."""


def fine(length: float) -> int:
    """A length on the sheet, of one in the picture."""
    return round(length * FINE)


def letters(size: float, bold: bool = False, face: str = SANS) -> Style:
    """Letters as they are on the sheet, of a size in the picture."""
    return Style(fine(size), bold, face)


class Canvas:
    """A sheet of one colour. Places and lengths are in pixels of the picture."""

    def __init__(self, size: tuple[int, int], colour: str) -> None:
        self._sheet = Image.new("RGB", (fine(size[0]), fine(size[1])), colour)
        self._draw = ImageDraw.Draw(self._sheet)

    def paste(self, image: Image.Image, at: tuple[float, float], radius: float) -> None:
        """Put an image of the sheet's fineness on it, with its upper left corner there."""
        mask = Image.new("L", image.size)
        whole = (0, 0, image.width - 1, image.height - 1)
        ImageDraw.Draw(mask).rounded_rectangle(whole, fine(radius), fill=255)
        self._sheet.paste(image, (fine(at[0]), fine(at[1])), mask)

    def line(self, ends: Sequence[tuple[float, float]], colour: str) -> None:
        """A straight line, as thin as a pixel."""
        self._draw.line([(fine(x), fine(y)) for x, y in ends], fill=colour, width=FINE)

    def write(self, at: tuple[float, float], lines: Sequence[Line], style: Style) -> float:
        """Write lines; the baseline of the first is ``at``. Returns where one more would be."""
        x, y = at
        for line in lines:
            write(self._draw, (fine(x), fine(y)), line, style)
            y += style.leading / FINE
        return y

    def reduced(self) -> Image.Image:
        """The picture."""
        return self._sheet.reduce(FINE)
