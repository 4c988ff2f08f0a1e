"""The figure of votes: a row each, with its words above and its tally as a bar."""

from html import escape
from textwrap import wrap

import plotly.graph_objects as go

from dashboard.panels.trends.canvas import MARGINS, canvas, fields, hits, number_axis
from dashboard.panels.trends.looks import LOOKS
from dashboard.story.trends.trend import Point, Trend

NARROW = 46
"""Characters of a line that are whole on the narrowest screens."""
LINE, BAR, ABOVE, BELOW = 16, 16, 4, 19
"""Pixels for a line of words, a bar, above the words, and below the bar, where the day stands."""


def tallies(trend: Trend) -> tuple[go.Figure, list[float]]:
    """The figure, and how far down on it each vote stands."""
    firsts = list(trend.series[0].points)
    labels = [_label(point) for point in firsts]
    height = ABOVE + LINE * max(len(lines) for lines in labels) + BAR + BELOW
    figure = canvas(
        height=height * len(firsts) + MARGINS["t"] + MARGINS["b"],
        hover="y",
        xaxis=number_axis(rangemode="tozero", nticks=6),
        yaxis={"range": [len(firsts), 0], "visible": False, "fixedrange": True},
        margin={**MARGINS, "l": MARGINS["r"]},
    )
    top, bottom = 1 - (BAR + BELOW) / height, 1 - BELOW / height
    begins = dict.fromkeys(range(len(firsts)), 0)
    for series in trend.series:
        outlines = []
        for row, point in enumerate(series.points):
            left, right = begins[row], begins[row] + point.value
            begins[row] = right
            if point.value:
                outlines.append(
                    [(left, row + top), (right, row + top), (right, row + bottom),
                     (left, row + bottom)]
                )  # fmt: skip
        figure.add_trace(fields(outlines or [[(None, None)]], LOOKS[trend.id][series.id],
                                series.label))  # fmt: skip
    middles = [row + (top + bottom) / 2 for row in range(len(firsts))]
    figure.add_trace(hits([begins[row] / 2 for row in begins], middles, firsts, "votes"))
    for row, lines in enumerate(labels):
        figure.add_annotation(
            x=0,
            y=row + top,
            yshift=1,
            text="<br>".join(lines),
            align="left",
            xanchor="left",
            yanchor="bottom",
            xref="paper",
            showarrow=False,
            font={"color": "var(--ink)"},
        )
    return figure, middles


def _label(point: Point) -> list[str]:
    """Whose vote on which day, then its tally; nothing is cut, however long."""
    first = wrap(point.when, NARROW)
    tally = wrap(point.words.rpartition(": ")[2], NARROW)
    return [*(f"<b>{escape(line)}</b>" for line in first), *map(escape, tally)]
