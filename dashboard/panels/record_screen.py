"""The Record screen: all states on the day in a table, and the treaty's arithmetic."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.about import about_section
from dashboard.panels.arithmetic import arithmetic
from dashboard.panels.contents import Contents
from dashboard.panels.disagreement import disagreements_section
from dashboard.panels.downloads import downloads_section
from dashboard.panels.elements import aria, data
from dashboard.panels.record_table import record_table
from dashboard.panels.sections import section_links
from dashboard.panels.sources import sources_section

SCREENS = (("explore", "Explore", "?"), ("record", "Record", "?view=record"))


def screens() -> Component:
    """The way from screen to screen: links, so that each opens in a window of its own, too."""
    return html.Nav(
        [
            html.A(
                word,
                href=address,
                className="screen",
                **data(screen=name),
                **(aria(current="page") if name == "explore" else {}),
            )
            for name, word, address in SCREENS
        ],
        className="screens",
        **aria(label="Screens"),
    )


def record_screen(contents: Contents) -> Component:
    """What stands below the headline and the time bar on the Record screen."""
    return html.Div(
        [
            section_links(),
            record_table(contents),
            arithmetic(contents),
            disagreements_section(contents),
            sources_section(contents.ledger),
            downloads_section(contents),
            about_section(contents),
        ],
        id="record-screen",
        className="record-screen",
        hidden=True,
    )
