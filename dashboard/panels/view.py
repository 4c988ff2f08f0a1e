"""The part of a view that the document depends on: day, state and screen."""

from dataclasses import dataclass
from datetime import date

from dashboard.panels.screens import EXPLORE, Screen


@dataclass(frozen=True)
class View:
    """The day shown, the code of the state chosen if one is, and the screen."""

    day: date
    state: str | None = None
    screen: Screen = EXPLORE
