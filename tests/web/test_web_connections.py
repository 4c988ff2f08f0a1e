"""Who answers what: the thread that reads, or one of those that make things."""

import http.client
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from waitress import create_server

from dashboard.web.connections import MOST_UNSENT, Desk, accept_connections
from dashboard.web.whole import AtHand, Whole

THREADS = 2
PATIENCE = 20
"""Seconds after which something that never comes is a failure."""
LARGE = b"x" * (4 * MOST_UNSENT)


class Site:
    """Has a short and a large answer at hand; makes others once it is let go. It answers with the
    name of the thread.
    """

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.waiting = threading.Semaphore(0)

    def at_hand(self, environ: WSGIEnvironment) -> Whole | None:
        if environ["PATH_INFO"] == "/made":
            return None
        body = self._body(environ)
        return Whole.of("200 OK", [("Content-Length", str(len(body)))], body)

    def _body(self, environ: WSGIEnvironment) -> bytes:
        large = environ["PATH_INFO"] == "/large"
        return LARGE if large else threading.current_thread().name.encode()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self.waiting.release()
        self.let_go.wait(PATIENCE)
        body = self._body(environ)
        start_response("200 OK", [("Content-Length", str(len(body)))])
        return [body]


@contextmanager
def served(app: WSGIApplication, at_hand: AtHand) -> Iterator[int]:
    """The port at which ``app`` answers."""
    desk = Desk(THREADS, at_hand)
    server = create_server(app, _dispatcher=desk, host="127.0.0.1", port=0)
    accept_connections(server)
    thread = threading.Thread(target=server.run, name="reads", daemon=True)
    thread.start()
    try:
        yield server.effective_port
    finally:
        desk.shutdown()
        # By the thread that reads: it may be waiting for what is closed.
        server.trigger.pull_trigger(server.close)
        thread.join(PATIENCE)
        assert not thread.is_alive()


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def port(site: Site) -> Iterator[int]:
    with served(site, site.at_hand) as port:
        yield port
        site.let_go.set()


def ask(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    finally:
        connection.close()


def request(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode()


def link_to(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)


def test_what_is_at_hand_is_answered_by_the_thread_that_reads(port: int) -> None:
    assert ask(port, "/") == b"reads"


def test_what_must_be_made_is_made_by_another_thread(site: Site, port: int) -> None:
    site.let_go.set()
    assert ask(port, "/made").startswith(b"waitress-")


def test_what_is_at_hand_does_not_wait_for_what_is_made(site: Site, port: int) -> None:
    links = [link_to(port) for _ in range(2 * THREADS)]
    for link in links:
        link.sendall(request("/made"))
    for _ in range(THREADS):
        assert site.waiting.acquire(timeout=PATIENCE)
    assert ask(port, "/") == b"reads"
    for link in links:
        link.close()


def answers(link: socket.socket, count: int) -> Iterator[bytes]:
    """The contents of the answers that come one after the other."""
    with link.makefile("rb") as file:
        for _ in range(count):
            assert file.readline().startswith(b"HTTP/1.1 200")
            length = http.client.parse_headers(file)["Content-Length"]
            yield file.read(int(length))


def test_requests_sent_together_are_answered_in_their_order(site: Site, port: int) -> None:
    site.let_go.set()
    with link_to(port) as link:
        link.sendall(b"".join(map(request, ["/", "/made", "/large", "/made", "/large"])))
        first, made, large, made_again, last = answers(link, 5)
    assert first == b"reads"
    assert made.startswith(b"waitress-")
    assert made_again.startswith(b"waitress-")
    assert large == last == LARGE


def test_who_takes_nothing_of_very_much_holds_nobody_up(port: int) -> None:
    with link_to(port) as link:
        link.sendall(request("/large") * 20)
        for _ in range(10):
            assert ask(port, "/") == b"reads"


@pytest.mark.parametrize(
    "asked",
    [
        b"GET / HTTP/1.0\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"HEAD / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
    ],
    ids=["1.0", "close", "head", "post"],
)
def test_what_is_more_than_giving_is_left_to_the_threads(
    site: Site, port: int, asked: bytes
) -> None:
    site.let_go.set()
    with link_to(port) as link:
        link.sendall(asked)
        assert link.recv(65536).startswith(b"HTTP/1.")
    assert site.waiting.acquire(timeout=PATIENCE)


def test_a_reader_who_goes_away_in_the_middle_is_forgotten(port: int) -> None:
    for _ in range(5):
        with link_to(port) as link:
            link.sendall(request("/large"))
            link.recv(10)
    assert ask(port, "/") == b"reads"


def test_many_who_come_together_are_all_let_in(port: int) -> None:
    links = [link_to(port) for _ in range(100)]
    for link in links:
        link.sendall(request("/"))
    for link in links:
        assert next(answers(link, 1)) == b"reads"
        link.close()


def test_an_answer_tells_the_time_at_which_it_is_given(port: int) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/")
    told = parsedate_to_datetime(connection.getresponse().headers["Date"])
    connection.close()
    assert before <= told <= datetime.now(UTC)
