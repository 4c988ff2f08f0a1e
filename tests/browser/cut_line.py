"""A line that does not deliver everything, and what the browser complains about then."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

SEEN = """() => {
  const standings = selector => Object.fromEntries(
    [...document.querySelectorAll(selector)].map(({ dataset }) => [dataset.iso, dataset.standing]));
  return [standings("#map path[data-iso]"), standings("#state-list [data-iso]")];
}"""
LOST = "Failed to load resource"
"""What every browser says in its console of a file that did not arrive."""


@dataclass
class Complaints:
    """What a page's browser complains about: lost files, and whatever else it says."""

    lost: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> "Complaints":
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.others.append(f"error: {error}"))
        page.on("requestfailed", self._failed)
        return self

    def _failed(self, request: Request) -> None:
        # A reader who goes on breaks off what was still to come: that is not lost.
        if request.failure != "net::ERR_ABORTED":
            self.lost.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        is_bad = message.type in ("error", "warning", "assert")
        if is_bad and not message.text.startswith(LOST):
            self.others.append(f"{message.type}: {message.text}")


@contextmanager
def without(browser: Browser, parts: str, address: str) -> Iterator[Page]:
    """A page whose line never delivers the files that a pattern finds.

    Of that, and of nothing else, its browser may complain.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    complaints = Complaints().listen(page)
    page.route(re.compile(parts), lambda route: route.abort())
    page.goto(address)
    yield page
    context.close()
    assert complaints.others == []
    assert [url for url in complaints.lost if not re.search(parts, url)] == []


def is_of_one_day(page: Page) -> bool:
    """Whether map and list of states say the same of every state, and something."""
    on_map, in_list = page.evaluate(SEEN)
    both = on_map.keys() & in_list.keys()
    return len(both) > 9 and all(on_map[iso] == in_list[iso] for iso in both)
