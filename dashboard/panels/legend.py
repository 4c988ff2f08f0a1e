"""The legend of the map: what each colour means, and how many states stand there on the day."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data, swatch
from dashboard.record.kinds import Standing
from dashboard.story.words import MEANING, STANDING


def legend(contents: Contents, day: date) -> Component:
    """One row a standing; standings that no state of the flank holds that day are hidden."""
    counts = contents.frame_on(day).counts
    return html.Ul(
        [
            html.Li(
                [
                    swatch(standing),
                    html.Span(STANDING[standing], className="legend-word"),
                    html.Span(counts[standing], className="legend-count"),
                ],
                title=MEANING[standing],
                **data(standing=standing, count=counts[standing]),
            )
            for standing in Standing
        ],
        id="legend",
        className="legend",
        **aria(label="Standings of the flank and its neighbours on the day shown"),
    )
