"""Reads the served page: what it asks for, and its scripts."""

import json
import re

from web.servers import Server

LATER = [
    "/_dash-layout",
    "/_dash-dependencies",
    "/_dash-component-suites/dash/dcc/async-graph.js",
    "/_dash-component-suites/plotly/package_data/plotly.min.js",
]
"""What the scripts of the page ask for once they run."""
INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL
)


def linked(page: str) -> list[str]:
    """The addresses in a page from which a browser loads something at once."""
    return re.findall(r'<(?:script|link)[^>]*?\b(?:src|href)="([^"]+)"', page)


def late_files(page: str) -> list[str]:
    """The addresses of the scripts, and of shapes, that a page loads when its browser is idle."""
    [written] = re.findall(r'<script id="late-files" [^>]*>(.*?)</script>', page)
    late = json.loads(written)
    return [*late["scripts"], late["shapes"]]


def files(server: Server) -> list[str]:
    """The path of everything that a reader's browser loads, the page first."""
    page = server.ask("/").text
    asked = [*linked(page), *late_files(page)]
    return ["/", *(f"/{path.lstrip('/')}" for path in asked), *LATER]
