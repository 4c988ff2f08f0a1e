"""The dates: a lane for every state on its way out, and the list of all events by year."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import aria, data, hidden, sources_line
from dashboard.panels.time_bar import Stretch, ticks
from dashboard.record.kinds import CONSENTS, Group, Kind
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.chronicle import Happening, tally
from dashboard.story.words import capital

MARKS = {
    "decision": "Decision",
    "vote": "Vote",
    "notice": "Notice",
    "effect": "Effect",
    "suspension": "Suspension",
}


def dates_panel(ledger: Ledger, happenings: Sequence[Happening], stretch: Stretch) -> Component:
    """Lanes over ``stretch`` and the list. The browser hides what does not fit the state chosen."""
    key = [
        html.Span([html.I(className="lane-mark", **data(role=role)), word])
        for role, word in MARKS.items()
    ]
    years = [
        html.Div(
            [
                html.H3(str(year), className="year"),
                html.Ul([_entry(ledger, item) for item in items], className="event-list"),
            ],
            className="year-group",
        )
        for year, items in groupby(happenings, key=lambda item: item.date.year)
    ]
    return html.Section(
        [
            html.Div(
                [
                    html.H2("Dates", className="panel-title"),
                    html.Div(key, className="lane-key", **aria(hidden="true")),
                ],
                className="panel-head",
            ),
            _lanes(ledger.pack.states, happenings, stretch),
            html.P(className="panel-note", id="dates-note"),
            html.P("No date on record.", id="dates-empty", className="empty", hidden=True),
            html.Div(
                years,
                className="chronicle",
                tabIndex=0,
                role="region",
                **aria(label="List of dates"),
            ),
        ],
        id="dates-panel",
        className="panel card",
        **data(panel="dates"),
    )


def _is_routine(item: Happening, states: Mapping[str, State]) -> bool:
    """The signature or consent of a state that is only context: told where that state is chosen."""
    if item.iso_a3 is None or states[item.iso_a3].group is not Group.CONTEXT:
        return False
    return item.kind in CONSENTS or item.kind is Kind.SIGNATURE


def _lanes(
    states: Mapping[str, State], happenings: Sequence[Happening], stretch: Stretch
) -> Component:
    """One lane for each state that took a step to leave or to suspend within the stretch."""
    lanes: dict[str, list[Happening]] = {}
    for item in happenings:
        day = item.date.exact
        inside = day is not None and stretch.first <= day <= stretch.last
        if item.iso_a3 and inside and item.role in MARKS:
            lanes.setdefault(item.iso_a3, []).append(item)
    ordered = sorted(lanes, key=lambda iso: states[iso].name)
    return html.Div(
        [
            *(_lane(states[iso], lanes[iso], stretch) for iso in ordered),
            html.Div(ticks(stretch), className="lane lane-axis"),
            html.Div(html.I(id="lanes-day"), className="lane-day-field"),
        ],
        className="lanes",
        **data(first=stretch.first.isoformat(), last=stretch.last.isoformat()),
        **aria(hidden="true"),
    )


def _lane(state: State, items: Sequence[Happening], stretch: Stretch) -> Component:
    days = {item.role: item.date.first for item in items}
    pieces: list[Component] = []
    if "notice" in days and "effect" in days:
        left, right = stretch.percent(days["notice"]), stretch.percent(days["effect"])
        pieces.append(
            html.I(
                className="lane-bar", style={"left": f"{left}%", "width": f"{right - left:.3f}%"}
            )
        )
    pieces += [
        html.I(
            className="lane-mark",
            style={"left": f"{stretch.percent(item.date.first)}%"},
            title=f"{item.title}, {item.date.words}",
            **data(role=item.role, choose_event=item.id),
        )
        for item in items
    ]
    return html.Div(
        [
            html.Span(state.name, className="lane-name"),
            html.Div(pieces, className="lane-track"),
        ],
        className="lane",
        **data(lane=state.iso_a3, choose_state=state.iso_a3),
    )


def _entry(ledger: Ledger, item: Happening) -> Component:
    states = ledger.pack.states
    who = states[item.iso_a3].name if item.iso_a3 else "The convention"
    votes = tally(item.votes)
    doubt = "" if item.certain else "Not settled, or sourced only weakly"
    notes = [text.rstrip(".") for text in (votes, item.detail, item.rule, doubt) if text]
    return html.Li(
        [
            html.Button(
                [
                    html.Span(item.date.words, className="event-date"),
                    html.Span(
                        [
                            html.Span(f"{who} · {item.label}", className="event-kind"),
                            hidden(". "),
                            html.Span(item.title, className="event-title"),
                        ],
                        className="event-words",
                    ),
                ],
                type="button",
                className="event-button",
                **data(choose_event=item.id),
            ),
            html.P(
                [
                    *([html.Span(". ".join(map(capital, notes)) + ". ")] if notes else []),
                    sources_line(item.sources, ledger.pack.sources, states),
                ],
                className="event-notes",
            ),
        ],
        className="event",
        **data(
            event_id=item.id,
            date=str(item.date),
            last=item.date.last.isoformat(),
            state=item.iso_a3 or "",
            role=item.role,
            routine="yes" if _is_routine(item, states) else "no",
            group=states[item.iso_a3].group if item.iso_a3 else "treaty",
            certain="yes" if item.certain else "no",
        ),
    )
