"""The frames of the shipped record."""

import pytest

from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame, build_frames


@pytest.fixture(scope="session")
def frames(ledger: Ledger) -> tuple[Frame, ...]:
    return build_frames(ledger)
