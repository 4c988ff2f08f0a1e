"""The panel of the state chosen: its profile, those beside it, and the fields for that."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.awaited import awaited
from dashboard.panels.contents import Contents
from dashboard.panels.elements import data, hidden
from dashboard.panels.explore.comparison import comparison_field
from dashboard.panels.explore.profile import profile
from dashboard.panels.view import View


def state_panel(contents: Contents, view: View) -> Component:
    """The profile of the state chosen, if one is; the browser fetches others when they are."""
    found = contents.state(view.state)
    chosen = [found] if found else []
    return html.Section(
        [
            html.Div(
                [
                    html.P("Choose a state on the map or in the list for its profile and dates."),
                ],
                id="state-empty",
                className="state-empty",
                hidden=bool(chosen),
            ),
            html.Div(
                [
                    comparison_field(contents),
                    html.Button(
                        ["Clear", hidden(" the choice of a state")],
                        type="button",
                        className="quiet",
                        **data(clear="state"),
                    ),
                ],
                id="state-tools",
                className="state-tools",
                hidden=not chosen,
            ),
            html.Div(awaited("comparison"), id="comparison-place", hidden=True),
            html.Div(
                [profile(contents, state, view.day) for state in chosen],
                id="profiles",
                className="profiles",
                hidden=not chosen,
            ),
        ],
        id="state-panel",
        className="panel card",
        **data(panel="state"),
    )
