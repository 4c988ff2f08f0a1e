"""What the page shows of the day in its address before any script has run, and without scripts."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.finding import finding
from dashboard.panels.first_map import FirstMap
from dashboard.panels.key_figures import key_figures
from dashboard.panels.legend import legend
from dashboard.panels.markup import markup
from dashboard.panels.state_list import state_list
from dashboard.panels.time_bar import time_bar
from dashboard.record.dates import FIRST_DAY, day_in_words

KEPT = 64
"""How many days' parts are kept once made; each takes some 130 kB."""


class Opening:
    """The parts of the page that are about a day, for any day, in the span that suits it."""

    def __init__(self, contents: Contents, first_map: FirstMap) -> None:
        self.contents = contents
        self._first_map = first_map
        self._kept = lru_cache(KEPT)(self._written)

    def parts(self, day: date) -> Mapping[str, Component]:
        """What the page says of a day before its scripts do, in its order."""
        return MappingProxyType(
            {
                "finding": finding(self.contents, day),
                "map": self._first_map.on(self.contents, day),
                "legend": legend(self.contents, day),
                "time": time_bar(self.contents.spans, self.contents.marked, day),
                "figures": key_figures(self.contents, day),
                "states": state_list(self.contents, day),
            }
        )

    def notice(self, said: bool) -> Component:
        """What is said of an address that names no day that can be shown: where it does."""
        first, last, shown = map(
            day_in_words, (FIRST_DAY, self.contents.last_day, self.contents.first_day)
        )
        text = f"The address names no day from {first} to {last}. Showing {shown} instead."
        return html.Div(
            html.P(text) if said else None,
            id="notice",
            className="notice",
            role="status",
            hidden=not said,
        )

    def written(self, day: date) -> tuple[str, ...]:
        """These parts as HTML."""
        return self._kept(day)

    def _written(self, day: date) -> tuple[str, ...]:
        return tuple(markup(part) for part in self.parts(day).values())
