"""Which plotly.js the page loads: the small file for maps where it was built, or else the whole.

Dash's graph draws with whatever plotly is there before it: the page loads this file first.
"""

from pathlib import Path

from plotly.offline import get_plotlyjs_version

from dashboard.paths import BUILT

FOR_MAPS = f"{BUILT}/plotly-geo.min.js"
"""The small file: a third of plotly, enough for the map."""
WHOLE = "_dash-component-suites/plotly/package_data/plotly.min.js"
"""The whole of plotly, at the address where Dash serves it; used where nothing was built."""
HEAD = 200
"""Bytes to read from the beginning of the small file, where its version stands."""


def plotly_address(assets: Path) -> str:
    """The address of the file, from that of the page on; it changes with plotly's version."""
    return f"assets/{FOR_MAPS}?v={get_plotlyjs_version()}" if _is_built(assets) else WHOLE


def unbuilt(assets: Path) -> str:
    """What the page does without, in a line; nothing where everything was built."""
    if _is_built(assets):
        return ""
    if (assets / BUILT).is_dir():
        return (
            f"{BUILT}/ has no plotly {get_plotlyjs_version()} for maps: the page loads plotly "
            "whole, 4.8 MB."
        )
    return (
        f"{BUILT}/ is not there (it comes with a wheel that was built with npm): the page loads "
        "its scripts one by one, and plotly whole, 4.8 MB."
    )


def _is_built(assets: Path) -> bool:
    """Whether the small file is there, and of the version that the Python package speaks to."""
    try:
        with (assets / FOR_MAPS).open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    return f" v{get_plotlyjs_version()}\n".encode() in head
