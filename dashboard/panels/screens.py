"""The list of screens; links, addresses and fragments are made from it.

A new one also needs its panels in a folder of its own beside this file, how its fragments are made
(``fragments.py``), its place in the document (``document.py``, ``page.py``), its title
(``phrases.py``), what shows its view (``assets/js/main.js``), and its place in the style sheets
that select by ``[data-screen]``.
"""

from dataclasses import dataclass
from types import MappingProxyType

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import aria, data


@dataclass(frozen=True)
class Screen:
    """A screen by its ``name`` in the address, its ``label``, and the fragments that it shows.

    They are fetched when the browser is idle; those of a screen that ``waits``, when it is opened.
    """

    name: str
    label: str
    fragments: tuple[str, ...] = ()
    waits: bool = False


EXPLORE = Screen("explore", "Explore")
RECORD = Screen(
    "record",
    "Record",
    (
        "record/states",
        "record/leaving",
        "record/disagreements",
        "record/sources",
        "record/downloads",
        "record/about",
    ),
)
TRENDS = Screen(
    "trends",
    "Trends",
    (
        "trends/parties",
        "trends/joins",
        "trends/standings",
        "trends/votes",
        "trends/intervals",
        "trends/statements",
    ),
    waits=True,
)
BRIEF = Screen("brief", "Present")
SCREENS = MappingProxyType({screen.name: screen for screen in (EXPLORE, RECORD, TRENDS, BRIEF)})
"""Every screen by its name, the one that an address without a screen shows first."""


def screen_links(shown: Screen) -> Component:
    """Links to all screens; as links they can be opened in a new window, too."""
    return html.Nav(
        [
            html.A(
                screen.label,
                href="?" if screen is EXPLORE else f"?view={screen.name}",
                className="screen",
                **data(screen=screen.name),
                **(aria(current="page") if screen is shown else {}),
            )
            for screen in SCREENS.values()
        ],
        className="screens",
        **aria(label="Screens"),
    )
