"""Reads the served page: what it asks for, and its scripts."""

import re

from web.servers import Server

LATER = [
    "/_dash-layout",
    "/_dash-dependencies",
    "/_dash-component-suites/dash/dcc/async-graph.js",
    "/_dash-component-suites/plotly/package_data/plotly.min.js",
    "/geodata/states.geojson",
    "/geodata/backdrop.geojson",
]
"""What the scripts of the page ask for once they run."""
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<code>.*?)</script>")


def linked(page: str) -> list[str]:
    """The addresses in a page from which a browser loads something at once."""
    return re.findall(r'<(?:script|link)[^>]*?\b(?:src|href)="([^"]+)"', page)


def files(server: Server) -> list[str]:
    """The path of everything that a reader's browser loads, the page first."""
    return ["/", *(f"/{path.lstrip('/')}" for path in linked(server.ask("/").text)), *LATER]
