"""The sections of the Record screen, and the buttons that lead to them."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import aria, data

SECTIONS = (
    ("states", "States"),
    ("leaving", "If a state gave notice"),
    ("disagreements", "Where sources differ"),
    ("sources", "Sources"),
    ("downloads", "Take it away"),
    ("about", "About the record"),
)
"""Each section: its name in the address, and the words on its button."""


def section_links() -> Component:
    """Buttons that lead to the sections; the address says which one was gone to."""
    return html.Nav(
        html.Div(
            [
                html.Button(
                    word,
                    type="button",
                    className="panel-tab section-link",
                    **data(section_link=name, screen="record"),
                )
                for name, word in SECTIONS
            ],
            className="sliding",
        ),
        className="section-links",
        **aria(label="Sections of the record"),
    )
