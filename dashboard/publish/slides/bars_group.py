"""Lengths as bars, each a group of name, bar and value."""

from collections.abc import Iterator, Sequence

from dashboard.publish.drawingml import Box, Paragraph, Run, group, shape, text_box
from dashboard.publish.slides.measure import fitting, leading, width
from dashboard.publish.slides.palette import Palette
from dashboard.story.briefing.scene import Bar

SIZE = 18
HIGHEST = 56.0
WIDEST_NAME = 200.0


def bars_xml(bars: Sequence[Bar], box: Box, palette: Palette) -> str:
    """The bars below one another, the longest across the box."""
    return "".join(_bars(bars, box, palette))


def _bars(bars: Sequence[Bar], box: Box, palette: Palette) -> Iterator[str]:
    row = min(box.height / len(bars), HIGHEST)
    size = SIZE if row >= leading(SIZE) else 14
    names = [fitting(bar.name, WIDEST_NAME, size, bold=True) for bar in bars]
    left = box.left + max(width(name, size, bold=True) for name in names) + 12
    values = max(width(bar.label, size) for bar in bars) + 10
    longest = max(bar.value for bar in bars) or 1
    for index, (bar, name) in enumerate(zip(bars, names, strict=True)):
        top = box.top + index * row
        middle = top + (row - leading(size)) / 2
        long = max((box.right - values - left) * bar.value / longest, 1)
        drawn = Box(left, top + row * 0.15, long, row * 0.7)
        value = Box(drawn.right + 10, middle, width(bar.label, size), leading(size))
        parts = [
            text_box(
                "Name",
                Box(box.left, middle, left - box.left - 8, leading(size)),
                [Paragraph((Run(name, size, bold=True),))],
            ),
            shape("Bar", drawn, palette.fill(bar.standing)),
            text_box("Value", value, [Paragraph((Run(bar.label, size),))]),
        ]
        alt = f"{bar.name}: {bar.label}, {palette.words[bar.standing].lower()}"
        yield group(bar.name, Box(box.left, top, box.width, row), alt, parts)
