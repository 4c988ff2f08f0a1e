"""Lanes as shapes: a group a state, the scale of days above, the day of the briefing a line."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from dashboard.publish.drawingml import Box, Fill, Line, Paragraph, Run, group, shape, text_box
from dashboard.publish.slides.measure import fitting, leading, width
from dashboard.publish.slides.palette import Palette
from dashboard.record.dates import MONTHS, day_in_short
from dashboard.story.briefing.scene import Lane, Lanes

SIZE, LARGE = 14, 16
"""Points of letters; names are large where the lanes are high."""
SCALE = 24.0
"""Height of the scale above the lanes, in points."""
WIDEST_NAME = 200.0
HIGHEST = 62.0
DATED = 40.0
"""Height of a lane from which on there is room for days below its stretches."""
STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""Months from one mark of the scale to the next: the first that leaves room is taken."""
BESIDE_LINE = 3.0
"""Points from the beginning of a stretch to its day below, so that the line of today is clear."""
MARK = 74.0
"""Points that a mark of the scale needs."""


class Timeline:
    """Where days and lanes lie in a box of a slide."""

    def __init__(self, lanes: Lanes, box: Box) -> None:
        self.top = box.top + SCALE
        self.row = min((box.bottom - self.top) / len(lanes.lanes), HIGHEST)
        size = self.name_size = LARGE if self.row >= leading(LARGE) else SIZE
        self.names = [fitting(lane.name, WIDEST_NAME, size, bold=True) for lane in lanes.lanes]
        self.left = box.left + max(width(name, size, bold=True) for name in self.names) + 12
        self.lanes, self.box = lanes, box
        self.days = max((lanes.last - lanes.first).days, 0) + 1
        self.day = (box.right - self.left) / self.days

    def x(self, day: date) -> float:
        """Where a day begins."""
        share = (day - self.lanes.first).days / self.days
        return self.left + share * (self.box.right - self.left)

    def end(self, lane: Lane) -> float:
        """Where a lane ends: with the day after its last."""
        return min(self.x(min(lane.stretches[-1].last, self.lanes.last)) + self.day, self.box.right)

    @property
    def bottom(self) -> float:
        """The foot of the last lane."""
        return self.top + self.row * len(self.names)


def lanes_xml(lanes: Lanes, day: date, box: Box, palette: Palette) -> str:
    """All lanes with scale and day, in a box."""
    line = Timeline(lanes, box)
    tablet = _tablet(line, day)
    parts = [*_scale(line, tablet), *_rows(line, line.x(day) if tablet else None, palette)]
    if tablet:
        rule = Box(line.x(day) - 1, line.top - 2, 2, line.bottom - line.top + 2)
        words = Paragraph((Run(day_in_short(day), SIZE, "bg1", bold=True),))
        parts += [
            shape("Line of the day", rule, Fill("tx1")),
            shape("The day", tablet, Fill("tx1"), paragraphs=[words]),
        ]
    return "".join(parts)


def _tablet(line: Timeline, day: date) -> Box | None:
    """Where the day of the briefing stands in the scale; None where the lanes end before it."""
    if not line.lanes.first <= day <= line.lanes.last:
        return None
    wide = width(day_in_short(day), SIZE, bold=True) + 12
    left = min(max(line.x(day) - wide / 2, line.box.left), line.box.right - wide)
    return Box(left, line.box.top - 1, wide, leading(SIZE) + 2)


def _scale(line: Timeline, tablet: Box | None) -> Iterator[str]:
    for mark, words in _marks(line):
        x = line.x(mark)
        yield shape("Mark", Box(x, line.top, 0.75, line.bottom - line.top), Fill("bg2"))
        place = Box(x, line.box.top, width(words, SIZE), leading(SIZE))
        if place.right <= line.box.right and not (tablet and place.meets(tablet)):
            yield text_box("Scale", place, [Paragraph((Run(words, SIZE, "tx2"),))])


def _marks(line: Timeline) -> Iterator[tuple[date, str]]:
    """The days of the scale with their words: months or years, as many as there is room for."""
    first, last = line.lanes.first, line.lanes.last
    months = max(line.days / 30.4, 1)
    room = (line.box.right - line.left) / MARK
    step = next((step for step in STEPS if months / step <= room), STEPS[-1])
    number = (first.year * 12 + first.month - 1) // step * step
    while number < last.year * 12 + last.month:
        if number >= 12:
            mark = date(number // 12, number % 12 + 1, 1)
            if first <= mark <= last:
                month = "" if step % 12 == 0 else f"{MONTHS[number % 12][:3]} "
                yield mark, f"{month}{mark.year}"
        number += step


def _rows(line: Timeline, today: float | None, palette: Palette) -> Iterator[str]:
    for index, lane in enumerate(line.lanes.lanes):
        top = line.top + index * line.row
        yield _row(line, lane, (line.names[index], top, today), palette)


def _row(line: Timeline, lane: Lane, at: tuple[str, float, float | None], palette: Palette) -> str:
    """One lane: name and stretches, which say themselves in a sentence.

    ``at`` is its name, its upper edge and where the line of the day stands.
    """
    name, top, today = at
    dated = line.row >= DATED
    high = leading(line.name_size) if dated else min(line.row * 0.7, leading(line.name_size))
    bar = top + (4 if dated else (line.row - high) / 2)
    parts = [
        text_box(
            "Name",
            Box(
                line.box.left,
                bar + (high - leading(line.name_size)) / 2,
                line.left - line.box.left - 8,
                leading(line.name_size),
            ),
            [Paragraph((Run(name, line.name_size, bold=True),))],
        )
    ]
    ends = [line.x(part.first) for part in lane.stretches[1:]]
    for part, right in zip(lane.stretches, [*ends, line.end(lane)], strict=True):
        box = Box(line.x(part.first), bar, max(right - line.x(part.first), 1), high)
        edge = Line(palette.colour(part.standing), 0.75, dashed=True) if part.expected else None
        parts.append(shape("Stretch", box, palette.fill(part.standing, part.expected), edge))
    if dated:
        parts += _days(line, lane, bar + high + 1, today)
    whole = Box(line.box.left, top, line.box.width, line.row)
    return group(lane.name, whole, lane.sentence, parts)


def _days(line: Timeline, lane: Lane, top: float, today: float | None) -> Iterator[str]:
    """The days on which stretches begin, the latest first; where two would touch, the later."""
    free = line.box.right
    changes = [
        after.first
        for before, after in pairwise(lane.stretches)
        if after.standing != before.standing
    ]
    for change in reversed(changes):
        words = day_in_short(change)
        wide = width(words, SIZE)
        left = min(line.x(change) + BESIDE_LINE, line.box.right - wide)
        if today is not None and left < today < left + wide:
            left = today - wide - BESIDE_LINE - 1
        if left + wide <= free:
            place = Box(left, top, wide, leading(SIZE))
            yield text_box("Day", place, [Paragraph((Run(words, SIZE, "tx2"),))])
            free = left - 8
