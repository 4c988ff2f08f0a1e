"""The empty figure that a trend is drawn on, and the traces that all of them share.

Colours are tokens of the style sheet, as in ``var(--ink)``: the browser puts those of its theme
there. What is drawn needs nothing but scatter, which the small plotly for maps has, too: a bar is
an outline that is filled.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from dashboard.panels.trends.looks import Look
from dashboard.story.trends.trend import Point

NOTHING = "rgba(0,0,0,0)"
SECOND, RULE, AXIS = "var(--ink-second)", "var(--rule)", "var(--control-rule)"
MARGINS = {"l": 44, "r": 18, "t": 30, "b": 30}
"""Pixels around what is drawn, with letters of the usual size; above stands the day shown."""
HEIGHT = 300
LETTERS = 12
CHOSEN = "chosen"
"""The name of the traces on which the browser marks the chosen state."""


def canvas(
    height: int = HEIGHT,
    hover: str = "x",
    margin: Mapping[str, int] = MARGINS,
    **layout: Any,
) -> go.Figure:
    """A figure without traces; ``hover`` is how the pointer finds a point."""
    return go.Figure(
        layout=go.Layout(
            template={},
            height=height,
            margin=margin,
            paper_bgcolor=NOTHING,
            plot_bgcolor=NOTHING,
            font={"size": LETTERS, "color": SECOND, "family": "Inter, system-ui, sans-serif"},
            showlegend=False,
            hovermode=hover,
            dragmode=False,
            **layout,
        )
    )


def time_axis(first: date, last: date) -> dict[str, Any]:
    """An axis of days."""
    return {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "showgrid": False,
        "fixedrange": True,
        "linecolor": AXIS,
        "ticks": "outside",
        "tickcolor": AXIS,
        "nticks": 8,
    }


def number_axis(**more: Any) -> dict[str, Any]:
    """An axis of whole numbers."""
    return {
        "gridcolor": RULE,
        "zeroline": True,
        "zerolinecolor": AXIS,
        "fixedrange": True,
        "nticks": 6,
        "tickformat": ",d",
        **more,
    }


def about(points: Iterable[Point]) -> dict[str, Any]:
    """What the browser says of each point; and the day that it leads to, and when it is."""
    listed = list(points)
    return {
        "text": [point.words for point in listed],
        "customdata": [
            [point.leads.isoformat() if point.leads else None, point.when] for point in listed
        ],
        "hoverinfo": "none",
    }


def fields(outlines: Sequence[Sequence[tuple[Any, Any]]], look: Look, name: str) -> go.Scatter:
    """Filled fields, each by the corners of its outline; nobody can point at them."""
    corners = [corner for outline in outlines for corner in (*outline, outline[0], (None, None))]
    return go.Scatter(
        x=[x for x, _ in corners],
        y=[y for _, y in corners],
        name=name,
        mode="lines",
        line={"color": look.css, "width": 1.5 if look.hollow else 1},
        fill="none" if look.hollow else "toself",
        hoverinfo="skip",
        **filling(look),
    )


def filling(look: Look) -> dict[str, Any]:
    """How a field is filled."""
    if look.hollow:
        return {}
    if not look.hatched:
        return {"fillcolor": look.css}
    return {
        "fillcolor": look.css,
        "fillpattern": {
            "shape": look.hatched,
            "bgcolor": look.css,
            "fgcolor": "var(--surface)",
            "size": 7,
            "solidity": 0.3,
            "fillmode": "replace",
        },
    }


def hits(xs: Sequence[Any], ys: Sequence[Any], points: Sequence[Point], name: str) -> go.Scatter:
    """Points that are not seen, for the pointer to find."""
    return go.Scatter(
        x=xs,
        y=ys,
        name=name,
        mode="markers",
        marker={"color": NOTHING, "size": 12},
        **about(points),
    )


def chosen(axis: int = 1) -> go.Scatter:
    """The trace on which the chosen state is marked; the browser fills it."""
    number = "" if axis == 1 else str(axis)
    return go.Scatter(
        x=[],
        y=[],
        name=CHOSEN,
        mode="markers",
        cliponaxis=False,
        hoverinfo="none",
        xaxis=f"x{number}",
        yaxis=f"y{number}",
        marker={
            "symbol": "diamond",
            "size": 11,
            "color": "var(--surface)",
            "line": {"color": "var(--ink)", "width": 2},
        },
    )
