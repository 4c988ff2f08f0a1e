"""Writes text into pictures: the fonts of the page, coloured words, line breaks that fit a box."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from fontpkg.pil import truetype
from PIL import ImageDraw, ImageFont

SANS, SERIF = "inter", "noto-serif"
"""The two fonts of the page by their names in fontpkg; both have Latin, Greek and Cyrillic."""
REGULAR, BOLD = 400, 700
LEADING = 1.26
"""Height of a line, as a multiple of the size of its letters."""
NOTHING = "\uffff"
"""No character: a font draws for it the box that stands for every character it lacks."""

Run: TypeAlias = tuple[str, str]
"""A piece of text and its colour."""
Word: TypeAlias = tuple[Run, ...]
"""Runs without a space between them: ``Latvia`` in red and its comma in ink."""
Line: TypeAlias = Sequence[Word]


@dataclass(frozen=True)
class Style:
    """How text is written: size in pixels, bold or not, and the font (``SANS`` or ``SERIF``)."""

    size: int
    bold: bool = False
    face: str = SANS

    @property
    def leading(self) -> int:
        """The distance from one baseline to the next, in pixels."""
        return round(self.size * LEADING)

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        """The font as Pillow wants it."""
        return font(self.face, self.size, BOLD if self.bold else REGULAR)

    def width(self, text: str) -> float:
        """How far a text reaches, in pixels."""
        return self.font.getlength(drawable(text, self.face))


@cache
def font(face: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """A face at a size and a weight; set the same way on every machine."""
    found: ImageFont.FreeTypeFont = truetype(
        face, size, weight, layout_engine=ImageFont.Layout.BASIC
    )
    return found


@cache
def has(character: str, face: str = SANS) -> bool:
    """Whether a face can draw a character; for all that it cannot it draws the same box."""
    sample = font(face, 32, REGULAR)
    return character == " " or bytes(sample.getmask(character)) != bytes(sample.getmask(NOTHING))


def drawable(text: str, face: str = SANS) -> str:
    """The text in letters that the face has: a plainer letter for one it lacks, else ``?``."""
    return "".join(_drawable(letter, face) for letter in unicodedata.normalize("NFC", text))


@cache
def _drawable(character: str, face: str) -> str:
    choices = (character, unicodedata.normalize("NFKD", character)[0])
    return next((choice for choice in choices if has(choice, face)), "?")


def words(runs: Iterable[Run]) -> list[Word]:
    """Coloured text as words: lines may break between them."""
    found: list[list[Run]] = [[]]
    for text, colour in runs:
        for index, part in enumerate(text.split(" ")):
            if index:
                found.append([])
            if part:
                found[-1].append((part, colour))
    return [tuple(word) for word in found if word]


def lines(content: Sequence[Word], style: Style, width: float) -> list[Line]:
    """The words in as few lines as ``width`` pixels take; a longer word has a line of its own."""
    found: list[list[Word]] = []
    left = 0.0
    for word in content:
        needed = _width(word, style)
        if not found or needed > left:
            found.append([])
            left = width
        found[-1].append(word)
        left -= needed + style.width(" ")
    return list(found)


def fitted(
    content: Sequence[Word], styles: Iterable[Style], width: float, height: float
) -> tuple[Style, list[Line]]:
    """The lines in the first of the styles with which they fit the box, else in the last.

    They are about equally long, so that no word stands alone in the last one.
    """
    for style in styles:
        broken = lines(content, style, width)
        fits = max(_width(word, style) for word in content) <= width
        if fits and len(broken) * style.leading <= height:
            break
    even = (lines(content, style, width * share / 100) for share in range(50, 100))
    return style, next((found for found in even if len(found) == len(broken)), broken)


def _width(word: Word, style: Style) -> float:
    return sum(style.width(text) for text, _ in word)


def write(draw: ImageDraw.ImageDraw, at: tuple[float, float], line: Line, style: Style) -> None:
    """Write a line of coloured words with its baseline at ``at`` (pixels)."""
    x, y = at
    for word in line:
        for text, colour in word:
            _write(draw, (x, y), text, style, colour)
            x += style.width(text)
        x += style.width(" ")


def _write(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, style: Style, colour: str
) -> None:
    edge = draw.im.size[0]
    # What lies beyond the edge is not drawn: an endless word would take its time.
    shown = bisect_left(range(len(text) + 1), edge - at[0], key=lambda end: style.width(text[:end]))
    draw.text(at, drawable(text[:shown], style.face), fill=colour, font=style.font, anchor="ls")
