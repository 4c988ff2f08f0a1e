"""The figures of the trends: what draws each of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go

from dashboard.panels.trends.bars import months, years
from dashboard.panels.trends.canvas import (
    HEIGHT,
    MARGINS,
    about,
    canvas,
    chosen,
    filling,
    number_axis,
    time_axis,
)
from dashboard.panels.trends.drawn import Drawn, Mark, marks_of
from dashboard.panels.trends.looks import LOOKS
from dashboard.panels.trends.tallies import tallies
from dashboard.story.trends.trend import Point, Series, Trend

GROUP_HEIGHT, GROUP_GAP = 150, 34
"""Pixels for each group of states, and between them: there stands what the next one is."""


def drawn(trend: Trend, groups: Mapping[str, str], first: date, last: date) -> Drawn:
    """The figure of a trend with rows; ``groups`` are titles. Axes reach from ``first`` to ``last``
    unless its own days are far fewer.
    """
    return DRAWERS[trend.id](trend, groups, first, last)


def _lines(trend: Trend, _: Mapping[str, str], first: date, last: date) -> Drawn:
    figure = canvas(xaxis=time_axis(first, last), yaxis=number_axis(rangemode="tozero"))
    for series in trend.series:
        look, points = LOOKS[trend.id][series.id], [*series.points]
        end = _until(last, points[-1])
        figure.add_trace(
            go.Scatter(
                x=[point.day for point in (*points, end)],
                y=[point.value for point in (*points, end)],
                name=series.label,
                mode="lines",
                line={"color": look.css, "dash": look.dash, "width": 2.25, "shape": "hv"},
                **about([*points, end]),
            )
        )
    figure.add_trace(chosen())
    parties = next(series for series in trend.series if series.id == "parties")
    marks = marks_of(parties.points, len(figure.data) - 1, lambda point: (point.day, point.value))
    return Drawn(figure, (first, last), marks)


def _until(last: date, point: Point) -> Point:
    """The last step once more, on the last day."""
    return replace(point, day=max(last, point.day))


def _stacks(trend: Trend, groups: Mapping[str, str], first: date, last: date) -> Drawn:
    """A stack for each group, one below the other."""
    present = list(dict.fromkeys(series.group for series in trend.series))
    inner = len(present) * GROUP_HEIGHT + (len(present) - 1) * GROUP_GAP
    figure = canvas(height=inner + MARGINS["t"] + MARGINS["b"] + GROUP_GAP - 10)
    figure.update_layout(margin={**MARGINS, "t": MARGINS["t"] + GROUP_GAP - 10})
    marks: dict[str, list[Mark]] = {}
    traces: list[go.Scatter] = []
    for place, group in enumerate(present, start=1):
        own = [series for series in trend.series if series.group == group]
        traces += _stack(trend, own, place, last)
        axis = "" if place == 1 else str(place)
        top = 1 - (place - 1) * (GROUP_HEIGHT + GROUP_GAP) / inner
        total = sum(series.points[0].value for series in own)
        figure.update_layout(
            {
                f"xaxis{axis}": {
                    **time_axis(first, last),
                    "anchor": f"y{axis}",
                    "showticklabels": place == len(present),  # Its line crosses none between them.
                },
                f"yaxis{axis}": number_axis(
                    domain=[max(top - GROUP_HEIGHT / inner, 0), top],
                    range=[0, total],
                    nticks=5,
                ),
            }
        )
        figure.add_annotation(
            text=f"<b>{groups[group]}</b>: {total} {'state' if total == 1 else 'states'}",
            **_above(top),
        )
        traces.append(chosen(place))
        for iso, own_marks in marks_of(
            own[0].points, len(traces) - 1, lambda point: (point.day, 0)
        ).items():
            marks.setdefault(iso, []).extend(own_marks)
    figure.add_traces(traces)
    return Drawn(figure, (first, last), marks)


def _stack(trend: Trend, own: Sequence[Series], place: int, last: date) -> list[go.Scatter]:
    number = "" if place == 1 else str(place)
    traces = []
    for series in own:
        look, points = LOOKS[trend.id][series.id], [*series.points]
        if not any(point.value for point in points):
            continue
        points.append(_until(last, points[-1]))
        traces.append(
            go.Scatter(
                x=[point.day for point in points],
                y=[point.value for point in points],
                name=series.label,
                mode="lines",
                line={"color": "var(--surface)", "width": 0.75, "shape": "hv"},
                stackgroup=f"group{place}",
                hoveron="points",
                xaxis=f"x{number}",
                yaxis=f"y{number}",
                **filling(look),
                **about(points),
            )
        )
    return traces


def _above(top: float) -> dict[str, Any]:
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": top,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"color": "var(--ink)"},
    }


def _dots(trend: Trend, _: Mapping[str, str], first: date, last: date) -> Drawn:
    """A dot a state: the day of its consent, and the years that it took."""
    figure = canvas(
        height=HEIGHT,
        hover="closest",
        xaxis=time_axis(first, last),
        yaxis=number_axis(rangemode="tozero", ticksuffix=" y", nticks=7),
    )
    for series in reversed(trend.series):
        look = LOOKS[trend.id][series.id]
        figure.add_trace(
            go.Scatter(
                x=[point.day for point in series.points],
                y=[_in_years(point) for point in series.points],
                name=series.label,
                mode="markers",
                cliponaxis=False,
                marker={
                    "size": 7 if look.hollow else 9,
                    "color": "var(--surface)" if look.hollow else look.css,
                    "line": {"color": look.css, "width": 1.5},
                },
                **about(series.points),
            )
        )
    figure.add_trace(chosen())
    points = [point for series in trend.series for point in series.points]
    marks = marks_of(points, len(figure.data) - 1, lambda point: (point.day, _in_years(point)))
    return Drawn(figure, (first, last), marks)


def _in_years(point: Point) -> float:
    return round(point.value / 365.25, 3)


def _rows(trend: Trend, *_: Any) -> Drawn:
    figure, places = tallies(trend)
    figure.add_trace(chosen())
    points = trend.series[0].points
    at = {id(point): place for point, place in zip(points, places, strict=True)}
    marks = marks_of(points, len(figure.data) - 1, lambda point: (0, at[id(point)]))
    return Drawn(figure, [point.day for point in points], marks, rows=True)


DRAWERS: Mapping[str, Callable[[Trend, Mapping[str, str], date, date], Drawn]] = MappingProxyType(
    {
        "parties": _lines,
        "joins": years,
        "standings": _stacks,
        "intervals": _dots,
        "votes": _rows,
        "statements": months,
    }
)
