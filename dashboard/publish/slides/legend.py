"""The legend of a slide: every standing that its picture draws, in words."""

from collections.abc import Sequence

from dashboard.publish.drawingml import Box, Paragraph, Run, around, group, shape, text_box
from dashboard.publish.slides.measure import leading, width
from dashboard.publish.slides.palette import Palette
from dashboard.record.kinds import Standing

SIZE = 14
ROW = 22.0
SWATCH = (22.0, 13.0)
GAP, BETWEEN = 7.0, 18.0


def legend_height(standings: Sequence[Standing], room: float, palette: Palette) -> float:
    """How high the legend is in a width, in points."""
    return (1 + max((row for row, _, _ in _flow(standings, room, palette)), default=-1)) * ROW


def legend(standings: Sequence[Standing], box: Box, palette: Palette) -> str:
    """The legend as a group, from the upper left corner of a box on; nothing without standings."""
    parts, boxes = [], []
    for standing, (row, x, wide) in zip(
        standings, _flow(standings, box.width, palette), strict=True
    ):
        top, left = box.top + row * ROW, box.left + x
        swatch = Box(left, top + (leading(SIZE) - SWATCH[1]) / 2, *SWATCH)
        words = Box(swatch.right + GAP, top, wide, leading(SIZE))
        parts.append(shape("Swatch", swatch, palette.fill(standing)))
        run = Run(palette.words[standing], SIZE)
        parts.append(text_box("Standing", words, [Paragraph((run,))]))
        boxes += [swatch, words]
    return group("Legend", around(boxes), "", parts) if parts else ""


def _flow(
    standings: Sequence[Standing], room: float, palette: Palette
) -> list[tuple[int, float, float]]:
    """Row, left edge and width of the words of each."""
    found: list[tuple[int, float, float]] = []
    row, x = 0, 0.0
    for standing in standings:
        words = width(palette.words[standing], SIZE)
        needed = SWATCH[0] + GAP + words
        if x and x + needed > room:
            row, x = row + 1, 0.0
        found.append((row, x, words))
        x += needed + BETWEEN
    return found
