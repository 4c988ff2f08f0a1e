"""The page: header, finding, map with its time bar, and the linked panels."""

from collections.abc import Sequence
from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.panels.dates_panel import dates_panel
from dashboard.panels.elements import aria, data
from dashboard.panels.key_figures import key_figures
from dashboard.panels.legend import legend
from dashboard.panels.map_panel import Shapes, map_panel
from dashboard.panels.quotes_panel import quotes_panel
from dashboard.panels.state_list import state_list
from dashboard.panels.state_panel import state_panel
from dashboard.panels.time_bar import Stretch, time_bar
from dashboard.panels.view_store import view_store
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Group
from dashboard.record.ledger import Ledger
from dashboard.story.chronicle import Happening, chronicle
from dashboard.story.frames import FIRST_DAY, build_frames, shown_states

TABS = (("state", "State"), ("dates", "Dates"), ("quotes", "Quotes"), ("states", "States"))


def page(ledger: Ledger, shapes: Shapes, today: date) -> Component:
    """The whole page as Dash components. ``today`` only sets how far the time bar reaches."""
    treaty = ledger.pack.treaty
    states = shown_states(ledger)
    spans = spans_of(ledger, today)
    happenings = on_page(ledger, chronicle(ledger))
    store = view_store(ledger, build_frames(ledger), states, spans, happenings)
    marked = [
        item.date.exact for item in happenings if item.date.exact and _is_marked(ledger, item)
    ]
    return html.Div(
        [
            dcc.Store(id="record", data=store),
            dcc.Store(id="intent"),
            dcc.Store(id="view"),
            dcc.Store(id="shown"),
            _header(treaty.short_title),
            html.Main(
                [
                    html.Div(id="notice", className="notice", role="status", hidden=True),
                    html.Section(
                        [
                            html.H1(id="headline", className="headline"),
                            html.P(id="beyond", className="beyond", hidden=True),
                        ],
                        className="finding",
                        **aria(label="Finding"),
                    ),
                    html.Section(
                        [
                            html.Div([map_panel(shapes, states), legend()], className="map-frame"),
                            time_bar(spans, marked),
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
                    key_figures(),
                    html.Div(
                        [
                            _tabs(),
                            state_panel(ledger, states),
                            dates_panel(ledger, happenings, spans[0]),
                            quotes_panel(ledger),
                            state_list(treaty, states),
                        ],
                        className="panels",
                    ),
                ],
                className="explore",
            ),
        ],
        className="page",
    )


def spans_of(ledger: Ledger, today: date) -> list[Stretch]:
    """The spans of the pack; an open one ends with the year of today or of the record's end."""
    year = max(today, ledger.pack.treaty.verified_through).year
    return [
        Stretch(span.label, max(span.first, FIRST_DAY), span.last or date(year, 12, 31))
        for span in ledger.pack.treaty.spans
    ]


def on_page(ledger: Ledger, happenings: Sequence[Happening]) -> list[Happening]:
    """What the page tells: all that concerns its states or the convention itself."""
    states = ledger.pack.states
    return [
        item
        for item in happenings
        if item.iso_a3 is None or states[item.iso_a3].group is not Group.WORLD
    ]


def _is_marked(ledger: Ledger, item: Happening) -> bool:
    """Whether the time bar marks it: all but the acts of states that are only context."""
    return item.iso_a3 is None or ledger.pack.states[item.iso_a3].group in (
        Group.FLANK,
        Group.NEIGHBOUR,
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
            html.Div(
                [
                    html.Button(
                        "Latest day", type="button", className="control", **data(clear="date")
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
