"""The facts of a state's profile, each a term and what is known of it: dates, votes, borders …"""

from collections import Counter
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.disagreement import disagreement_buttons
from dashboard.panels.elements import aria, data, hidden, portions, sources_line, swatch
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Stance
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.chronicle import Happening, tally
from dashboard.story.words import STANCE, counted

STEPS = frozenset({"joining", "decision", "vote", "notice", "effect", "suspension", "objection"})
"""The roles of the dates that stand in a profile; the panel of dates has them all."""


def facts_of(contents: Contents, state: State) -> list[Component]:
    """The terms and facts of a state in their order; no term without a fact."""
    ledger = contents.ledger
    own = contents.happenings_of(state.iso_a3)
    return [
        *_steps(ledger, own, state),
        *_votes(own),
        *_neighbours(contents, state),
        *_borders(ledger, state),
        *_membership(ledger, state),
        *_quotes(ledger, state),
    ]


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


def _membership(ledger: Ledger, state: State) -> list[Component]:
    membership = ledger.pack.treaty.membership
    if membership is None or state.member_since is None:
        return []
    notes = (
        [html.Span(f" {state.member_note}", className="quote-note")] if state.member_note else []
    )
    return [
        html.Dt(membership.name),
        html.Dd(
            [
                f"Since {day_in_words(state.member_since)}",
                *notes,
                " ",
                sources_line(state.member_sources, ledger.pack.sources, ledger.pack.states),
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
