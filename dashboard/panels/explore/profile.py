"""A state's profile: where it stands and since when, and folded away what else is known of it."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.disagreement import disagreement_buttons, topics_of
from dashboard.panels.elements import data, sources_line, standing_label
from dashboard.panels.explore.profile_facts import facts_of
from dashboard.panels.treaties import under_other_treaties
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.record.treaty import Treaty
from dashboard.story.profile import StandingPeriod, standing_periods
from dashboard.story.words import capital, counted


def profile(contents: Contents, state: State, day: date | None = None) -> Component:
    """The profile of a state: shown as of ``day``, or hidden where no day is given."""
    ledger = contents.ledger
    facts = facts_of(contents, state)
    topics = topics_of(ledger.pack.claims, state.iso_a3)
    return html.Article(
        [
            html.H2(state.name, className="state-title", tabIndex=-1),
            *_standing(ledger, state, day),
            *under_other_treaties(contents.treaties, state.iso_a3, day),
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
    treaty = ledger.pack.treaty
    return [_period(treaty, period, day if period is current else None) for period in found]


def _period(treaty: Treaty, period: StandingPeriod, day: date | None) -> Component:
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
                    html.Span(
                        standing_label(treaty, period.standing),
                        className="standing-line",
                    ),
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
