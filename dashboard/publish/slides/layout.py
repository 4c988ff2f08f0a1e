"""Where the words of a scene stand on its slide: beside its map, or above its picture."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from dashboard.publish.drawingml import Box, Paragraph, Run, text_box, title
from dashboard.publish.slides.blocks import (
    ALONE,
    BESIDE_MAP,
    LENGTHS,
    TRIES,
    WITH_PICTURE,
    Block,
    Sizes,
    figures,
    heading,
    texts,
)
from dashboard.publish.slides.legend import legend_height
from dashboard.publish.slides.measure import height, leading
from dashboard.publish.slides.palette import Palette
from dashboard.story.briefing.scene import Scene

MARGIN, SIDE = 26.0, 40.0
BESIDE = 24.0
"""Points between the map and the words beside it."""
KICKER, SOURCE = 14, 12
MAP_SHARE, LEAST_COLUMN = 0.57, 300.0
"""Of the slide's width that the map takes, where it leaves so many points for the words."""
LEAST_PICTURE, ABOVE_PICTURE = 190.0, 16.0
ROW_OF_PICTURE = 19.0
"""Points that a lane or a bar has at least; the scale of the lanes takes as much again."""
LOWERED, MOST_LOWERED = 0.3, 48.0
"""Of the free height below them, and how many points, words without a picture stand lower."""
COLUMNS_APART = 28.0
ROWS_BESIDE, ROWS_ALONE = (1, 2), (3,)
"""How many figures stand in a row: beside a map more than one only where it is full."""


@dataclass(frozen=True)
class Placed:
    """What a slide holds of words, in reading order, and the boxes of legend and picture."""

    title: str
    kicker: str
    blocks: tuple[str, ...]
    source: str
    legend: Box
    picture: Box


def map_box(width: float, height: float) -> Box:
    """The map on a slide."""
    return Box(0, 0, round(min(width * MAP_SHARE, width - LEAST_COLUMN - 2 * BESIDE)), height)


def placed(
    scene: Scene, kicker: str, sources: Iterable[str], slide: tuple[float, float], palette: Palette
) -> Placed:
    """The words of a scene in the largest letters with which all of them fit."""
    width, high = slide
    picture = map_box(width, high) if scene.map else None
    left = picture.right + BESIDE if picture else SIDE
    room = width - left - (BESIDE if picture else SIDE)
    source = _source(sources, room)
    source_high = height([source], room)
    source_box = Box(left, high - MARGIN + 6 - source_high, room, source_high)
    legend_high = legend_height(scene.drawn, room, palette)
    legend = Box(left, source_box.top - 10 - legend_high, room, legend_high)
    above = Box(left, MARGIN, room, leading(KICKER))
    top = above.bottom + 6
    area = Box(left, top, room, legend.top - 8 - top)
    words = _fitted(scene, area, palette)
    if not (picture or has_picture(scene)):
        words = words.lowered(min((area.bottom - words.bottom) * LOWERED, MOST_LOWERED))
    return Placed(
        title("Sentence", words.title_box, words.title),
        text_box("Day and scene", above, [Paragraph((Run(kicker, KICKER, "tx2", bold=True),))]),
        tuple(block.xml(box) for block, box in words.blocks),
        text_box("Sources", source_box, [source]) if source.runs[0].text else "",
        legend,
        Box(left, words.bottom + ABOVE_PICTURE, room, area.bottom - words.bottom - ABOVE_PICTURE),
    )


@dataclass(frozen=True)
class Words:
    """Title and blocks with their boxes, and where they end."""

    title: Paragraph
    title_box: Box
    blocks: tuple[tuple[Block, Box], ...]
    bottom: float

    def lowered(self, by: float) -> "Words":
        """The same with the blocks so many points further down."""
        blocks = ((block, box._replace(top=box.top + by)) for block, box in self.blocks)
        return replace(self, blocks=tuple(blocks), bottom=self.bottom + by)


def has_picture(scene: Scene) -> bool:
    """Whether a picture stands below the words."""
    return bool(scene.lanes or scene.bars or scene.steps)


def _fitted(scene: Scene, area: Box, palette: Palette) -> Words:
    below = has_picture(scene)
    largest = BESIDE_MAP if scene.map else WITH_PICTURE if below else ALONE
    limit = area.bottom - (_least_picture(scene) if below else 0)
    for most, per_row in product(LENGTHS, ROWS_BESIDE if scene.map else ROWS_ALONE):
        for step in range(TRIES):
            words = _set(scene, area, largest.smaller(step), (most, per_row), palette)
            if words.bottom <= limit:
                return words
    return words


def _set(scene: Scene, area: Box, sizes: Sizes, limits: tuple[int, int], palette: Palette) -> Words:
    """The words in these sizes; ``limits`` are letters a text and figures a row."""
    most, per_row = limits
    sentence = heading(scene.sentence, sizes.title, most, palette)
    title_box = Box(area.left, area.top, area.width, height([sentence], area.width))
    gap = sizes.caption * 0.65 if scene.map else sizes.caption
    rows = [*_rows(figures(scene, sizes, most), per_row)]
    rows += [[block] for block in texts(scene, sizes, most)]
    found: list[tuple[Block, Box]] = []
    bottom = title_box.bottom
    for row in rows:
        top = bottom + gap
        apart = COLUMNS_APART if not scene.map else gap
        wide = (area.width - apart * (len(row) - 1)) / len(row)
        high = max(block.height(wide) for block in row)
        for index, block in enumerate(row):
            left = area.left + index * (wide + apart)
            found.append((block, Box(left, top, wide, high)))
        bottom = top + high
    return Words(sentence, title_box, tuple(found), bottom)


def _rows(blocks: Sequence[Block], per_row: int) -> Iterator[list[Block]]:
    """Figures side by side, so many in a row at most."""
    for start in range(0, len(blocks), per_row):
        yield list(blocks[start : start + per_row])


def _source(sources: Iterable[str], room: float) -> Paragraph:
    """The source line: the longest that two lines hold."""
    for text in sources:
        found = Paragraph((Run(text, SOURCE, "tx2"),))
        if height([found], room) <= 2 * leading(SOURCE):
            break
    return found


def _least_picture(scene: Scene) -> float:
    """How high the picture of a scene is at least."""
    rows = len(scene.bars) + (len(scene.lanes.lanes) + 2 if scene.lanes else 0)
    return max(LEAST_PICTURE, rows * ROW_OF_PICTURE) + ABOVE_PICTURE
