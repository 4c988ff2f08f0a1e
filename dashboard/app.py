"""Builds the Dash app, which only draws the finer map: its layout and its client-side callback.

The HTML document is not made by Dash (``panels/document.py``); it loads Dash last.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, dcc

from dashboard.panels.contents import Contents
from dashboard.panels.explore.map_panel import Shapes, graph

INDEX = "<!DOCTYPE html>{%app_entry%}{%config%}{%scripts%}{%renderer%}"
"""The template of Dash's own page. No reader sees it: scripts and settings are read from it."""
CONFIG = re.compile(r'<script id="_dash-config" type="application/json">(.*?)</script>', re.DOTALL)
SCRIPT = re.compile(r'<script src="([^"]+)"')
OMITTED_SETTINGS = (
    "dash_version",
    "dash_version_url",
    "ddk_version",
    "end_id",
    "plotly_version",
    "python_version",
)
"""Settings of Dash that the page does not need: versions, and a token for server callbacks."""
UNUSED = ("/dash_table/", "/html/")
"""Parts of the addresses of Dash's scripts that the layout does not need."""
POLYFILLS = "/deps/polyfill@"
"""Part of the address of what Dash brings for older browsers than those that are supported."""
GRAPH = "_dash-component-suites/dash/dcc/async-graph.js"
"""What Dash would ask for only when it comes to draw the graph."""


def create_app(
    contents: Contents, shapes: Shapes, assets: Path, colours: Mapping[str, str], folder: str
) -> Dash:
    """Build the app: a graph, the day that it shows, and no server-side callbacks.

    ``colours`` are those of standings in the light theme, ``folder`` is where the parts of this
    record's page are.
    """
    app = Dash(
        "dashboard",
        assets_folder=str(assets),
        include_assets_files=False,
        serve_locally=True,
        update_title="",
        add_log_handler=False,
        index_string=INDEX,
    )
    app.layout = [graph(shapes, contents, colours, folder), dcc.Store(id="shown")]
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("flankwatch", "figure"),
        Output("graph", "figure"),
        Input("shown", "data"),
        State("graph", "figure"),
        prevent_initial_call=True,
    )
    return app


@dataclass(frozen=True)
class Late:
    """What the document needs to load Dash: its configuration, and the addresses of its scripts.

    They are relative to the page, which may lie below the top of its host.
    """

    config: dict[str, Any]
    scripts: tuple[str, ...]

    @classmethod
    def of(cls, app: Dash, generators: str = "") -> "Late":
        """Read off Dash's own page. To be called while a request is answered, as Dash wants it.

        The script ``generators`` takes the place of Dash's polyfills, where there is one.
        """
        page: str = app.index()  # type: ignore[no-untyped-call]
        found = CONFIG.search(page)
        if found is None:
            raise RuntimeError("Dash's page has no configuration where it is expected")
        config = {
            name: value
            for name, value in json.loads(found[1]).items()
            if name not in OMITTED_SETTINGS
        }
        scripts = [
            generators if generators and POLYFILLS in address else address.removeprefix("/")
            for address in SCRIPT.findall(page)
            if not any(part in address for part in UNUSED)
        ]
        return cls(config, (*scripts, GRAPH))
