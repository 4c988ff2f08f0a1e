"""All files that a site of one record is made of, by their addresses."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dashboard.page_files import PageFiles
from dashboard.panels.explore.shapes import SHAPES
from dashboard.panels.kept import Kept
from dashboard.panels.page_parts import ENDING, VIEW, PageParts
from dashboard.publish.takeaway import MAP, Takeaway
from dashboard.web.treaties import ABOVE

DASH = ("_dash-layout", "_dash-dependencies")
"""What Dash asks for when it runs."""


@dataclass(frozen=True)
class Inventory:
    """What a server of the record can be asked for, so far as it is worth a file of its own.

    ``late`` gives the addresses of the scripts, and of the shapes, that the page loads when all
    else is there; ``data_days`` the days of which there are standings, with the formats.
    """

    files: PageFiles
    parts: PageParts
    late: Callable[[], Sequence[str]]
    takeaway: Takeaway
    kept: Kept
    data_days: Mapping[date, Sequence[str]] = field(default_factory=dict)

    def addresses(self) -> Iterator[str]:
        """The addresses, from that of the page on, each once: the page itself comes last.

        What a page above this one has as well is not among them.
        """
        mentioned = dict.fromkeys(
            [
                *self._of_page(),
                *(f"data/{name}" for name in self.takeaway.names),
                *self._of_days(),
            ]
        )
        yield from (address for address in mentioned if not address.startswith(ABOVE))
        yield ""

    def first_visit(self) -> Iterator[str]:
        """What the first visit to the page asks for, until all is there that is fetched ahead."""
        files, folder = self.files, self.parts.folder
        yield from ("", *files.styles, *files.modules, files.entry, files.icon, *self.late())
        yield from DASH
        ahead = ("dates", "quotes", "profiles", "comparison", *self.parts.view["ahead"])
        yield from (f"{folder}{name}" for name in (VIEW, *(f"{each}{ENDING}" for each in ahead)))

    def _of_page(self) -> Iterator[str]:
        files = self.files
        yield from (*files.styles, *files.modules, *files.stage_modules, *files.stage)
        yield from (*files.world_modules, files.world)
        yield from (*files.trends_modules, *files.trends)
        yield from (files.icon, files.entry)
        yield from self.late()
        yield from (f"geodata/{name}" for name in SHAPES)
        yield from DASH
        yield from (f"{self.parts.folder}{name}" for name in self.parts.names)

    def _of_days(self) -> Iterator[str]:
        for day, kinds in self.data_days.items():
            yield from (f"data/standing/{day}.{kind}" for kind in kinds)
            if MAP in kinds:
                yield f"data/figure/{day}.json"
        for day in self.kept.days:
            yield f"brief/{day}.json"
            yield f"embed/{day}.html"
