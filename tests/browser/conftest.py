"""The real server, one browser for all tests, and a fresh reader for each of them."""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from browser.sites import Serving, sites
from chromium import ARGUMENTS, find, provide
from explore_page import DESKTOP, ExplorePage, Reader
from node_tools import Tools
from once import Once
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Playwright,
    Request,
    Response,
    expect,
)
from playwright.sync_api import sync_playwright as start_playwright
from samples import PackCopy
from web.servers import COMMAND

LONG_QUOTES, LONG_EVENTS = 800, 1600
PATIENCE_FOR_EXPORTS = 1800
"""Seconds that a test of an exported folder may take: the first waits for the export."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where files are served, leave out what only a server does, and wait for the files."""
    if not _is_copy(config):
        return
    skip = pytest.mark.skip(reason="only a server does that; here files are served")
    for item in items:
        item.add_marker(pytest.mark.timeout(PATIENCE_FOR_EXPORTS))
        if item.get_closest_marker("live"):
            item.add_marker(skip)


def _is_copy(config: pytest.Config) -> bool:
    """Whether browsers get the files of an export, and no server answers them."""
    site: str = config.getoption("--site")
    return site.startswith("folder")


@pytest.fixture(scope="session")
def document_day(request: pytest.FixtureRequest) -> str:
    """The day of the document that answers to ``?date=2025-12-27``: files are of one day only."""
    return "3 March 2026" if _is_copy(request.config) else "27 December 2025"


@pytest.fixture(scope="session")
def serving(request: pytest.FixtureRequest, command: list[str], once: Once) -> Serving:
    """Serves the dashboard as most people have it, out of a wheel, with arguments: its address.

    It does so in the way of ``--site``.
    """
    return partial(sites(once)[request.config.getoption("--site")], command)


@pytest.fixture(scope="session")
def serving_modules(request: pytest.FixtureRequest, once: Once) -> Serving:
    """Serves the checkout in the same way: its scripts and style sheets come one by one."""
    return partial(sites(once)[request.config.getoption("--site")], COMMAND)


@pytest.fixture(scope="session")
def address(serving: Serving, once: Once) -> Iterator[str]:
    """The address of a dashboard that serves the shipped record."""
    with once.share("shipped", serving) as address:
        yield address


@pytest.fixture(scope="session")
def long_address(serving: Serving, once: Once) -> Iterator[str]:
    """The address of a dashboard whose record is far longer than the shipped one."""
    long = once.make("long", _grow)
    with once.share("long-site", partial(serving, "--pack", str(long / "pack"))) as address:
        yield address


def _grow(folder: Path) -> None:
    PackCopy(folder / "pack").grow(quotes=LONG_QUOTES, events=LONG_EVENTS)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    provide()  # Before Playwright starts: looking for a browser may start one itself.
    name_all_frames()
    with start_playwright() as playwright:
        yield playwright


def name_all_frames() -> None:
    """Know to which module frames without a file belong, such as ``<string>``.

    Playwright looks at all frames whenever it is asked for anything, and Python looks through all
    modules for such a frame: that was a third of what these tests take outside the browser.
    """
    for frame in inspect.stack(0):
        if not Path(frame.filename).exists():
            inspect.modulesbyfile[frame.filename] = "__main__"


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The browser, started once."""
    browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS])
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def old_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser of 2023, started once."""
    chromium = Tools.provide().old_chromium
    # Of two spaces for shared memory, small containers have only the one on disk.
    arguments = [*ARGUMENTS, "--headless", "--disable-dev-shm-usage"]
    browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
    yield browser
    browser.close()


PATIENCE = 30_000
"""Milliseconds that a busy machine gets for anything that is expected to come about."""
expect.set_options(timeout=PATIENCE)


class Complaints:
    """Everything a browser complains about while it shows the dashboard."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.heard: list[str] = []

    def listen(self, context: BrowserContext) -> None:
        """Hear every page of a reader."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.heard.append(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # Dash's own style sheet asks old browsers for something that they call not standardized.
        if "is not standardized" in message.text:
            return
        if message.type in ("error", "warning", "assert"):
            self.heard.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self.heard.append(f"request to another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # A reader who goes on breaks off what was still to come: no complaint.
        if request.failure != "net::ERR_ABORTED":
            self.heard.append(f"failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.heard.append(f"{response.status}: {response.url}")


@pytest.fixture
def plotly(request: pytest.FixtureRequest) -> bool:
    """Whether the test is about the map as plotly draws it: such are marked ``plotly``."""
    return request.node.get_closest_marker("plotly") is not None


@pytest.fixture
def reader(browser: Browser, address: str, plotly: bool) -> Iterator[Reader]:
    """Makes readers: ``reader("?date=…", timezone_id=…)`` has opened that view.

    They save data, so that the map stays the one of the document until they zoom; where a test is
    marked ``plotly``, they do not, and wait for its map. When the test is over, no browser may have
    complained about anything.
    """
    with readers(browser, address, plotly) as reader:
        yield reader


@pytest.fixture
def long_reader(browser: Browser, long_address: str, plotly: bool) -> Iterator[Reader]:
    """Makes readers of the long record."""
    with readers(browser, long_address, plotly) as reader:
        yield reader


@pytest.fixture
def old_reader(old_browser: Browser, address: str) -> Iterator[Reader]:
    """Makes readers who have a browser of 2023."""
    with readers(old_browser, address, plotly=True) as reader:
        yield reader


SAVE_DATA = "Object.defineProperty(navigator.connection, 'saveData', { value: true });"


@contextmanager
def readers(browser: Browser, address: str, plotly: bool = False) -> Iterator[Reader]:
    complaints = Complaints(address)
    contexts: list[BrowserContext] = []

    def arrive(query: str = "", **habits: Any) -> ExplorePage:
        context = browser.new_context(**{"viewport": DESKTOP, **habits})
        context.set_default_timeout(PATIENCE)
        complaints.listen(context)
        contexts.append(context)
        if not plotly:
            context.add_init_script(SAVE_DATA)
        page = ExplorePage(context.new_page(), address).open(query)
        return page.is_whole() if plotly else page

    yield arrive
    for context in contexts:
        context.close()
    assert complaints.heard == []
