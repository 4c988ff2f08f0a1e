"""The treaty's arithmetic for the reader: if a state gave notice on a day, when would it leave?"""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data, sources_line
from dashboard.panels.record.states_table import all_states
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import CONFLICTS
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.leaving import within_a_sentence

NOTES = ("rule", "clamped", "suspended", "clause", "beyond")
"""What may stand below the answer; the browser fills in those that hold."""


def arithmetic(contents: Contents) -> Component:
    """A state and a day to choose, and the answer; the browser picks its words and days."""
    ledger = contents.ledger
    return html.Section(
        [
            html.Div(
                [
                    html.H2("If a state gave notice", className="record-title", tabIndex=-1),
                    _questions(ledger),
                    html.P(id="notice-error", className="notice-error", role="alert"),
                    html.P(id="notice-answer", className="answer"),
                ]
            ),
            html.Div(
                [
                    *(html.P(id=f"notice-{note}", className="panel-note") for note in NOTES),
                    *_on_record(ledger),
                ],
                className="notice-notes",
            ),
        ],
        id="arithmetic",
        className="card record-section arithmetic",
        **data(section="leaving"),
        **aria(label="If a state gave notice"),
    )


def _questions(ledger: Ledger) -> Component:
    return html.Div(
        [
            html.Div(
                [html.Label("State", htmlFor="notice-state"), _states(ledger)],
                className="question",
            ),
            html.Div(
                [
                    html.Label("Day of the notice", htmlFor="notice-day"),
                    dcc.Input(
                        id="notice-day",
                        className="field",
                        type="text",
                        placeholder="YYYY-MM-DD",
                        maxLength=10,
                        autoComplete="off",
                    ),
                ],
                className="question",
            ),
            html.Button(
                "Take the day shown",
                id="notice-follow",
                type="button",
                className="quiet",
                hidden=True,
                **data(notice="follow"),
            ),
        ],
        className="questions",
    )


def _states(ledger: Ledger) -> Component:
    titles = ledger.pack.treaty.groups
    return html.Select(
        [
            html.Optgroup(
                [_option(state) for state in all_states(ledger) if state.group == group],
                label=titles[group],
            )
            for group in titles
        ],
        id="notice-state",
        className="field",
    )


def _option(state: State) -> Component:
    said = within_a_sentence(state.name)
    return html.Option(
        state.name, value=state.iso_a3, **data(said=said if said != state.name else None)
    )


def _on_record(ledger: Ledger) -> Sequence[Component]:
    """What the record has to say of a state's armed conflicts, and its note on the state."""
    pack = ledger.pack
    conflicts = [
        html.P(
            [
                f"{event.date.words}: {event.title}. ",
                sources_line(event.sources, pack.sources, pack.states),
            ],
            className="panel-note",
            hidden=True,
            **data(about=event.iso_a3),
        )
        for event in pack.events
        if event.kind in CONFLICTS
    ]
    notes = [
        html.P(
            [
                f"The record’s note on {within_a_sentence(state.name)}, as of "
                f"{day_in_words(pack.treaty.verified_through)}: {state.note} ",
                sources_line(state.sources, pack.sources, pack.states),
            ],
            className="panel-note",
            hidden=True,
            **data(about=state.iso_a3),
        )
        for state in pack.states.values()
        if state.note
    ]
    return [*conflicts, *notes]
