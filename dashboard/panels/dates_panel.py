"""The dates: a lane for every state on its way out, and the list of all events by year."""

from collections.abc import Mapping
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.disagreement import marks
from dashboard.panels.elements import PORTION, aria, data, hidden, sources_line
from dashboard.panels.lanes import MARKS, lanes
from dashboard.record.kinds import CONSENTS, Group, Kind
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.chronicle import Happening, tally
from dashboard.story.words import ROLE, capital


def dates_panel(contents: Contents) -> Component:
    """Lanes over the first span and the list. The browser hides what does not fit the view."""
    ledger, happenings = contents.ledger, contents.happenings
    key = [
        html.Span([html.I(className="lane-mark", **data(role=role)), ROLE[role][0]])
        for role in MARKS
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
                    html.H2("Dates", className="panel-title", tabIndex=-1),
                    html.Div(key, className="lane-key", **aria(hidden="true")),
                ],
                className="panel-head",
            ),
            lanes(ledger.pack.states, happenings, contents.spans[0]),
            html.Div(
                [
                    html.P(className="panel-note", id="dates-note"),
                    html.Label("Kind of date", htmlFor="dates-kind", className="visually-hidden"),
                    html.Select(
                        [
                            html.Option("All kinds", value="", **data(word="All kinds")),
                            *(
                                html.Option(many, value=role, **data(word=many))
                                for role, (_, many) in ROLE.items()
                            ),
                        ],
                        id="dates-kind",
                        className="field",
                        **data(filter="kind"),
                    ),
                ],
                className="panel-head dates-head",
            ),
            html.Div(
                [
                    html.P("No date on record fits this choice."),
                    html.Button("Show all dates", type="button", **data(clear="dates")),
                ],
                id="dates-empty",
                className="empty",
                hidden=True,
            ),
            html.Div(
                years,
                className="chronicle",
                tabIndex=0,
                role="region",
                **data(long="yes" if len(happenings) > 2 * PORTION else None),
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
                    *marks(ledger, item.disagreement),
                ],
                className="event-notes",
            ),
        ],
        className="event",
        **data(
            event_id=item.id,
            date=str(item.date),
            last=item.date.last.isoformat(),
            state=" ".join(item.states),
            role=item.role,
            routine="yes" if _is_routine(item, states) else "no",
            group=states[item.iso_a3].group if item.iso_a3 else "treaty",
            certain="yes" if item.certain else "no",
            exact="yes" if item.date.exact else "no",
        ),
    )
