"""The dates: a lane for every state on its way out, and the list of all events by year."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.disagreement import disagreement_buttons
from dashboard.panels.elements import PORTION, aria, data, hidden, sources_line
from dashboard.panels.explore.lanes import MARKED_ROLES, lanes
from dashboard.panels.phrases import DATES_NONE, DATES_OF, dates_all
from dashboard.panels.view import View
from dashboard.record.kinds import CONSENTS, Kind
from dashboard.record.ledger import Ledger
from dashboard.record.treaty import Purpose
from dashboard.story.chronicle import Happening, tally
from dashboard.story.words import ROLE, capital

HELD = 20
"""How many dates the document holds on either side of the day shown; the browser fetches all."""


def all_dates(contents: Contents) -> list[Component]:
    """Every date on record, in a list a year. The browser hides what does not fit the view."""
    return _years(contents, contents.happenings)


def dates_panel(contents: Contents, view: View) -> Component:
    """Lanes over the first span, and of the list what lies around the day shown."""
    states, happenings = contents.ledger.pack.states, contents.happenings
    fitting = [item for item in happenings if fits(contents, item, view.state)]
    roles = Counter(item.role for item in fitting)
    over = sum(item.date.last <= view.day for item in fitting)
    held = fitting[max(over - HELD, 0) : over + HELD]
    years = _years(contents, held, view.day)
    key = [
        html.Span([html.I(className="lane-mark", **data(role=role)), ROLE[role][0]])
        for role in MARKED_ROLES
    ]
    note = (
        DATES_OF.format(state=states[view.state].name)
        if view.state
        else dates_all(contents.ledger.pack.treaty)
    )
    return html.Section(
        [
            html.Div(
                [
                    html.H2("Dates", className="panel-title", tabIndex=-1),
                    html.Div(key, className="lane-key", **aria(hidden="true")),
                ],
                className="panel-head",
            ),
            lanes(states, happenings, contents.spans[0], view),
            html.Div(
                [
                    html.P(note, className="panel-note", id="dates-note"),
                    html.Label("Kind of date", htmlFor="dates-kind", className="visually-hidden"),
                    html.Select(
                        [
                            html.Option(
                                f"All kinds ({len(fitting)})", value="", **data(word="All kinds")
                            ),
                            *(
                                html.Option(
                                    f"{many} ({roles[role]})",
                                    value=role,
                                    disabled=not roles[role],
                                    **data(word=many),
                                )
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
                    html.P(DATES_NONE),
                    html.Button("Show all dates", type="button", **data(clear="dates")),
                ],
                id="dates-empty",
                className="empty",
                hidden=bool(fitting),
            ),
            html.Div(
                years,
                className="chronicle",
                tabIndex=0,
                role="region",
                **data(fragment="dates", long="yes" if len(happenings) > 2 * PORTION else None),
                **aria(label="List of dates"),
            ),
        ],
        id="dates-panel",
        className="panel card",
        **data(panel="dates"),
    )


def fits(contents: Contents, item: Happening, iso_a3: str | None) -> bool:
    """Whether the list shows a date while this state is chosen, or while none is (None)."""
    if iso_a3:
        return iso_a3 in item.states
    return not _is_routine(contents.ledger, item)


def _years(
    contents: Contents, happenings: Iterable[Happening], day: date | None = None
) -> list[Component]:
    """The dates by year; where a ``day`` is shown, what lies after it is marked."""
    return [
        html.Div(
            [
                html.H3(str(year), className="year"),
                html.Ul(
                    [_entry(contents.ledger, item, day) for item in items], className="event-list"
                ),
            ],
            className="year-group",
        )
        for year, items in groupby(happenings, key=lambda item: item.date.year)
    ]


def _is_routine(ledger: Ledger, item: Happening) -> bool:
    """Whether it is the signature or consent of a context state: listed while that is chosen."""
    if item.iso_a3 is None or ledger.pack.purpose(item.iso_a3) is not Purpose.CONTEXT:
        return False
    return item.kind in CONSENTS or item.kind is Kind.SIGNATURE


def _entry(ledger: Ledger, item: Happening, day: date | None) -> Component:
    states = ledger.pack.states
    who = states[item.iso_a3].name if item.iso_a3 else f"The {ledger.pack.treaty.words.treaty}"
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
                    *disagreement_buttons(ledger, item.disagreement),
                ],
                className="event-notes",
            ),
        ],
        className="event ahead" if day and item.date.last > day else "event",
        **data(
            event_id=item.id,
            date=str(item.date),
            last=item.date.last.isoformat(),
            state=" ".join(item.states),
            role=item.role,
            routine="yes" if _is_routine(ledger, item) else "no",
            group=states[item.iso_a3].group if item.iso_a3 else "treaty",
            certain="yes" if item.certain else "no",
            exact="yes" if item.date.exact else "no",
        ),
    )
