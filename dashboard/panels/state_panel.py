"""The state chosen: where it stands and since when, its dates, votes, borders and disagreements."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.panels.awaited import awaited
from dashboard.panels.comparison import comparison_field
from dashboard.panels.contents import Contents
from dashboard.panels.disagreement import disagreement_buttons, topics_of
from dashboard.panels.elements import (
    aria,
    data,
    hidden,
    portions,
    sources_line,
    standing_label,
    swatch,
)
from dashboard.panels.view import View
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Stance
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.chronicle import Happening, tally
from dashboard.story.profile import StandingPeriod, standing_periods
from dashboard.story.words import STANCE, capital, counted

STEPS = frozenset({"joining", "decision", "vote", "notice", "effect", "suspension", "objection"})
"""The roles of the dates that stand in a profile; the panel of dates has them all."""


def state_panel(contents: Contents, view: View) -> Component:
    """The profile of the state chosen, if one is; the browser fetches others when they are."""
    chosen = [state for state in contents.states if state.iso_a3 == view.state]
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


def profile(contents: Contents, state: State, day: date | None = None) -> Component:
    """The profile of a state: shown as of ``day``, or hidden where no day is given."""
    ledger = contents.ledger
    own = [item for item in contents.happenings if state.iso_a3 in item.states]
    facts = [
        *_steps(ledger, own, state),
        *_votes(own),
        *_neighbours(contents, state),
        *_borders(ledger, state),
        *_nato(ledger, state),
        *_quotes(ledger, state),
    ]
    topics = topics_of(ledger.pack.claims, state.iso_a3)
    return html.Article(
        [
            html.H2(state.name, className="state-title", tabIndex=-1),
            *_standing(ledger, state, day),
            html.Details(
                [
                    html.Summary(_more(facts, topics)),
                    html.Dl(facts, className="facts") if facts else None,
                    html.P(state.note, className="state-note") if state.note else None,
                    html.Div(disagreement_buttons(ledger, topics, named=True), className="differs"),
                    html.P(
                        sources_line(state.sources, ledger.pack.sources, ledger.pack.states),
                        className="quote-source",
                    ),
                ],
                className="more",
            ),
        ],
        className="profile",
        hidden=day is None,
        **data(profile=state.iso_a3),
    )


def _more(facts: Sequence[Component], topics: Sequence[str]) -> str:
    """What the folded part of a profile holds."""
    terms = [str(fact.children) for fact in facts if isinstance(fact, html.Dt)]
    parts = [*(term if term.isupper() else term.lower() for term in terms), "sources"]
    if topics:
        parts.append(counted(len(topics), "point", "points") + " on which sources differ")
    return capital(", ".join(parts))


def _standing(ledger: Ledger, state: State, day: date | None) -> list[Component]:
    """The state's standing in every period; only the period that holds the day is visible."""
    found = standing_periods(ledger, state.iso_a3)
    begun = [period for period in found if day and period.first <= day]
    current = begun[-1] if begun else None
    return [_period(period, day if period is current else None) for period in found]


def _period(period: StandingPeriod, day: date | None) -> Component:
    """One period; visible, as of ``day``, where the day lies in it."""
    countdown, left = None, ""
    if period.countdown:
        first, last = period.countdown
        if day:
            left = counted((last - day).days, "day left", "days left")
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
            style={"--done": (day - first).days / (last - first).days} if day else None,
            **data(first=first.isoformat(), last=last.isoformat()),
        )
    return html.Div(
        [
            html.Div(
                [
                    html.Span(standing_label(period.standing), className="standing-line"),
                    html.Strong(left, className="days-left") if countdown else None,
                ],
                className="panel-head",
            ),
            countdown,
            html.P(period.sentence, className="standing-sentence"),
        ],
        className="stretch",
        hidden=day is None,
        **data(first=period.first.isoformat(), standing=period.standing),
    )


def _steps(ledger: Ledger, own: Sequence[Happening], state: State) -> list[Component]:
    """The state's way into the convention and out of it, in order of date."""
    steps = [
        html.Li(
            [
                html.Span(item.date.words, className="step-date"),
                " ",
                html.Span(
                    [
                        html.I(
                            className="lane-mark", **data(role=item.role), **aria(hidden="true")
                        ),
                        item.title if item.iso_a3 != state.iso_a3 else item.label,
                    ],
                    className="step-label",
                ),
                " ",
                sources_line(item.sources, ledger.pack.sources, ledger.pack.states),
            ],
            className="step-of-state",
            **data(last=item.date.last.isoformat()),
        )
        for item in own
        if item.role in STEPS
    ]
    if not steps:
        return []
    return [
        html.Dt("Dates"),
        html.Dd(html.Ol(steps, className="steps-of-state", **portions(steps))),
    ]


def _votes(own: Sequence[Happening]) -> list[Component]:
    """The votes in parliament whose tally is on record, each with a bar of those who voted."""
    bars: list[Component] = []
    for item in own:
        given = [votes or 0 for votes in item.votes]
        if not sum(given):
            continue
        parts = [
            html.I(style={"flex-grow": votes}, **data(vote=word))
            for word, votes in zip(("for", "against", "abstained"), given, strict=True)
            if votes
        ]
        bars.append(
            html.Li(
                [
                    html.Span(f"{item.date.words}, {item.label}: "),
                    html.Span(tally(item.votes), className="vote-tally"),
                    html.Span(parts, className="vote-bar", **aria(hidden="true")),
                ],
                className="vote",
                **data(last=item.date.last.isoformat()),
            )
        )
    return (
        [html.Dt("Votes"), html.Dd(html.Ol(bars, className="votes", **portions(bars)))]
        if bars
        else []
    )


def _neighbours(contents: Contents, state: State) -> list[Component]:
    """The states next to this one on the map; the browser writes the day's standings into them."""
    beside = contents.neighbours.get(state.iso_a3, frozenset())
    standings = contents.first_frame.standings
    buttons = [
        html.Button(
            [
                swatch(standings[other.iso_a3]),
                html.Span(other.name),
            ],
            type="button",
            className="neighbour",
            **data(choose_state=other.iso_a3, neighbour=other.iso_a3),
        )
        for other in contents.states
        if other.iso_a3 in beside
    ]
    if not buttons:
        return []
    return [html.Dt("Neighbours"), html.Dd(buttons, className="neighbours")]


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
    claims = ledger.pack.claims
    about = {claim.topic for claim in claims if state.iso_a3 in claim.iso_a3}
    differ = [topic for topic in ledger.pack.treaty.figures.get("border", ()) if topic in about]
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
                        *disagreement_buttons(ledger, differ),
                    ]
                )
            )
    return [html.Dt("Borders"), *lines] if lines else []


def _quotes(ledger: Ledger, state: State) -> list[Component]:
    """How many quotes are on record, by stance; the way to them."""
    stances = Counter(quote.stance for quote in ledger.pack.quotes if state.iso_a3 in quote.iso_a3)
    if not stances:
        return []
    by_stance = ", ".join(
        f"{stances[stance]} {STANCE[stance].lower()}" for stance in Stance if stances[stance]
    )
    return [
        html.Dt("Quotes"),
        html.Dd(
            [
                f"{counted(stances.total(), 'quote', 'quotes')}: {by_stance}. ",
                html.Button(
                    ["Read them", hidden(f": quotes on {state.name}")],
                    type="button",
                    className="quiet",
                    **data(choose_panel="quotes"),
                ),
            ]
        ),
    ]
