"""The dashboard behind the proxies of the tests, and ports for them."""

from collections.abc import Iterator

import pytest
from web import servers
from web.servers import Server


@pytest.fixture(scope="session")
def behind() -> Iterator[Server]:
    """A server that answers for the name localhost alone, as a proxy must pass it on."""
    with Server("--hosts", "localhost") as running:
        yield running


@pytest.fixture
def free_port() -> int:
    """A port of this machine at which nobody listens."""
    return servers.free_port()
