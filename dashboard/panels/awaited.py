"""The place of a part of the page that the document does not hold."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import data


def awaited(fragment: str, label: str = "", link: str = "") -> Component:
    """The place of a fragment, which the browser puts in it.

    Without scripts, ``link`` leads to a page that holds it.
    """
    return html.Div(
        html.A(label, href=link, className="awaited-link") if link else None,
        className="awaited",
        **data(fragment=fragment),
    )
