"""Lettering for pictures: one font that comes with Pillow, coloured words, lines that fit."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from PIL import ImageDraw, ImageFont

WEIGHT = 0.018
"""Thickness of the outline that makes a letter bold, by size: the font has one weight only."""
LEADING = 1.26
"""Height of a line by the size of its letters."""
STAND_INS = {"–": "-", "—": "-", "−": "-", "\u00a0": " ", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O"}
"""What is drawn for letters that the font lacks and that have no plain letter inside them."""

Run: TypeAlias = tuple[str, str]
"""A piece of text and its colour."""
Word: TypeAlias = tuple[Run, ...]
"""Runs without a space between them: ``Latvia`` in red and its comma in ink."""
Line: TypeAlias = Sequence[Word]


@dataclass(frozen=True)
class Style:
    """Letters of a size, in pixels, that may be bold."""

    size: int
    bold: bool = False

    @property
    def stroke(self) -> float:
        return self.size * WEIGHT if self.bold else 0

    @property
    def leading(self) -> int:
        return round(self.size * LEADING)

    def width(self, text: str) -> float:
        """How far a text reaches, in pixels; bold letters need room for their outlines."""
        return font(self.size).getlength(drawable(text)) + 1.5 * self.stroke * len(text)


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The font inside Pillow (Aileron): no font file has to be shipped or found."""
    found = ImageFont.load_default(size)
    if not isinstance(found, ImageFont.FreeTypeFont):
        raise RuntimeError("Pillow was built without FreeType")
    return found


@cache
def has(character: str) -> bool:
    """Whether the font can draw a character; for all that it cannot it draws the same box."""
    sample = font(32)
    return character == " " or bytes(sample.getmask(character)) != bytes(sample.getmask("\uffff"))


def drawable(text: str) -> str:
    """The text in letters that the font has: ``Häkkänen`` becomes ``Hakkanen``; else ``?``."""
    return "".join(map(_drawable, text))


@cache
def _drawable(character: str) -> str:
    choices = (character, STAND_INS.get(character), unicodedata.normalize("NFKD", character)[0])
    return next((choice for choice in choices if choice and has(choice)), "?")


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
    x, y = at
    edge = draw.im.size[0]
    # Letter by letter, so that there is room between outlines; lengths keep the font's kerning.
    for index, letter in enumerate(drawable(text), start=1):
        left = x + style.width(text[:index]) - style.width(letter)
        if left > edge:
            return
        draw.text(
            (left, y),
            letter,
            fill=colour,
            font=font(style.size),
            anchor="ls",
            stroke_width=style.stroke,
            stroke_fill=colour,
        )
