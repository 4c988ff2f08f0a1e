"""Copying: where the browser refuses it, the text is shown to be copied by hand."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import dialog

COPIED = "Copied"
NOT_COPIED = "Your browser did not let this page copy. The text is shown to be copied by hand."


def copy_dialog() -> Component:
    """The dialog with the text in it."""
    title = "Copy by hand"
    return dialog(
        "copy-by-hand",
        title,
        [
            html.H2(title, className="dialog-title", tabIndex=-1),
            html.P(NOT_COPIED),
            html.Label("Text to copy", htmlFor="copy-text", className="visually-hidden"),
            html.Textarea(id="copy-text", readOnly="readonly", rows=6),
        ],
    )
