"""How requests come in: by proxies, observed, through the front door, as the settings ask."""

from collections.abc import Callable, Mapping
from typing import Any
from wsgiref.types import WSGIApplication

from dashboard.web.base_path import BasePath
from dashboard.web.front import FrontDoor
from dashboard.web.guard import Guard
from dashboard.web.observing import LINES, Figures, Observer
from dashboard.web.proxies import TrustedProxies


def entrance(
    settings: Mapping[str, Any], figures: Figures, say: Callable[[str], None] = print
) -> tuple[FrontDoor, WSGIApplication]:
    """The front door, still closed, and the application that a server calls.

    ``say`` takes a line of the log.
    """
    metrics, form, proxies = settings["metrics"], settings["log"], settings["trusted_proxies"]
    base = BasePath.of(settings)
    front = FrontDoor(Guard.of(settings), figures.written if metrics else None, base)
    app: WSGIApplication = front
    if metrics or form != LINES[0]:
        app = Observer(app, figures, form, say, base)
    return front, TrustedProxies(app, proxies) if proxies else app
