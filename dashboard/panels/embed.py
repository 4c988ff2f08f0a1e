"""The page for a frame on another site: map, finding, legend and a way back, without any script."""

from collections.abc import Sequence
from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.drawing import Hatching
from dashboard.panels.elements import aria, data, swatch
from dashboard.panels.explore.first_map import FirstMap
from dashboard.panels.markup import markup
from dashboard.panels.view import View
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Standing
from dashboard.story.imprint import boundaries_in_full
from dashboard.story.profile import standing_periods
from dashboard.story.standings import HATCHED, standings
from dashboard.story.verified import verified

EMBED = "embed"
"""The word in the address (``view=embed``)."""


def embedded(
    contents: Contents,
    first_map: FirstMap,
    view: View,
    styles: Sequence[str],
    title: str,
    page: str,
) -> str:
    """The whole document for a frame: the view's day, and the state chosen in a sentence.

    ``styles`` are the addresses of the style sheets, ``page`` is that of the page, from where the
    document is. There is nothing that runs, asks for a key or
    keeps anything: it works in a frame that is allowed nothing but to open a link.
    """
    links = "".join(f'<link rel="stylesheet" href="{escape(style)}">\n' for style in styles)
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"{markup(html.Title(title))}\n{links}</head>\n"
        '<body class="embed">\n'
        f"{markup(_page(contents, first_map, view, page))}\n</body>\n</html>\n"
    )


def _page(contents: Contents, first_map: FirstMap, view: View, page: str) -> Component:
    hatching: Any = Hatching(tuple(HATCHED.items()))  # Not Dash's, but the page's own content.
    treaty = contents.ledger.pack.treaty
    return html.Main(
        [
            html.H1(_finding(contents, view), className="embed-finding"),
            *([html.P(_of_state(contents, view))] if view.state else []),
            html.Div(
                [hatching, html.Div(first_map.on(contents, view), className="map-window")],
                className="embed-map",
                role="img",
                **aria(label=f"Map by standing on {day_in_words(view.day)}"),
            ),
            _legend(contents, view),
            html.P(
                [
                    html.A(
                        "Open in Flankwatch",
                        href=_way_back(view, page),
                        target="_blank",
                        rel="noopener",
                        className="embed-link",
                    ),
                    f" {verified(treaty, view.day)} {boundaries_in_full(treaty)}",
                ],
                className="footnote",
            ),
        ]
    )


def _finding(contents: Contents, view: View) -> Sequence[Component | str]:
    return [
        html.Span(segment.text, className="finding-state", **data(standing=segment.standing))
        if segment.standing
        else segment.text
        for segment in contents.frame_on(view.day).headline(view.day)
    ]


def _of_state(contents: Contents, view: View) -> str:
    """The chosen state's standing on the day, in a sentence."""
    iso = view.state or ""
    periods = [
        period for period in standing_periods(contents.ledger, iso) if period.first <= view.day
    ]
    return f"{contents.ledger.pack.states[iso].name}: {periods[-1].sentence}"


def _legend(contents: Contents, view: View) -> Component:
    counts = contents.frame_on(view.day).counts
    rows = standings(contents.ledger.pack.treaty)
    return html.Ul(
        [
            html.Li([swatch(standing), f" {rows[standing].label} ", html.B(counts[standing])])
            for standing in Standing
            if counts[standing]
        ],
        className="embed-legend",
    )


def _way_back(view: View, page: str) -> str:
    state = f"&state={view.state}" if view.state else ""
    return f"{page}?date={view.day}{state}"
