"""A figure of a trend as it is drawn, and where on it a state is marked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.story.trends.trend import Point

Mark = tuple[int, Any, Any, str, tuple[str | None, str]]
"""The number of the trace, the place on it, what is said there; where it leads, and when it is."""


@dataclass(frozen=True)
class Drawn:
    """A figure, and what the browser needs to follow the view on it.

    ``days`` are those by which a day finds its place: the first and the last of the axis; or, where
    the figure has ``rows``, the day of each. ``marks`` are those of each state.
    """

    figure: go.Figure
    days: Sequence[date]
    marks: Mapping[str, Sequence[Mark]] = field(default_factory=dict)
    rows: bool = False


def marks_of(
    points: Iterable[Point], trace: int, place: Callable[[Point], tuple[Any, Any]]
) -> dict[str, list[Mark]]:
    """The marks of each state, on the trace of this number: there it is about these points."""
    marks: dict[str, list[Mark]] = {}
    for point in points:
        leads = point.leads.isoformat() if point.leads else None
        mark = (trace, *place(point), point.words, (leads, point.when))
        for iso in point.states:
            marks.setdefault(iso, []).append(mark)
    return marks
