"""The shipped record, read once, and copies of it to be altered."""

from pathlib import Path

import pytest
from hypothesis import settings
from samples import PackCopy

from dashboard.paths import DEFAULT_PACK
from dashboard.record.ledger import Ledger

settings.register_profile("flankwatch", deadline=None, database=None)
settings.load_profile("flankwatch")


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """The record that the project ships."""
    return Ledger.read(DEFAULT_PACK)


@pytest.fixture
def pack(tmp_path: Path) -> PackCopy:
    """A copy of the shipped pack; every test gets its own."""
    return PackCopy(tmp_path / "mine-ban")
