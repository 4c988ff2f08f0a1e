"""The page: header, finding, map with its time bar, and the linked panels."""

from collections.abc import Mapping

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.dates_panel import dates_panel
from dashboard.panels.disagreement import card_dialog
from dashboard.panels.elements import aria, data
from dashboard.panels.key_figures import reckoning
from dashboard.panels.keys import keys_help
from dashboard.panels.legend import standings_help
from dashboard.panels.map_panel import Shapes, graph, map_panel
from dashboard.panels.opening import Opening
from dashboard.panels.quotes_panel import quotes_panel
from dashboard.panels.record_screen import record_screen, screens
from dashboard.panels.state_panel import state_panel
from dashboard.panels.view_store import view_store
from dashboard.record.dates import day_in_words

TABS = (("state", "State"), ("dates", "Dates"), ("quotes", "Quotes"), ("states", "States"))


def page(opening: Opening) -> Component:
    """All that is sent as plain HTML, showing the first day."""
    contents = opening.contents
    parts = opening.parts(contents.first_day)
    treaty = contents.ledger.pack.treaty
    return html.Div(
        [
            _header(treaty.short_title),
            html.Main(
                [
                    opening.notice(said=False),
                    html.P(id="announcement", className="visually-hidden", **aria(live="polite")),
                    parts["finding"],
                    html.Section(
                        [
                            html.Div(
                                [map_panel(parts["map"]), parts["legend"]], className="map-frame"
                            ),
                            parts["time"],
                            html.P(
                                f"Record verified through {day_in_words(treaty.verified_through)}. "
                                "Boundaries: Natural Earth, Crimea shown as part of Ukraine (UN "
                                "General Assembly resolution 68/262).",
                                className="footnote",
                            ),
                        ],
                        className="stage",
                        **aria(label="Map and time"),
                    ),
                    parts["figures"],
                    html.Div(
                        [
                            _tabs(),
                            state_panel(contents),
                            dates_panel(contents),
                            quotes_panel(contents),
                            parts["states"],
                        ],
                        className="panels",
                    ),
                    record_screen(contents),
                ],
                className="explore",
            ),
            card_dialog(),
            keys_help(),
            reckoning(contents),
            standings_help(contents),
        ],
        className="page",
    )


def live_part(contents: Contents, shapes: Shapes, colours: Mapping[str, str]) -> Component:
    """What Dash itself keeps: the map and the record that views are picked from.

    ``colours`` are those of standings in the light theme.
    """
    return html.Div(
        [
            graph(shapes, contents, colours),
            dcc.Store(id="record", data=view_store(contents)),
            dcc.Store(id="shown"),
        ]
    )


def _header(short_title: str) -> Component:
    return html.Header(
        [
            html.Div(
                [
                    html.Span("Flankwatch", className="brand"),
                    html.Span(f"The {short_title} on NATO’s eastern flank", className="subtitle"),
                ],
                className="masthead",
            ),
            screens(),
            html.Div(
                [
                    html.Button(
                        "Copy link", type="button", className="control", **data(copy="view")
                    ),
                    html.Button(
                        "Latest day", type="button", className="control", **data(clear="date")
                    ),
                    html.Button(
                        "Keys", type="button", className="control keys-button", **data(open="help")
                    ),
                    html.Button(
                        "Dark theme",
                        id="theme",
                        type="button",
                        className="control",
                        **data(toggle="theme"),
                        **aria(pressed="false"),
                    ),
                ],
                className="controls",
            ),
        ],
        className="header",
    )


def _tabs() -> Component:
    """The panels as tabs, for narrow screens; wide ones show all panels under one another."""
    return html.Div(
        [
            html.Button(
                word,
                type="button",
                className="panel-tab",
                **data(choose_panel=name),
                **aria(pressed="false"),
            )
            for name, word in TABS
        ],
        className="panel-tabs",
        role="group",
        **aria(label="Panels"),
    )
