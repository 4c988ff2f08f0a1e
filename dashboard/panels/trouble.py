"""The message of the document for when a file of the page did not arrive.

It works without our scripts and style sheets, since those may be what is missing. A script that
runs names the trouble in ``data-start`` or ``data-look`` of the document. If no script has said
after some seconds that the page answers, the message appears by itself.
"""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import data

PATIENCE = 15
"""Seconds after which a page that does not answer yet says so."""
SAID = {
    "late": "This page does not answer yet: part of it is still on its way, or did not arrive. "
    "What it shows is of the day in its headline.",
    "failed": "Part of this page did not arrive, so it does not answer. What it shows is of the "
    "day in its headline.",
    "changed": "The record has changed since this page was loaded. What it shows is of the record "
    "as it was.",
    "broken": "Part of this page could not follow to the day in the address, and is not shown.",
    "look": "A style sheet of this page did not arrive: what it says is right, its look is not.",
}
"""The messages by kind of trouble; ``late`` appears by itself."""
STYLE = (
    "<style>"
    ".trouble{visibility:hidden;position:fixed;z-index:9;inset:auto 0 0;padding:12px 24px;"
    "background:#17202a;color:#fff;font:15px/1.4 sans-serif;"
    f"animation:trouble 0s {PATIENCE}s forwards}}"
    "@keyframes trouble{to{visibility:visible}}"
    ".trouble p{display:none;margin:0 0 6px}"
    ".trouble a{color:#fff;display:inline-block;padding:12px 0}"
    "html:not([data-start],[data-look]) [data-trouble=late],"
    "[data-start=failed] [data-trouble=failed],"
    "[data-start=changed] [data-trouble=changed],"
    "[data-start=broken] [data-trouble=broken],"
    "[data-look=missing] [data-trouble=look]{display:block}"
    ":is([data-start=failed],[data-start=changed],[data-start=broken],[data-look=missing]) .trouble"
    "{visibility:visible;animation:none}"
    "[data-start=done]:not([data-look]) .trouble{animation:none}"
    "[data-stale]{visibility:hidden!important}"
    "@media print{.trouble{display:none}}"
    "</style><noscript><style>.trouble{display:none}</style></noscript>"
)
"""The styles of the message; part of the document, so that they need no style sheet."""


def trouble() -> Component:
    """All messages, of which the styles show the right one, and a link that loads the page anew.

    The link leads to the address of the page itself, so that it works without scripts.
    """
    return html.Div(
        [
            *(html.P(text, **data(trouble=kind)) for kind, text in SAID.items()),
            html.A("Load the page anew", href=""),
        ],
        id="trouble",
        className="trouble",
        role="alert",
    )
