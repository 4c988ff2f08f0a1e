"""The Record screen: all states on the day in a table, and the treaty's arithmetic."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.awaited import awaited
from dashboard.panels.elements import data
from dashboard.panels.fragments import Fragments
from dashboard.panels.record.sections import SECTIONS, section_links
from dashboard.panels.screens import RECORD
from dashboard.panels.view import View


def record_screen(fragments: Fragments, view: View) -> Component:
    """What stands below the headline and the time bar on the Record screen.

    Its sections are in the document only where that screen was asked for.
    """
    shown = view.screen is RECORD
    words = dict(SECTIONS)
    return html.Div(
        [
            section_links(),
            *(
                fragments.content(name)
                if shown
                else awaited(name, words[name.rpartition("/")[2]], f"?view={RECORD.name}")
                for name in RECORD.fragments
            ),
        ],
        id="record-screen",
        className="record-screen",
        hidden=not shown,
        **data(of_screen=RECORD.name),
    )
