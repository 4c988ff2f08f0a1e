"""Where a browser refuses to copy: the text itself, selected, to be copied by hand."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import dialog

TITLE = "Copy by hand"


def copy_by_hand() -> Component:
    """The dialog; the browser writes the text into its field."""
    content = [
        html.H2(TITLE, className="dialog-title"),
        html.Label(
            "Your browser does not let this page copy. The text is selected: copy it from here.",
            htmlFor="copy-text",
        ),
        html.Textarea(id="copy-text", className="copy-text", readOnly="readonly", rows=6),
    ]
    return dialog("copy-by-hand", TITLE, content)
