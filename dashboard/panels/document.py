"""Writes the body of the HTML document for any view; it can be read without scripts."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.embed import embedded
from dashboard.panels.explore.dates_panel import dates_panel
from dashboard.panels.explore.first_map import FirstMap
from dashboard.panels.explore.key_figures import key_figures
from dashboard.panels.explore.legend import legend
from dashboard.panels.explore.quotes_panel import quotes_panel
from dashboard.panels.explore.state_list import state_list
from dashboard.panels.explore.state_panel import state_panel
from dashboard.panels.finding import finding
from dashboard.panels.fragments import Fragments
from dashboard.panels.head import title
from dashboard.panels.markup import markup
from dashboard.panels.page import page
from dashboard.panels.record.screen import record_screen
from dashboard.panels.screens import screen_links
from dashboard.panels.time_bar import time_bar
from dashboard.panels.treaties import subject
from dashboard.panels.trends.screen import trends_screen
from dashboard.panels.trouble import trouble
from dashboard.panels.view import View
from dashboard.record.dates import day_in_words

KEPT = 128
"""The number of documents that are kept in memory; each takes about 250 kB."""


class Documents:
    """The document's body for every view, each written once and kept for a while."""

    def __init__(self, contents: Contents, fragments: Fragments, first_map: FirstMap) -> None:
        self.contents = contents
        self._fragments = fragments
        self._first_map = first_map
        self.body = lru_cache(KEPT)(self._written)

    def embedded(self, view: View, styles: Sequence[str], page: str = "") -> str:
        """The document for a frame on another site; ``page`` leads from it to the page itself."""
        links = [f"{page}{style}" for style in styles]
        return embedded(self.contents, self._first_map, view, links, title(self.contents), page)

    def parts(self, view: View) -> Mapping[str, Component]:
        """The components that differ from view to view, by the name of their place in the page."""
        contents, day = self.contents, view.day
        return MappingProxyType(
            {
                "screens": screen_links(view.screen),
                "subject": subject(contents.ledger.pack.treaty, contents.treaties, view),
                "finding": finding(contents, day),
                "map": self._first_map.on(contents, view),
                "legend": legend(contents, day),
                "time": time_bar(contents.spans, contents.marked_days, day),
                "figures": key_figures(contents, day),
                "state": state_panel(contents, view),
                "dates": dates_panel(contents, view),
                "quotes": quotes_panel(contents, view),
                "states": state_list(contents, view),
                "record": record_screen(self._fragments, view),
                "trends": trends_screen(contents, view),
            }
        )

    def _written(self, view: View, is_day_wrong: bool = False) -> str:
        """``is_day_wrong``: the address names a day that cannot be shown; ``view`` has another."""
        content = markup(page(self.contents, self.parts(view), is_day_wrong))
        shown = {"screen": view.screen.name, "date": view.day, "state": view.state or ""}
        attributes = "".join(f' data-{name}="{value}"' for name, value in shown.items())
        return (
            f"<body{attributes}>\n{markup(trouble())}{self._without_scripts()}{content}\n</body>\n"
        )

    def _without_scripts(self) -> str:
        day = self.contents.first_day
        own = self.contents.ledger.pack.treaty.words.example
        example = own or next(iter(self.contents.told))
        where = (
            f"This page shows {day_in_words(day)}."
            if self.contents.kept
            else f"The address can name them: add ?date={day}&amp;state={example} to it."
        )
        return (
            '<noscript><p class="without-scripts">Choosing a day or a state needs JavaScript, '
            f"which is switched off here. {where}</p></noscript>"
        )
