"""The page: header, finding, map with its time bar, and the linked panels."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.copying import copy_by_hand
from dashboard.panels.disagreement import card_dialog
from dashboard.panels.elements import aria, data
from dashboard.panels.explore.key_figures import reckoning
from dashboard.panels.explore.legend import standings_help
from dashboard.panels.explore.map_panel import map_panel
from dashboard.panels.explore.world import extent_switch
from dashboard.panels.keys import keys_help
from dashboard.panels.take_away import take_away
from dashboard.record.dates import FIRST_DAY, day_in_words
from dashboard.story.imprint import boundaries_in_full

TABS = (("state", "State"), ("dates", "Dates"), ("quotes", "Quotes"), ("states", "States"))


def page(contents: Contents, parts: Mapping[str, Component], is_day_wrong: bool) -> Component:
    """The whole page around ``parts``, those that differ from view to view.

    ``is_day_wrong``: the address names a day that cannot be shown, which is said.
    """
    treaty = contents.ledger.pack.treaty
    return html.Div(
        [
            _header(parts["subject"], parts["screens"]),
            html.Main(
                [
                    _notice(contents, is_day_wrong),
                    html.P(id="announcement", className="visually-hidden", **aria(live="polite")),
                    parts["finding"],
                    html.Section(
                        [
                            html.Div(
                                [
                                    map_panel(
                                        parts["map"], treaty.words.region, extent_switch(contents)
                                    ),
                                    parts["legend"],
                                ],
                                className="map-frame",
                            ),
                            parts["time"],
                            html.P(
                                [
                                    "Record verified through "
                                    f"{day_in_words(treaty.verified_through)}",
                                    html.Span(id="record-age"),
                                    f". {boundaries_in_full(treaty)}",
                                ],
                                className="footnote",
                            ),
                        ],
                        className="stage",
                        **aria(label="Map and time"),
                    ),
                    parts["figures"],
                    html.Div(
                        [_tabs(), *(parts[name] for name, _ in TABS)],
                        className="panels",
                    ),
                    parts["record"],
                    parts["trends"],
                ],
                className="explore",
            ),
            card_dialog(),
            keys_help(),
            copy_by_hand(),
            take_away(contents),
            reckoning(contents),
            standings_help(contents),
        ],
        className="page",
    )


def _notice(contents: Contents, said: bool) -> Component:
    """What is said of an address that names no day that can be shown: where it does."""
    first, last, shown = map(day_in_words, (FIRST_DAY, contents.last_day, contents.first_day))
    text = f"The address names no day from {first} to {last}. Showing {shown} instead."
    return html.Div(
        html.P(text) if said else None,
        id="notice",
        className="notice",
        role="status",
        hidden=not said,
    )


def _header(subject: Component, screens: Component) -> Component:
    return html.Header(
        [
            html.Div(
                [
                    html.Span("Flankwatch", className="brand"),
                    subject,
                ],
                className="masthead",
            ),
            screens,
            html.Div(
                [
                    html.Button(
                        "Copy link", type="button", className="control", **data(copy="view")
                    ),
                    html.Button(
                        "Take away", type="button", className="control", **data(open="take")
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
