"""The empty place in the document where scripts put a fragment (``panels/fragments.py``)."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import data


def awaited(fragment: str, label: str = "", link: str = "") -> Component:
    """An element that scripts fill with the fragment of this name.

    Without scripts it is a link with the text ``label`` to ``link``, a page that holds the part.
    """
    return html.Div(
        html.A(label, href=link, className="awaited-link") if link else None,
        className="awaited",
        **data(fragment=fragment),
    )
