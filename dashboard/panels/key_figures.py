"""The three figures under the headline: the flank, the border, the parties worldwide."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data
from dashboard.story.figures import border_figure, flank_figure, parties_figure


def key_figures(contents: Contents) -> Component:
    """Three figures with captions, those of the first day; the browser follows the day shown."""
    frame = contents.first_frame
    figures = {
        "flank": flank_figure(frame),
        "border": border_figure(frame),
        "parties": parties_figure(contents.ledger.parties(contents.first_day)),
    }
    return html.Ul(
        [
            html.Li(
                [
                    html.Strong(value, className="figure-value"),
                    html.Span(caption, className="figure-caption"),
                ],
                **data(figure=name),
            )
            for name, (value, caption) in figures.items()
        ],
        id="key-figures",
        className="figures",
        **aria(label="Key figures"),
    )
