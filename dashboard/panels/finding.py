"""The finding: the headline of the day, with its states in the colours of their standings."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data
from dashboard.panels.phrases import beyond_the_record
from dashboard.story.headline import Segment, Sentence

PUNCTUATION = frozenset(",;.")


def finding(contents: Contents, day: date) -> Component:
    """The headline of ``day``; the browser puts in that of the day shown."""
    verified = contents.ledger.pack.treaty.verified_through
    beyond = day > verified
    return html.Section(
        [
            html.H1(
                _pieces(contents.frame_on(day).headline(day)),
                id="headline",
                className="headline",
                tabIndex=-1,
            ),
            html.P(
                beyond_the_record(verified) if beyond else None,
                id="beyond",
                className="beyond",
                hidden=not beyond,
            ),
        ],
        className="finding",
        **aria(label="Finding"),
    )


def _pieces(sentence: Sentence) -> list[Component | str]:
    """The pieces of a sentence; a comma after a state must not begin a line."""
    found: list[Component | str] = []
    for piece in map(_segment, sentence):
        before = found[-1] if found else None
        if isinstance(piece, str) and piece[:1] in PUNCTUATION and isinstance(before, Component):
            found[-1] = html.Span([before, piece[0]], className="unbroken")
            piece = piece[1:]
        found.append(piece)
    return found


def _segment(segment: Segment) -> Component | str:
    if segment.standing is None:
        return segment.text
    attributes = data(standing=segment.standing, choose_state=segment.iso_a3)
    if segment.iso_a3 is None:
        return html.Span(segment.text, className="finding-state", **attributes)
    return html.Button(segment.text, type="button", className="finding-state", **attributes)
