"""Diagonal lines, which say that a standing is running out or disputed."""

from functools import cache
from math import sqrt

from PIL import Image, ImageDraw

THICKNESS = 1 / 5
"""Of a line, by the distance between two."""


@cache
def diagonals(size: tuple[int, int], distance: int, rises: bool) -> Image.Image:
    """A mask of diagonal lines that rise or fall to the right.

    ``distance`` is that from one line to the next along the horizontal, in pixels.
    """
    width, height = size
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    for x in range(-height, width, distance):
        ends = [(x, height), (x + height, 0)] if rises else [(x, 0), (x + height, height)]
        draw.line(ends, fill=255, width=round(distance * THICKNESS / sqrt(2)))
    return mask
