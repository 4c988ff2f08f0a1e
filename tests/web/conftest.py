"""A server that runs for as long as the tests do."""

from collections.abc import Iterator

import pytest
from web.servers import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The dashboard on a free port. Whatever was asked of it, it must end well and in silence."""
    with Server() as running:
        yield running
        ended = running.stop()
    assert ended.status == 0
    assert ended.err == ""
