"""A server on a file system that cannot be written to gives away everything all the same."""

import sys
import time
from collections.abc import Iterator

import pytest
from web.pages import files
from web.servers import Server

from dashboard.publish.takeaway import DESCRIPTION

UNWRITABLE = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
sys.dont_write_bytecode = True
from dashboard.cli import main
sys.exit(main())
"""
"""Runs the command in a process in which no byte can be written into any file."""


@pytest.fixture(scope="module")
def diskless() -> Iterator[Server]:
    command = (sys.executable, "-c", UNWRITABLE)
    with Server(command=command, variables={"TMPDIR": "/nowhere"}) as running:
        yield running
        ended = running.stop()
    assert (ended.status, ended.err) == (0, "")


def test_every_file_is_given_away_without_a_disk(diskless: Server) -> None:
    description = diskless.ask(f"/data/{DESCRIPTION}")
    paths = [
        *files(diskless),
        "/data/flankwatch.gpkg",
        "/data/dates.ics",
        "/data/feed.atom",
        "/data/standing/2025-12-27.geojson",
        "/preview/2025-12-27.png",
    ]
    assert description.status == 200
    for path in paths:
        for accepted in ("identity", "br"):
            assert diskless.ask(path, accept_encoding=accepted).status == 200, path


def test_a_slow_reader_needs_no_disk_either(diskless: Server) -> None:
    whole = diskless.ask("/").body
    request = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 40
    with diskless.connection() as link:
        link.sendall(request)
        time.sleep(1)  # The answers pile up at the server in the meantime.
        received = 0
        while received < 40 * len(whole):
            part = link.recv(2**20)
            assert part, "the server gave up"
            received += len(part)
    assert diskless.ask("/readyz").status == 200
