"""Composes the Dash app from a record and its map: layout, client-side callbacks, nothing else."""

from collections.abc import Mapping
from pathlib import Path

from dash import ClientsideFunction, Dash, Input, Output, State, html

from dashboard.panels.contents import Contents
from dashboard.panels.map_panel import Shapes
from dashboard.panels.markup import markup
from dashboard.panels.opening import Opening
from dashboard.panels.page import live_part, page
from dashboard.paths import BUILT, TOOLING
from dashboard.plotly_file import WHOLE, plotly_address

HEAD = """<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
"""
PREVIEW = "<!-- preview -->"
"""Where the server puts what previews of shared links show of the day in their address."""
FILES = """
<link rel="icon" href="assets/icon.svg" type="image/svg+xml">
<link rel="alternate" href="data/feed.atom" type="application/atom+xml" title="Changes of standing">
{%css%}
</head>
<body>
"""
SCRIPTS = """
<footer>{%config%}{%scripts%}{%renderer%}</footer>
</body>
</html>"""


def index_page(opening: Opening, plotly: str) -> str:
    """Dash's template of the page, with all that does not change already in it.

    ``plotly`` is the address of plotly.js. Dash asks for the whole of it by itself; another one
    has to be there before Dash starts.
    """
    title = opening.contents.ledger.pack.treaty.short_title
    name = f"Flankwatch: the {title} on NATO’s eastern flank"
    description = (
        f"Which states on NATO’s eastern flank are bound by the {title}, who is leaving, when it "
        "takes effect and who said what."
    )
    head = [html.Meta(name="description", content=description), html.Title(name)]
    without_scripts = (
        '<noscript><p class="without-scripts">Choosing a day or a state needs JavaScript, which is '
        "switched off here. The address can name a day: "
        f"add ?date={opening.contents.first_day} to it.</p></noscript>"
    )
    body = without_scripts + markup(page(opening))
    first = "" if plotly == WHOLE else f'<script src="{plotly}"></script>'
    return HEAD + markup(head) + PREVIEW + FILES + body + first + SCRIPTS


def create_app(
    contents: Contents,
    shapes: Shapes,
    opening: Opening,
    assets: Path,
    colours: Mapping[str, str],
) -> Dash:
    """Build the app: one page, no server-side callbacks.

    ``colours`` are those of standings in the light theme.
    """
    app = Dash(
        "dashboard",
        assets_folder=str(assets),
        serve_locally=True,
        update_title="",
        add_log_handler=False,
        assets_path_ignore=[f"^{name}$" for name in ("js", BUILT, *sorted(TOOLING))],
        index_string=index_page(opening, plotly_address(assets)),
    )
    app.layout = live_part(contents, shapes, colours)
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("flankwatch", "start"),
        Output("shown", "data"),
        Input("record", "data"),
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("flankwatch", "figure"),
        Output("map", "figure"),
        Input("shown", "data"),
        State("map", "figure"),
        prevent_initial_call=True,
    )
    return app
