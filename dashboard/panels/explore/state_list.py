"""The list of states, by group: each with its standing on the day, each a button."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data, swatch
from dashboard.panels.view import View
from dashboard.record.kinds import OnMap, Standing
from dashboard.record.models import State
from dashboard.record.treaty import Purpose, Treaty
from dashboard.story.frames import shown_groups
from dashboard.story.standings import standings as standings_of

NOT_DRAWN = {OnMap.SMALL: "not drawn", OnMap.OFF: "off the map"}


def state_list(contents: Contents, view: View) -> Component:
    """Every state of the page, as one list box: a single stop for the keyboard, arrows within.

    The browser writes in the standings of other days.
    """
    treaty = contents.ledger.pack.treaty
    standings = contents.frame_on(view.day).standings
    groups = [
        state_group(
            treaty,
            treaty.groups[group],
            [state for state in contents.states if state.group == group],
            standings,
            chosen=view.state,
            first=contents.states[0],
        )
        for group in shown_groups(treaty)
    ]
    return html.Section(
        [
            html.H2("States", className="panel-title", tabIndex=-1),
            html.Div(
                groups,
                id="state-list",
                className="state-list",
                role="listbox",
                **aria(label="States and their standing on the day shown"),
            ),
        ],
        id="states-panel",
        className="panel card",
        **data(panel="states"),
    )


def state_group(
    treaty: Treaty,
    title: str,
    states: Sequence[State],
    standings: Mapping[str, Standing],
    chosen: str | None = None,
    first: State | None = None,
) -> Component:
    """The states of a group; the keyboard comes to the ``first`` of all."""
    rows = standings_of(treaty)
    return html.Div(
        [
            html.Div(title, className="group-name", **aria(hidden="true")),
            *(
                _entry(
                    state,
                    standings[state.iso_a3],
                    rows[standings[state.iso_a3]].label,
                    chosen=state.iso_a3 == chosen,
                    first=state is first,
                    is_elsewhere=treaty.purposes[state.group] is Purpose.ELSEWHERE,
                )
                for state in states
            ),
        ],
        className="state-group",
        role="group",
        **aria(label=title),
    )


def _entry(
    state: State, standing: Standing, word: str, chosen: bool, first: bool, is_elsewhere: bool
) -> Component:
    where = None if is_elsewhere else NOT_DRAWN.get(state.map)
    return html.Div(
        [
            swatch(standing),
            html.Span(state.name, className="state-name"),
            html.Span(where, className="off-map") if where else None,
            html.Span(word, className="state-standing"),
        ],
        role="option",
        tabIndex=0 if first else -1,
        className="state-option",
        **data(iso=state.iso_a3, standing=standing, choose_state=state.iso_a3),
        **aria(selected=str(chosen).lower()),
    )
