"""The three figures under the headline: the flank, the border, the parties worldwide."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import aria, data


def key_figures() -> Component:
    """Three figures with their captions; the browser fills them in from the frame of the day."""
    return html.Ul(
        [_figure("flank"), _figure("border"), _figure("parties")],
        id="key-figures",
        className="figures",
        **aria(label="Key figures"),
    )


def _figure(name: str) -> Component:
    return html.Li(
        [html.Strong(className="figure-value"), html.Span(className="figure-caption")],
        **data(figure=name),
    )
