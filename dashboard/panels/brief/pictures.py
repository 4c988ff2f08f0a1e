"""The pictures of scenes beside the map, as numbers from 0 to 1 for the browser to draw."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dashboard.record.dates import MONTHS, day_in_short, day_in_words
from dashboard.story.briefing.scene import Bar, Lanes, Step

MOST_TICKS = 4
"""What has room below the narrowest picture."""
MONTH_STEPS, YEAR_STEPS = (1, 2, 3, 6, 12), (1, 2, 3, 4, 5, 10, 20)
HEIGHT_STEP = 50
"""Numbers of parties between two lines across."""


def lanes_picture(lanes: Lanes, day: date) -> dict[str, Any]:
    """Lanes with the days below them; ``today`` is the line of the day, if it lies among them."""
    first, last = lanes.first, lanes.last
    return {
        "ticks": ticks(first, last),
        "today": share(first, last, day) if first < day < last else None,
        "todayWord": day_in_short(day),
        "expected": any(part.expected for lane in lanes.lanes for part in lane.stretches),
        "rows": [
            {
                "name": lane.name,
                "sentence": lane.sentence,
                "parts": [
                    [
                        share(first, last, part.first),
                        min(share(first, last, part.last, 1), 1.0),
                        part.standing,
                        int(part.expected),
                    ]
                    for part in lane.stretches
                ],
            }
            for lane in lanes.lanes
        ],
    }


def bars_picture(bars: Sequence[Bar]) -> list[dict[str, Any]]:
    """Bars by their share of the longest."""
    longest = max((bar.value for bar in bars), default=1)
    return [
        {
            "name": bar.name,
            "label": bar.label,
            "standing": bar.standing,
            "share": round(bar.value / longest, 4),
        }
        for bar in bars
    ]


def steps_picture(steps: Sequence[Step], day: date) -> dict[str, Any]:
    """A line in steps up to the day, as a path in a square of 100; peak and last number named."""
    first = steps[0].day
    top = -(-max(step.number for step in steps) // HEIGHT_STEP) * HEIGHT_STEP or HEIGHT_STEP
    path = "M0 100"
    for step in steps:
        path += f"H{100 * share(first, day, step.day):.2f}V{100 * (1 - step.number / top):.2f}"
    peak = max(steps, key=lambda step: step.number)
    last = steps[-1]
    marks = [[1.0, last.number / top, str(last.number), day_in_short(day)]]
    if peak.number != last.number:
        words = [str(peak.number), day_in_short(peak.day)]
        marks.insert(0, [share(first, day, peak.day), peak.number / top, *words])
    return {
        "path": f"{path}H100",
        "marks": marks,
        "ticks": ticks(first, day),
        "lines": [[number / top, str(number)] for number in range(0, top + 1, HEIGHT_STEP)],
        "sentence": f"From {steps[0].number} on {day_in_words(first)} to {last.number} on "
        f"{day_in_words(day)}; at most {peak.number}, from {day_in_words(peak.day)}.",
    }


def share(first: date, last: date, day: date, more: int = 0) -> float:
    """How far ``day``, and so many days more, lies from ``first`` (0) to ``last`` (1)."""
    whole = (last - first).days or 1
    return round(((day - first).days + more) / whole, 4)


def ticks(first: date, last: date) -> list[tuple[float, str]]:
    """A few first days of months or years with what is written below them."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > 12 * (MOST_TICKS - 1):
        step = next((s for s in YEAR_STEPS if months / 12 / s <= MOST_TICKS), YEAR_STEPS[-1])
        days = [
            date(year, 1, 1) for year in range(first.year + 1, last.year + 1) if year % step == 0
        ]
        return [(share(first, last, day), str(day.year)) for day in days]
    step = next((s for s in MONTH_STEPS if months / s <= MOST_TICKS), MONTH_STEPS[-1])
    return list(_months(first, last, step))


def _months(first: date, last: date, step: int) -> Iterator[tuple[float, str]]:
    begun = False
    for number in range(first.year * 12 + first.month, last.year * 12 + last.month):
        day = date(number // 12, number % 12 + 1, 1)
        if number % step == 0:
            name = MONTHS[day.month - 1][:3]
            yield (
                share(first, last, day),
                f"{name} {day.year}" if not begun or day.month == 1 else name,
            )
            begun = True
