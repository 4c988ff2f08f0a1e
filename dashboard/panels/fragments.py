"""The fragments: parts of the page that scripts fetch when they are needed, each a file of HTML."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType
from typing import Any

from dashboard.panels.contents import Contents
from dashboard.panels.explore.comparison import comparison
from dashboard.panels.explore.dates_panel import all_dates
from dashboard.panels.explore.profile import profile
from dashboard.panels.explore.quotes_panel import all_quotes
from dashboard.panels.explore.world import states_elsewhere
from dashboard.panels.markup import markup
from dashboard.panels.record.about import about_section
from dashboard.panels.record.arithmetic import arithmetic
from dashboard.panels.record.disagreements import disagreements_section
from dashboard.panels.record.downloads import downloads_section
from dashboard.panels.record.sources import sources_section
from dashboard.panels.record.states_table import states_table
from dashboard.panels.trends.section import trend_section

Maker = Callable[[], Any]


class Fragments:
    """Every fragment of one record by its name, such as ``profile/ABC``; each is written once."""

    def __init__(self, contents: Contents) -> None:
        self._makers: Mapping[str, Maker] = MappingProxyType(
            {
                "dates": partial(all_dates, contents),
                "quotes": partial(all_quotes, contents),
                "comparison": partial(comparison, contents),
                "profiles": lambda: [profile(contents, state) for state in contents.states],
                **{
                    f"profile/{state.iso_a3}": partial(profile, contents, state)
                    for state in (*contents.states, *contents.elsewhere)
                },
                "world/states": partial(states_elsewhere, contents),
                "record/states": partial(states_table, contents),
                "record/leaving": partial(arithmetic, contents),
                "record/disagreements": partial(disagreements_section, contents),
                "record/sources": partial(sources_section, contents.ledger),
                "record/downloads": partial(downloads_section, contents),
                "record/about": partial(about_section, contents),
                **{
                    f"trends/{id_}": partial(self._trend, contents, id_)
                    for id_ in contents.trend_ids
                },
            }
        )
        self.html = cache(self._written)

    @staticmethod
    def _trend(contents: Contents, id_: str) -> Any:
        return trend_section(contents, contents.trend(id_), contents.first_day, None)

    @property
    def names(self) -> Sequence[str]:
        """The names of all fragments."""
        return tuple(self._makers)

    def content(self, name: str) -> Any:
        """What a fragment holds, as components.

        Raises:
            KeyError: there is no fragment of this name.
        """
        return self._makers[name]()

    def _written(self, name: str) -> str:
        return markup(self.content(name))
