"""Figures with a bar for every year or month, upwards and downwards."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import plotly.graph_objects as go

from dashboard.panels.trends.canvas import canvas, chosen, fields, hits, number_axis, time_axis
from dashboard.panels.trends.drawn import Drawn, marks_of
from dashboard.panels.trends.looks import LOOKS
from dashboard.story.trends.trend import Point, Series, Trend


def years(trend: Trend, _: Mapping[str, str], first: date, last: date) -> Drawn:
    """Bars of years, on an axis from ``first`` to ``last``."""
    return _bars(trend, first, last, _within_year)


def _within_year(day: date) -> tuple[date, date]:
    return date(day.year, 2, 1), date(day.year, 12, 1)


def months(trend: Trend, _: Mapping[str, str], __: date, last: date) -> Drawn:
    """Bars of months; from the quarter before the first that has any on."""
    days = [point.day for series in trend.series for point in series.points if point.value]
    first = (min(days, default=last) - timedelta(days=92)).replace(day=1)
    return _bars(trend, first, max(last, *days, last), _within_month)


def _within_month(day: date) -> tuple[date, date]:
    return day.replace(day=3), day.replace(day=28)


def _bars(
    trend: Trend, first: date, last: date, within: Callable[[date], tuple[date, date]]
) -> Drawn:
    """Bars upwards; those of the last series go downwards."""
    figure = canvas(xaxis=time_axis(first, last), yaxis=number_axis(tickformat=",d"))
    *_, downwards = trend.series
    all_points: list[Point] = []
    for series in sorted(trend.series, key=lambda each: LOOKS[trend.id][each.id].hollow):
        sign, look = -1 if series is downwards else 1, LOOKS[trend.id][series.id]
        outlines = []
        for point in series.points:
            left, right = within(point.day)
            if look.hollow:  # Around the field that it is compared with.
                left, right = left - timedelta(days=24), right + timedelta(days=24)
            top = sign * point.value
            if point.value:
                outlines.append([(left, 0), (left, top), (right, top), (right, 0)])
        figure.add_trace(fields(outlines or [[(None, None)]], look, series.label))
        middles = [_middle(*within(point.day)) for point in series.points]
        tops = [sign * point.value for point in series.points]
        figure.add_trace(hits(middles, tops, series.points, series.label))
        all_points += series.points
    _whole_upwards(figure, trend, downwards)
    figure.add_trace(chosen())
    marks = marks_of(
        {point.day: point for point in all_points if point.states}.values(),
        len(figure.data) - 1,
        lambda point: (_middle(*within(point.day)), 0),
    )
    return Drawn(figure, (first, last), marks)


def _middle(first: date, last: date) -> date:
    return first + (last - first) / 2


def _whole_upwards(figure: go.Figure, trend: Trend, downwards: Series) -> None:
    """Below the line numbers are as whole as above it: no sign before them."""
    up = max((point.value for each in trend.series for point in each.points), default=0)
    down = max((point.value for point in downwards.points), default=0)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * 6 >= up or step == 100)
    ticks = range(-step * -(-down // step), step * (up // step + 1) + 1, step)
    figure.update_yaxes(
        tickmode="array",
        tickvals=list(ticks),
        ticktext=[f"{abs(tick):,}" for tick in ticks],
        range=[-max(down, up / 12) * 1.08, max(up, down, 1) * 1.06],
    )
