"""The list of states, by group: each with its standing on the day, each a button."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import aria, data
from dashboard.record.kinds import OnMap
from dashboard.record.models import State, Treaty
from dashboard.story.words import GROUP_ORDER

NOT_DRAWN = {OnMap.SMALL: "too small for the map", OnMap.OFF: "off the map"}


def state_list(treaty: Treaty, states: Sequence[State]) -> Component:
    """Every state of the page. The browser writes standings and the choice into it."""
    groups = [
        html.Div(
            [
                html.H3(treaty.groups[group], className="group-name"),
                html.Ul([_entry(state) for state in states if state.group is group]),
            ],
            className="state-group",
        )
        for group in GROUP_ORDER
    ]
    return html.Section(
        [
            html.H2("States", className="panel-title"),
            html.Div(groups, id="state-list", className="state-list"),
        ],
        id="states-panel",
        className="panel card",
        **data(panel="states"),
    )


def _entry(state: State) -> Component:
    where = NOT_DRAWN.get(state.map)
    return html.Li(
        html.Button(
            [
                html.Span(className="swatch", **aria(hidden="true")),
                html.Span(state.name, className="state-name"),
                html.Span(where, className="off-map") if where else None,
                html.Span(className="state-standing"),
            ],
            type="button",
            **data(iso=state.iso_a3, standing="outside", choose_state=state.iso_a3),
            **aria(pressed="false"),
        )
    )
