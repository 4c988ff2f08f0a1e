"""The state chosen: where it stands and since when, its countdown, borders and disagreements."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.panels.disagreement import disagreement, topics_of
from dashboard.panels.elements import data, sources_line, standing_label
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.profile import Stretch, stretches
from dashboard.story.words import capital, counted


def state_panel(ledger: Ledger, states: Sequence[State]) -> Component:
    """A profile for every state of the page, all hidden but the one that is chosen."""
    return html.Section(
        [
            html.Div(
                [
                    html.P(
                        "Choose a state on the map or in the list: where it stands, its dates, "
                        "what was said."
                    ),
                ],
                id="state-empty",
                className="state-empty",
            ),
            *(_profile(ledger, state) for state in states),
        ],
        id="state-panel",
        className="panel card",
        **data(panel="state"),
    )


def _profile(ledger: Ledger, state: State) -> Component:
    facts = [*_nato(ledger, state), *_borders(ledger, state)]
    topics = topics_of(ledger.pack.claims, state.iso_a3)
    return html.Article(
        [
            html.Div(
                [
                    html.H2(state.name, className="state-title", tabIndex=-1),
                    html.Button("Clear", type="button", className="quiet", **data(clear="state")),
                ],
                className="panel-head",
            ),
            *(_stretch(stretch) for stretch in stretches(ledger, state.iso_a3)),
            html.Details(
                [
                    html.Summary(_more(facts, topics)),
                    html.Dl(facts, className="facts") if facts else None,
                    html.P(state.note, className="state-note") if state.note else None,
                    *(disagreement(ledger, topic) for topic in topics),
                    html.P(
                        sources_line(state.sources, ledger.pack.sources, ledger.pack.states),
                        className="quote-source",
                    ),
                ],
                className="more",
            ),
        ],
        className="profile",
        hidden=True,
        **data(profile=state.iso_a3),
    )


def _more(facts: Sequence[Component], topics: Sequence[str]) -> str:
    """What the folded part of a profile holds."""
    terms = [str(fact.children) for fact in facts if isinstance(fact, html.Dt)]
    parts = [*(term if term.isupper() else term.lower() for term in terms), "sources"]
    if topics:
        parts.append(counted(len(topics), "point", "points") + " on which sources differ")
    return capital(", ".join(parts))


def _stretch(stretch: Stretch) -> Component:
    countdown = None
    if stretch.countdown:
        first, last = stretch.countdown
        countdown = html.Div(
            [
                html.Div(html.Div(className="countdown-done"), className="countdown-bar"),
                html.Div(
                    [
                        html.Span(f"Notified {day_in_words(first)}"),
                        html.Span(f"Out {day_in_words(last)}"),
                    ],
                    className="countdown-ends",
                ),
            ],
            className="countdown",
            **data(first=first.isoformat(), last=last.isoformat()),
        )
    return html.Div(
        [
            html.Div(
                [
                    html.Span(standing_label(stretch.standing), className="standing-line"),
                    html.Strong(className="days-left") if countdown else None,
                ],
                className="panel-head",
            ),
            countdown,
            html.P(stretch.sentence, className="standing-sentence"),
        ],
        className="stretch",
        hidden=True,
        **data(first=stretch.first.isoformat(), standing=stretch.standing),
    )


def _nato(ledger: Ledger, state: State) -> list[Component]:
    if state.nato_since is None:
        return []
    notes = [html.Span(f" {state.nato_note}", className="quote-note")] if state.nato_note else []
    return [
        html.Dt("NATO"),
        html.Dd(
            [
                f"Since {day_in_words(state.nato_since)}",
                *notes,
                " ",
                sources_line(state.nato_sources, ledger.pack.sources, ledger.pack.states),
            ]
        ),
    ]


def _borders(ledger: Ledger, state: State) -> list[Component]:
    """The state's land borders on record, whichever side the row names first."""
    lines: list[Component] = []
    for border in ledger.pack.borders:
        if state.iso_a3 in (border.iso_a3, border.neighbour):
            other = border.neighbour if border.iso_a3 == state.iso_a3 else border.iso_a3
            lines.append(
                html.Dd(
                    [
                        f"{ledger.pack.states[other].name}: {border.km:,} km ",
                        html.Span(f"{border.note} ", className="quote-note") if border.note else "",
                        sources_line(border.sources, ledger.pack.sources, ledger.pack.states),
                    ]
                )
            )
    return [html.Dt("Borders"), *lines] if lines else []
