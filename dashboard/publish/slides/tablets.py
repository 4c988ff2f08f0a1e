"""Names on the map: each on a tablet of its state's colour, placed so that none hides another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from dashboard.publish.drawingml import Box, Fill, Paragraph, Run, shape
from dashboard.publish.slides.ground import Ground
from dashboard.publish.slides.measure import fitting, leading, width
from dashboard.publish.slides.palette import Palette
from dashboard.record.kinds import Standing
from dashboard.story.briefing.scene import SceneMap

SIZE = 14
"""Of the letters, in points."""
PADDING = 5.0
LEAST_ROOM = 116.0
"""Points that a second line may be wide on a state that is narrower."""
WIDEST = 170.0
NUDGES = sorted(
    product((0, -7, 7, -14, 14), (0, -6, 6, -12, 12, -18, 18, -24, 24, -32, 32)),
    key=lambda nudge: abs(nudge[0]) + abs(nudge[1]),
)
"""By how many points a tablet may stand to the right of its place and below it, nearest first."""


@dataclass(frozen=True)
class Tablet:
    """A name and, where there is room, a line below it; both lie in ``box``."""

    iso_a3: str
    name: str
    below: str
    box: Box


def tablets(ground: Ground, drawn: SceneMap, names: Mapping[str, str]) -> Sequence[Tablet]:
    """The names of the states that a map tells of: all of them first, then second lines."""
    placed: dict[str, Tablet] = {}
    for iso in drawn.standings:
        if iso in ground.labels:
            name = fitting(names[iso], WIDEST, SIZE, bold=True)
            others = [tablet.box for tablet in placed.values()]
            placed[iso] = _free(ground, iso, name, "", others)
    for iso in _by_weight(drawn, placed):
        others = [tablet.box for other, tablet in placed.items() if other != iso]
        room = min(max(LEAST_ROOM, ground.width(iso)), ground.box.width)
        for below in drawn.below.get(iso, ()):
            larger = _free(ground, iso, placed[iso].name, below, others)
            if width(below, SIZE) <= room and not _hidden(larger.box, others):
                placed[iso] = larger
                break
    return list(placed.values())


def tablet_xml(tablet: Tablet, standing: Standing, palette: Palette) -> str:
    """The tablet as a shape with text."""
    ink = palette.on(palette.colour(standing))
    name = Paragraph((Run(tablet.name, SIZE, ink, bold=True),))
    below = [Paragraph((Run(tablet.below, SIZE, ink),))] if tablet.below else []
    return shape(
        f"Name of {tablet.name}",
        tablet.box,
        Fill(palette.colour(standing)),
        paragraphs=[name, *below],
        form="roundRect",
    )


def _by_weight(drawn: SceneMap, placed: Iterable[str]) -> Iterator[str]:
    """The states whose second line tells most: those in focus, then all that are not bound."""
    told = [iso for iso in placed if drawn.standings[iso] is not Standing.PARTY]
    yield from sorted(told, key=lambda iso: iso not in drawn.focus)


def _free(ground: Ground, iso: str, name: str, below: str, others: Sequence[Box]) -> Tablet:
    """The tablet as near to its place as the others allow; there, where they allow none."""
    boxes = [_box(ground, iso, name, below, nudge) for nudge in NUDGES]
    box = next((box for box in boxes if not _hidden(box, others)), boxes[0])
    return Tablet(iso, name, below, box)


def _hidden(box: Box, others: Sequence[Box]) -> bool:
    return any(box.meets(other) for other in others)


def _box(ground: Ground, iso: str, name: str, below: str, nudge: tuple[float, float]) -> Box:
    x, y = ground.labels[iso]
    wide = max(width(name, SIZE, bold=True), width(below, SIZE)) + 2 * PADDING
    high = leading(SIZE) * (2 if below else 1) + 2
    left = min(max(x + nudge[0] - wide / 2, ground.box.left + 2), ground.box.right - wide - 2)
    top = min(max(y + nudge[1] - high / 2, ground.box.top + 2), ground.box.bottom - high - 2)
    return Box(left, top, wide, high)
