"""The time bar: a track with every change marked, the day shown, and the spans to look at."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.panels.elements import aria, data, hidden
from dashboard.record.dates import FIRST_DAY, MONTHS, day_in_short

SPEEDS = {"normal": "1×", "slow": "½×", "fast": "3×"}
TALLEST = 6
"""A mark grows with what happened on its day, up to this many events."""


@dataclass(frozen=True)
class TimeSpan:
    """A span of time that the bar can show; its ``first`` and ``last`` day belong to it."""

    label: str
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies in the span."""
        return self.first <= day <= self.last

    def percent(self, day: date) -> float:
        """Where ``day`` lies between the first day (0) and the last (100), in per cent."""
        return round(100 * (day - self.first).days / (self.last - self.first).days, 3)


def time_bar(spans: Sequence[TimeSpan], marked_days: Iterable[date], day: date) -> Component:
    """The bar with ``day`` shown, in the first of the spans that holds it.

    ``marked_days`` are the days on which something happened, one entry an event.
    """
    days = Counter(marked_days)
    holding = [index for index, span in enumerate(spans) if span.holds(day)]
    chosen = min(holding, default=0)
    span = spans[chosen]
    return html.Section(
        [
            _play(),
            _step("previous", "‹", "Previous change"),
            html.Div(
                [_scale(index, span, days, index == chosen) for index, span in enumerate(spans)]
                + [
                    html.Label("Day shown", htmlFor="date-slider", className="visually-hidden"),
                    dcc.Input(
                        id="date-slider",
                        type="range",
                        min=(span.first - FIRST_DAY).days,
                        max=(span.last - FIRST_DAY).days,
                        step=1,
                        value=(day - FIRST_DAY).days,
                    ),
                    html.Div(
                        day_in_short(day),
                        className="day-tag",
                        id="day-tag",
                        **aria(hidden="true"),
                    ),
                ],
                className="track",
            ),
            _step("next", "›", "Next change"),
            html.Div(
                [
                    html.Label(
                        "Go to a day (year-month-day)",
                        htmlFor="date-field",
                        className="visually-hidden",
                    ),
                    dcc.Input(
                        id="date-field",
                        type="text",
                        value=day.isoformat(),
                        placeholder="YYYY-MM-DD",
                        maxLength=10,
                        autoComplete="off",
                    ),
                ],
                className="date-entry",
            ),
            html.Div(
                [
                    html.Button(
                        span.label,
                        type="button",
                        **data(choose_span=index),
                        **aria(pressed=str(index == chosen).lower()),
                    )
                    for index, span in enumerate(spans)
                ],
                className="spans",
                role="group",
                **aria(label="Span of the time bar"),
            ),
        ],
        id="time-bar",
        className="time-bar card",
        style={"--at": span.percent(day) / 100},
        **aria(label="Time"),
    )


def _play() -> Component:
    """Play and pause, and how fast: days a second, or changes one by one without motion."""
    return html.Div(
        [
            html.Button(
                [
                    html.Span(className="play-sign", **aria(hidden="true")),
                    hidden("Play", "play-word"),
                ],
                id="play",
                type="button",
                title="Play or pause",
                **data(toggle="play", playing="false"),
            ),
            html.Label("Speed", htmlFor="play-speed", className="visually-hidden"),
            html.Select(
                [html.Option(word, value=value) for value, word in SPEEDS.items()],
                id="play-speed",
                title="Speed of play",
            ),
        ],
        className="play",
    )


def _step(direction: str, sign: str, label: str) -> Component:
    return html.Button(
        [html.Span(sign, **aria(hidden="true")), hidden(label)],
        type="button",
        className="step",
        title=label,
        **data(step=direction),
    )


def _scale(index: int, span: TimeSpan, days: Counter[date], shown: bool) -> Component:
    marks = [
        html.I(
            style={
                "left": f"{span.percent(day)}%",
                "height": f"{20 + 80 * min(count, TALLEST) / TALLEST:.0f}%",
            }
        )
        for day, count in sorted(days.items())
        if span.first <= day <= span.last
    ]
    return html.Div(
        [html.Div(marks, className="marks"), ticks(span)],
        className="scale",
        hidden=not shown,
        **data(span=index),
        **aria(hidden="true"),
    )


def ticks(span: TimeSpan) -> Component:
    """The labels under a track, each at its day."""
    labels = [
        html.Span(label, style={"left": f"{span.percent(day)}%"}) for day, label in ticks_of(span)
    ]
    return html.Div(labels, className="ticks")


def ticks_of(span: TimeSpan) -> list[tuple[date, str]]:
    """The labelled days of a track: every third month of a short span (a January by its
    year), else every fifth year."""
    months = [
        date(year, month, 1)
        for year in range(span.first.year, span.last.year + 1)
        for month in range(1, 13)
    ]
    inside = [day for day in months if span.first <= day <= span.last]
    if (span.last - span.first).days > 4 * 366:
        return [(day, str(day.year)) for day in inside if day.month == 1 and day.year % 5 == 0]
    return [
        (day, str(day.year) if day.month == 1 else MONTHS[day.month - 1][:3]) for day in inside[::3]
    ]
