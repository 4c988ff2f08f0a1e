"""The finding: the headline of the day, with its states in the colours of their standings."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data
from dashboard.story.headline import Segment


def finding(contents: Contents) -> Component:
    """The headline of the first day; the browser puts in that of the day shown."""
    sentence = contents.first_frame.headline(contents.first_day)
    return html.Section(
        [
            html.H1(
                [_segment(segment) for segment in sentence],
                id="headline",
                className="headline",
                tabIndex=-1,
            ),
            html.P(id="beyond", className="beyond", hidden=True),
        ],
        className="finding",
        **aria(label="Finding"),
    )


def _segment(segment: Segment) -> Component | str:
    if segment.standing is None:
        return segment.text
    marks = data(standing=segment.standing, choose_state=segment.iso_a3)
    if segment.iso_a3 is None:
        return html.Span(segment.text, className="finding-state", **marks)
    return html.Button(segment.text, type="button", className="finding-state", **marks)
