"""Where sources differ: every topic with all its sides, and the fields that choose among them."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import PORTION, aria, choice_field, data, sources_line
from dashboard.record.dates import dates_in_words
from dashboard.record.kinds import Verdict
from dashboard.record.ledger import Ledger
from dashboard.record.models import Claim
from dashboard.story.chronicle import Happening
from dashboard.story.words import VERDICT, counted, listed


def disagreements_section(contents: Contents) -> Component:
    """Every topic with all its sides; the browser filters them by state and verdict."""
    ledger = contents.ledger
    verdicts = [claim.verdict for claim in ledger.pack.claims]
    return html.Section(
        [
            html.H2("Where sources differ", className="record-title", tabIndex=-1),
            html.P(
                "Each side in its own words, beside what the record says and why. What agrees "
                "with the record is shown too.",
                className="panel-note",
            ),
            html.Div(
                [
                    *choice_field(
                        "claims-state",
                        "state",
                        "State of the topic",
                        "Any state",
                        _states(contents),
                    ),
                    *choice_field(
                        "claims-verdict",
                        "verdict",
                        "Verdict",
                        "Any verdict",
                        [
                            (verdict, VERDICT[verdict])
                            for verdict in Verdict
                            if verdict in verdicts and verdict is not Verdict.RECORD
                        ],
                    ),
                    html.P(id="claims-count", className="panel-aside", role="status"),
                ],
                className="section-fields",
            ),
            html.Div(
                [_topic(contents, topic) for topic in ledger.pack.treaty.topics],
                className="topic-list",
                tabIndex=0,
                role="region",
                **aria(label="List of disagreements"),
            ),
            html.Div(
                [
                    html.P("No disagreement on record fits this choice."),
                    html.Button("Show all disagreements", type="button", **data(clear="claims")),
                ],
                id="claims-empty",
                className="empty",
                hidden=True,
            ),
        ],
        id="disagreements",
        className="card record-section",
        **data(section="disagreements"),
    )


def _states(contents: Contents) -> list[tuple[str, str]]:
    # All that can be chosen on the page: the field has to say so of any of them.
    return [(state.iso_a3, state.name) for state in contents.states]


def _topic(contents: Contents, topic: str) -> Component:
    ledger = contents.ledger
    sides = [claim for claim in ledger.pack.claims if claim.topic == topic]
    named = {iso for side in sides for iso in side.iso_a3}
    states = [state.name for state in contents.states if state.iso_a3 in named]
    about = [item for item in contents.happenings if topic in item.disagreement]
    return html.Article(
        [
            html.H3(ledger.pack.treaty.topics[topic], className="card-title"),
            html.P(listed(states), className="panel-note") if states else None,
            html.Ul([_side(ledger, side) for side in sides], className="sides"),
            *_dates(about),
            *_note(ledger, about),
        ],
        id=f"topic-{topic}",
        className="topic-card",
        **data(
            topic=topic,
            states=" ".join(sorted(named)),
            verdicts=" ".join(sorted({side.verdict for side in sides})),
        ),
    )


def _dates(about: Sequence[Happening]) -> list[Component | None]:
    """The dates on record that the topic is about, in order."""
    if not about:
        return []
    return [
        html.H4(f"On record: {counted(len(about), 'date', 'dates')}", className="sides-title"),
        html.Ol(
            [
                html.Li(
                    html.Button(
                        [html.Span(f"{item.date.words} "), item.title],
                        type="button",
                        className="topic-date",
                        **data(choose_event=item.id),
                    )
                )
                for item in about[:PORTION]
            ],
            className="topic-dates",
        ),
        html.P(f"The first {PORTION}; the list of dates has them all.", className="panel-note")
        if len(about) > PORTION
        else None,
    ]


def _note(ledger: Ledger, about: Sequence[Happening]) -> list[Component]:
    """For a topic about a suspension: the record's note on it, why it is not a withdrawal."""
    states = {item.iso_a3: item for item in about if item.role == "suspension"}
    return [
        html.P(note, className="side-record")
        for iso in states
        if iso and (note := ledger.pack.states[iso].note)
    ]


def _side(ledger: Ledger, claim: Claim) -> Component:
    named, value, recorded, reason = (
        dates_in_words(text) for text in (claim.claim, claim.value, claim.record, claim.reason)
    )
    said = f"“{claim.words}”" if claim.words else f"{named}: {value}"
    lines: list[Component] = [
        html.Span(VERDICT[claim.verdict], className="verdict", **data(verdict=claim.verdict)),
        html.Span(
            [html.Span(f"{claim.subject}: ", className="side-subject"), said],
            className="side-words",
        ),
    ]
    if claim.words and claim.value:
        lines.append(html.Span(_sentence(f"That is, {named}: {value}"), className="side-reason"))
    if claim.record and claim.record != claim.value:
        lines.append(html.Span(_sentence(f"Record: {recorded}"), className="side-record"))
    if reason:
        lines.append(html.Span(reason, className="side-reason"))
    lines.append(sources_line(claim.sources, ledger.pack.sources, ledger.pack.states))
    return html.Li(lines, **data(claim_id=claim.id, verdict=claim.verdict))


def _sentence(text: str) -> str:
    """With a full stop, unless it ends with a sign of its own."""
    return text if text.endswith((".", ",", ";", "!", "?")) else f"{text}."
