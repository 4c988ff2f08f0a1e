"""Two to five states side by side: a column each, on the day shown."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data, hidden, portions, standing_label
from dashboard.record.models import State
from dashboard.story.comparison import Entry, Fact, facts
from dashboard.story.frames import shown_groups
from dashboard.story.profile import standing_periods

MOST_COMPARED = 5
"""With more states than this side by side, nobody reads the columns."""


def comparison_field(contents: Contents) -> Component:
    """The field by which a state is set beside the one chosen."""
    groups = contents.ledger.pack.treaty.groups
    return html.Div(
        [
            html.Label("Compare with", htmlFor="compare-with", className="visually-hidden"),
            html.Select(
                [
                    html.Option("Compare with …", value=""),
                    *(
                        html.Optgroup(
                            [
                                html.Option(state.name, value=state.iso_a3)
                                for state in contents.states
                                if state.group == group
                            ],
                            label=groups[group],
                        )
                        for group in shown_groups(contents.ledger.pack.treaty)
                    ),
                ],
                id="compare-with",
                className="field",
            ),
        ]
    )


def comparison(contents: Contents) -> Component:
    """A table with a column for every state; the browser shows those that are compared."""
    ledger, states = contents.ledger, contents.states
    return html.Div(
        [
            html.Table(
                [
                    html.Caption(
                        [
                            "Side by side on ",
                            html.Span(className="compared-day"),
                            "; in italics what lies after that day",
                        ],
                        className="compared-caption",
                    ),
                    html.Thead(
                        html.Tr([html.Td(), *(_head(state) for state in states)]),
                    ),
                    html.Tbody(
                        [
                            html.Tr(
                                [
                                    html.Th("Standing", scope="row"),
                                    *(_standing(contents, state) for state in states),
                                ]
                            ),
                            *(_row(fact, states) for fact in facts(ledger)),
                        ]
                    ),
                ],
                className="comparison-table",
            )
        ],
        id="comparison",
        className="comparison",
        hidden=True,
        tabIndex=0,
        role="region",
        **aria(label="States side by side"),
    )


def _head(state: State) -> Component:
    return html.Th(
        [
            html.Span(state.name),
            html.Button(
                [html.Span("×", **aria(hidden="true")), hidden(f"Take {state.name} out")],
                type="button",
                className="take-out",
                title=f"Take {state.name} out",
                **data(take_out=state.iso_a3),
            ),
        ],
        scope="col",
        hidden=True,
        **data(column=state.iso_a3),
    )


def _cell(content: Sequence[Component], state: State) -> Component:
    shown = content or [html.Span("–", **aria(hidden="true")), hidden("none on record")]
    # On narrow screens the columns stand under one another, each with its state's name.
    return html.Td(
        [html.Span(state.name, className="cell-state", **aria(hidden="true")), *shown],
        hidden=True,
        **data(column=state.iso_a3),
    )


def _standing(contents: Contents, state: State) -> Component:
    pieces: list[Component] = [
        html.Div(
            [
                html.Span(
                    standing_label(contents.ledger.pack.treaty, period.standing),
                    className="standing-line",
                ),
                html.Span(className="days-left") if period.countdown else None,
            ],
            className="stretch",
            hidden=True,
            **data(
                first=period.first.isoformat(),
                standing=period.standing,
                until=period.countdown[1].isoformat() if period.countdown else None,
            ),
        )
        for period in standing_periods(contents.ledger, state.iso_a3)
    ]
    return _cell(pieces, state)


def _row(fact: Fact, states: Sequence[State]) -> Component:
    return html.Tr(
        [
            html.Th(fact.term, scope="row"),
            *(_cell(_entries(fact.of(state.iso_a3)), state) for state in states),
        ]
    )


def _entries(entries: Sequence[Entry]) -> list[Component]:
    pieces = [_entry(entry) for entry in entries]
    attributes = portions(pieces)
    return [html.Div(pieces, **attributes)] if attributes else pieces


def _entry(entry: Entry) -> Component:
    since = entry.since.isoformat() if entry.since else None
    return html.Div(entry.text, className="compared", **data(last=since))
