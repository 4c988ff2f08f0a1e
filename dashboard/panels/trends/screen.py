"""The Trends screen: how it went over the years, a section for each trend."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.awaited import awaited
from dashboard.panels.contents import Contents
from dashboard.panels.elements import data
from dashboard.panels.screens import TRENDS
from dashboard.panels.trends.section import trend_section
from dashboard.panels.view import View
from dashboard.story.trends.all_trends import TITLES


def trends_screen(contents: Contents, view: View) -> Component:
    """What stands below the headline and the time bar on the Trends screen.

    Its sections are in the document only where that screen was asked for; then they are of the day
    and the state of the view.
    """
    shown = view.screen is TRENDS
    return html.Div(
        [
            trend_section(contents, contents.trend(id_), view.day, view.state)
            if shown
            else awaited(f"trends/{id_}", TITLES[id_], f"?view={TRENDS.name}")
            for id_ in contents.trend_ids
        ],
        id="trends-screen",
        className="record-screen trends-screen",
        hidden=not shown,
        **data(of_screen=TRENDS.name),
    )
