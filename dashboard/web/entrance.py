"""How requests come in: through the front door, observed where the settings ask for it."""

from collections.abc import Callable, Mapping
from typing import Any
from wsgiref.types import WSGIApplication

from dashboard.web.front import FrontDoor
from dashboard.web.guard import Guard
from dashboard.web.observing import LINES, Figures, Observer


def entrance(
    settings: Mapping[str, Any], figures: Figures, say: Callable[[str], None] = print
) -> tuple[FrontDoor, WSGIApplication]:
    """The front door, still closed, and the application that a server calls.

    ``say`` takes a line of the log.
    """
    metrics, form = settings["metrics"], settings["log"]
    front = FrontDoor(Guard.of(settings), figures.written if metrics else None)
    is_observed = metrics or form != LINES[0]
    return front, Observer(front, figures, form, say) if is_observed else front
