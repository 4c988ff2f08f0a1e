"""Where sources disagree: each side in its own words, with the record's word and the verdict."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import data, sources_line
from dashboard.record.ledger import Ledger
from dashboard.record.models import Claim
from dashboard.story.words import VERDICT


def disagreement(ledger: Ledger, topic: str) -> Component:
    """All sides of one topic, folded away behind its title."""
    sides = [claim for claim in ledger.pack.claims if claim.topic == topic]
    return html.Details(
        [
            html.Summary(["Sources differ: ", ledger.pack.treaty.topics[topic]]),
            html.Ul([_side(ledger, claim) for claim in sides]),
        ],
        className="disagreement",
        **data(topic=topic),
    )


def topics_of(claims: Sequence[Claim], iso_a3: str) -> list[str]:
    """The topics that concern a state and on which not every source agrees with the record."""
    return sorted(
        {
            claim.topic
            for claim in claims
            if iso_a3 in claim.iso_a3 and claim.verdict not in ("record", "agrees", "attributed")
        }
    )


def _side(ledger: Ledger, claim: Claim) -> Component:
    said = f"“{claim.words}”" if claim.words else f"{claim.claim}: {claim.value}"
    lines: list[Component] = [
        html.Span(VERDICT[claim.verdict], className="verdict", **data(verdict=claim.verdict)),
        html.Span(said, className="side-words"),
    ]
    if claim.record and claim.record != claim.value:
        lines.append(html.Span(f"Record: {claim.record}.", className="side-record"))
    if claim.reason:
        lines.append(html.Span(claim.reason, className="side-reason"))
    lines.append(sources_line(claim.sources, ledger.pack.sources, ledger.pack.states))
    return html.Li(lines)
