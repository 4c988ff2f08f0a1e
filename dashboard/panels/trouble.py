"""What the document itself says where the page is not whole, and the way to load it anew.

It needs no script and no style sheet of ours: either may be what is missing. A script only names
the trouble, as ``data-start`` or ``data-look`` of the document. Where nobody has said after a while
that the page answers, it is shown without being asked.
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
"""By kind of trouble; ``late`` is the one that shows itself."""
STYLE = (
    "<style>"
    ".trouble{visibility:hidden;position:fixed;z-index:9;inset:auto 0 0;padding:12px 24px;"
    "background:#17202a;color:#fff;font:15px/1.4 sans-serif;"
    f"animation:trouble 0s {PATIENCE}s forwards}}"
    "@keyframes trouble{to{visibility:visible}}"
    ".trouble p{display:none;margin:0 0 6px}.trouble a{color:#fff}"
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
"""In the document, as it has to be there when no style sheet is."""


def trouble() -> Component:
    """Every sentence, of which the document shows the one that is true, and a link to itself.

    The link goes to the view in the address: it works where no script does.
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
