"""What no browser sends: the server refuses it, and answers the next request as ever."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from bench.trials import fuzz
from web.pages import files
from web.servers import PATIENCE, Server, parsed

GET = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
POST = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"


@pytest.fixture(autouse=True)
def unshaken(server: Server) -> Iterator[None]:
    """After every test here, whatever it sent, the page is served."""
    yield
    assert server.ask("/").status == 200
    assert server.ask("/readyz").status == 200


@pytest.mark.parametrize(
    ("request_", "statuses"),
    [
        (b"\x00\x01\x02\r\n\r\n", {400}),
        (b"GET\r\n\r\n", {400}),
        (b"GET / HTTP/1.1 HTTP/1.1\r\n\r\n", {400}),
        (b"get / HTTP/1.1\r\n\r\n", {400}),
        (b"GET https://[::1 HTTP/1.1\r\n\r\n", {400}),
        (b"GET http://[x]/ HTTP/1.1\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\r\nA : b\r\n\r\n", {400}),
        (b"GET / HTTP/1.1\r\nA: b\nC: d\r\n\r\n", {400}),
        (POST + b"Content-Length: abc\r\n\r\n", {400}),
        (POST + b"Content-Length: -5\r\n\r\n", {400}),
        (POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", {400}),
        (POST + b"Content-Length: 99999999999\r\n\r\nhello", {413}),
        (POST + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n", {400}),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {405}),
    ],
    ids=lambda value: ascii(value[:45]) if isinstance(value, bytes) else "",
)
def test_a_malformed_request_is_the_senders_fault(
    server: Server, request_: bytes, statuses: set[int]
) -> None:
    answer = parsed(server.send(request_))
    assert answer.status in statuses
    assert answer.headers["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("head", [b"GET /", b"GET / HTTP/1.1\r\nHost: x\r\nX: "])
def test_an_endless_head_is_cut_off(server: Server, head: bytes) -> None:
    endless = head + b"a" * 100_000_000
    with server.connection() as link, pytest.raises((ConnectionResetError, BrokenPipeError)):
        link.sendall(endless)


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /healthz\r\n\r\n",
        b"GET /healthz HTTP/1.0\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n",
        b"GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n",
        b"\r\n\r\nGET /healthz HTTP/1.0\r\n\r\n",
        GET + b"Content-Length: 5\r\n\r\nhello",
        GET + b"Cookie: \xff=\xfe;;=\r\n\r\n",
        GET + b"Accept-Encoding: ;q=,\xff,gzip;q=abc=\r\n\r\n",
        GET + b'If-None-Match: "\xff, W/,,*\r\n\r\n',
        GET + b"".join(b"X-%d: a\r\n" % number for number in range(5000)) + b"\r\n",
        GET.replace(b"Host: x", b"Host: a b<script>") + b"\r\n",
        GET.replace(b"Host: x", b"Host: [::1") + b"\r\n",
        GET.replace(b"Host: x", b"Host: \xff/../") + b"\r\n",
    ],
    ids=lambda request: ascii(request[-45:]),
)
def test_an_odd_request_is_answered_all_the_same(server: Server, request_: bytes) -> None:
    assert parsed(server.send(request_)).status == 200


@pytest.mark.parametrize(
    "header",
    [
        b"Range: bytes=abc",
        b"Range: bytes=5-1",
        b"Range: bytes=-0",
        b"Range: bytes=0-1,5-6",
        b"Range: lines=1-2",
        b"If-Modified-Since: Mon, 99 Jan 99999 00:00:00 GMT",
        b"If-Range: \xff\r\nRange: bytes=0-5",
        b"If-None-Match: \xff",
        b"Accept-Encoding: \xff;q=",
    ],
)
def test_an_odd_header_never_breaks_a_file(server: Server, header: bytes) -> None:
    answer = server.ask_raw(b"/geodata/states.geojson", headers=header + b"\r\n")
    assert answer.status in (200, 206, 304, 416)


def test_what_is_hardly_ever_a_request_is_never_the_servers_fault(server: Server) -> None:
    found = fuzz(server, 400)
    assert not [status for status in found if status.startswith("5")], found
    assert min(found["200"], found["400"], found["405"], found["404"]) > 0, found


def test_a_request_that_stops_halfway_holds_nobody_up(server: Server) -> None:
    halves = (
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost",
        POST + b"Content-Length: 10\r\n\r\nabc",
        b"\x16",
    )
    with ExitStack() as links:
        for half in halves:
            links.enter_context(server.connection()).sendall(half)
        assert server.ask("/healthz").status == 200


def test_a_request_that_is_hung_up_on_holds_nobody_up(server: Server) -> None:
    for _ in range(20):
        with server.connection() as link:
            link.sendall(b"GET /_dash-layout HTTP/1.1\r\nHost: x\r\n\r\n")
    assert server.ask("/healthz").status == 200


def test_a_room_full_of_idle_browsers_holds_nobody_up(server: Server) -> None:
    with ExitStack() as links:
        for _ in range(200):
            link = links.enter_context(server.connection())
            link.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            assert link.recv(65536).startswith(b"HTTP/1.1 200 OK")


def test_fifty_readers_at_once_all_get_the_same(server: Server) -> None:
    paths = files(server)
    expected = {path: server.ask(path, accept_encoding="br").body for path in paths}
    asked = [path for _ in range(3) for path in paths]
    with ThreadPoolExecutor(50) as readers:
        answers = readers.map(
            lambda path: server.ask(path, accept_encoding="br"), asked, timeout=PATIENCE
        )
        for path, answer in zip(asked, answers, strict=True):
            assert (answer.status, answer.body) == (200, expected[path])
