"""The shipped record, read once, and copies of it to be altered."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from once import Once
from samples import PackCopy
from wheels import built, copied, installed, script

from dashboard.paths import DEFAULT_PACK
from dashboard.record.ledger import Ledger

settings.register_profile("flankwatch", deadline=None, database=None)
settings.load_profile("flankwatch")


UNCOUNTED = {"browser", "test_pack.py", "test_hostile_packs.py", "test_publish_attacks.py"}
"""Folders and files of tests whose lines do not count for the coverage. They ask a server in a
process of its own, or the same functions many thousand times, which counting makes take 2.5 times
as long; what they reach must be reached by a plain test as well. Single tests are marked
``uncounted``.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """How the dashboard is served to the browsers (``tests/browser/sites.py``)."""
    parser.addoption(
        "--site", choices=["live", "base-path", "folder", "folder-nginx"], default="live"
    )


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
