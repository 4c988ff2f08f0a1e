"""How requests come in: by proxies, observed, through the front door, as the settings ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from wsgiref.types import WSGIApplication

from dashboard.web.base_path import BasePath
from dashboard.web.front import FrontDoor
from dashboard.web.guard import Guard
from dashboard.web.observing import LINES, Figures, Observer
from dashboard.web.proxies import TrustedProxies
from dashboard.web.saying import say
from dashboard.web.whole import AtHand


@dataclass(frozen=True)
class Entrance:
    """The ``front`` door, the ``app`` that a server calls, and what it may give without that."""

    front: FrontDoor
    app: WSGIApplication
    at_hand: AtHand


def entrance(
    settings: Mapping[str, Any], figures: Figures, say: Callable[[str], None] = say
) -> Entrance:
    """The way in, its door still closed. ``say`` takes a line of the log."""
    metrics, form, proxies = settings["metrics"], settings["log"], settings["trusted_proxies"]
    base = BasePath.of(settings)
    front = FrontDoor(Guard.of(settings), figures.written if metrics else None, base)
    inner: FrontDoor | Observer = front
    if metrics or form != LINES[0]:
        inner = Observer(front, figures, form, say, base, front.at_hand)
    outer = TrustedProxies(inner, proxies, inner.at_hand) if proxies else inner
    return Entrance(front, outer, outer.at_hand)
