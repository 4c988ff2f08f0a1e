"""The shipped record, read once, and copies of it to be altered."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from once import Once
from samples import PackCopy
from wheels import built, copied, installed, script

from dashboard.garbage import look_seldom_for_garbage
from dashboard.paths import DEFAULT_PACK
from dashboard.record.ledger import Ledger

settings.register_profile("flankwatch", deadline=None, database=None)
settings.load_profile("flankwatch")
look_seldom_for_garbage()


UNCOUNTED = {
    # They ask a server in a process of its own.
    *("browser", "test_web_workers.py"),
    # They do the same many thousand times.
    *("test_pack.py", "test_hostile_packs.py", "test_publish_attacks.py", "test_web_raw.py"),
    # They make the whole site, its data or its pictures, over and over.
    *("test_handout.py", "test_panel_document.py", "test_panel_page.py", "test_panel_trends.py"),
    *("test_publish_calendar.py", "test_publish_day_figure.py", "test_publish_description.py"),
    *("test_publish_picture.py", "test_slides_deck.py", "test_web_brief.py", "test_web_copy.py"),
    *("test_web_compression.py", "test_web_data.py", "test_web_previews.py"),
    *("test_web_smallest.py", "test_web_years.py"),
}
"""Folders and files of tests whose lines do not count for the coverage: counting makes them take
twice as long. What they reach must be reached by a plain test as well. Single tests are marked
``uncounted``.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """How the dashboard is served to the browsers (``tests/browser/sites.py``)."""
    parser.addoption(
        "--site", choices=["live", "base-path", "folder", "folder-nginx"], default="live"
    )


def pytest_collection_finish() -> None:
    """Never look for garbage among the tests themselves."""
    gc.collect()
    gc.freeze()


@contextmanager
def _uncounted(item: pytest.Item) -> Iterator[None]:
    if UNCOUNTED.isdisjoint(item.path.parts) and not item.get_closest_marker("uncounted"):
        yield
        return
    # Pausing one counter would let another one go on, which began with the process.
    counting = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(counting)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Set up what a test needs, its lines counted or not."""
    with _uncounted(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Run a test, its lines counted or not."""
    with _uncounted(item):
        return (yield)


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """The record that the project ships."""
    return Ledger.read(DEFAULT_PACK)


@pytest.fixture
def pack(tmp_path: Path) -> PackCopy:
    """A copy of the shipped pack; every test gets its own."""
    return PackCopy(tmp_path / "mine-ban")


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes things once for all processes of this run; nobody may alter them."""
    return Once(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, in which wheels are built."""
    return copied(tmp_path_factory.mktemp("sources"))


@pytest.fixture(scope="session")
def wheel(once: Once, sources: Path) -> Path:
    """The wheel as most people build it: npm reaches its registry."""
    [wheel] = once.make("wheel", lambda folder: built(sources, folder)).iterdir()
    return wheel


@pytest.fixture(scope="session")
def command(once: Once, wheel: Path) -> list[str]:
    """``flankwatch`` as the wheel installs it."""
    return script(once.make("installed", lambda folder: installed(wheel, folder)))
