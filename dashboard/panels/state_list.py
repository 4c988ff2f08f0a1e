"""The list of states, by group: each with its standing on the day, each a button."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data, swatch
from dashboard.record.kinds import OnMap, Standing
from dashboard.record.models import State
from dashboard.story.words import GROUP_ORDER, STANDING

NOT_DRAWN = {OnMap.SMALL: "not drawn", OnMap.OFF: "off the map"}


def state_list(contents: Contents) -> Component:
    """Every state of the page; the browser writes the day's standings and the choice into it."""
    standings = contents.first_frame.standings
    groups = [
        html.Div(
            [
                html.H3(contents.ledger.pack.treaty.groups[group], className="group-name"),
                html.Ul(
                    [
                        _entry(state, standings[state.iso_a3])
                        for state in contents.states
                        if state.group is group
                    ]
                ),
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


def _entry(state: State, standing: Standing) -> Component:
    where = NOT_DRAWN.get(state.map)
    return html.Li(
        html.Button(
            [
                swatch(standing),
                html.Span(state.name, className="state-name"),
                html.Span(where, className="off-map") if where else None,
                html.Span(STANDING[standing], className="state-standing"),
            ],
            type="button",
            **data(iso=state.iso_a3, standing=standing, choose_state=state.iso_a3),
            **aria(pressed="false"),
        )
    )
