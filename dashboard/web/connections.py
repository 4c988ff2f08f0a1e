"""How waitress reads requests off its connections, and who answers each of them.

What is at hand is given by the thread that reads all connections: to hand it to another thread and
back, and to have its headers put together each time, takes several times as long. The threads are
for what must be made first.
"""

import threading
import time
from collections.abc import Callable
from functools import lru_cache, partial

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import BaseWSGIServer, MultiSocketServer
from waitress.task import ErrorTask, Task, ThreadedTaskDispatcher, WSGITask
from waitress.utilities import BadRequest, ServerNotImplemented, build_http_date

from dashboard.web.guard import Guard, shared_with
from dashboard.web.whole import AtHand, Whole

TOGETHER = 8
"""How many connections are accepted at once; more, and one of several processes has them all."""
MOST_UNSENT = 2**20
"""Bytes on their way to a reader beyond which the reading thread adds no answer: a thread may wait
until they are sent, the one that sends them may not. (It would wait at 16 MiB, waitress's
``outbuf_high_watermark``; no answer at hand is nearly so large.)"""


class GuardedRefusal(ErrorTask):  # type: ignore[misc]  # waitress tells no types.
    """The answer to a broken or too large request, with the headers of the server's guard.

    A body in an unknown transfer coding is the sender's fault like any other that nobody can read:
    400, not 501, so that no request makes an operator's alarm ring.
    """

    def execute(self) -> None:
        if isinstance(self.request.error, ServerNotImplemented):
            self.request.error = BadRequest(self.request.error.body)
        own = [
            ("Cache-Control", "no-store"),
            *self.channel.server.guard.of_page(),
            *shared_with(""),
        ]
        self.response_headers.extend(own)
        super().execute()


class Giving(Task):  # type: ignore[misc]
    """The giving of an answer that lies ready."""

    wrote_header = True

    def __init__(self, channel: "Connection", request: HTTPRequestParser, whole: Whole) -> None:
        super().__init__(channel, request)
        self._whole = whole

    def execute(self) -> None:
        content = self._whole.at(_date(int(time.time())))
        # What the system takes at once need not go through waitress's buffers.
        sent = 0 if self.channel.total_outbufs_len else self.channel.send(content, do_close=False)
        self.channel.write_soon(content[sent:])


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    written: str = build_http_date(second)
    return written


class RequestParser(HTTPRequestParser):  # type: ignore[misc]
    """Reads requests, and refuses those whose address is none, where waitress would hang up."""

    def parse_header(self, header_plus: bytes) -> None:
        try:
            super().parse_header(header_plus)
        except ValueError:
            raise ParsingError("Bad address") from None


class Connection(HTTPChannel):  # type: ignore[misc]
    """A connection whose errors are ``GuardedRefusal``s, and whose requests for what is at hand are
    answered where they are read.
    """

    error_task_class = GuardedRefusal
    parser_class = RequestParser
    reader = 0
    """The thread that reads."""
    at_hand: Whole | None = None
    """The answer to the next request, if that thread is to give it."""

    def received(self, data: bytes) -> bool:
        self.reader = threading.get_ident()
        is_taken: bool = super().received(data)
        while self.at_hand:
            self.service()
        return is_taken

    def task_class(self, _channel: "Connection", request: HTTPRequestParser) -> Task:
        """How ``service`` answers a request."""
        whole, self.at_hand = self.at_hand, None
        return Giving(self, request, whole) if whole else WSGITask(self, request)


class Desk(ThreadedTaskDispatcher):  # type: ignore[misc]
    """Gives a request to a thread, or leaves it to the one that reads if its answer is
    ``at_hand``.
    """

    def __init__(self, threads: int, at_hand: AtHand) -> None:
        super().__init__()
        self._at_hand = at_hand
        self.set_thread_count(threads)

    def add_task(self, task: Connection) -> None:
        """The first of the requests of a connection is to be answered."""
        if task.reader == threading.get_ident():
            task.at_hand = self._answer_to(task)
        if task.at_hand is None:
            super().add_task(task)

    def _answer_to(self, task: Connection) -> Whole | None:
        request: HTTPRequestParser = task.requests[0]
        headers = request.headers
        if request.error or request.command != "GET" or request.version != "1.1":
            return None
        if headers.get("CONNECTION", "").lower() == "close" or task.total_outbufs_len > MOST_UNSENT:
            return None
        asked = {
            "REQUEST_METHOD": request.command,
            "SCRIPT_NAME": "",
            "PATH_INFO": request.path,
            "QUERY_STRING": request.query,
            "REMOTE_ADDR": task.addr[0],
        }
        for name, value in headers.items():
            asked[f"HTTP_{name}"] = value
        return self._at_hand(asked)


def accept_connections(
    server: BaseWSGIServer | MultiSocketServer, guard: Guard | None = None
) -> None:
    """Let everything that ``server`` accepts from now on be a ``Connection``, and its refusals have
    the headers of ``guard``.

    It accepts several at once: one by one, those who come last would wait until all others, whose
    requests are answered in between, were answered many times.
    """
    listening = server.map.values() if isinstance(server, MultiSocketServer) else [server]
    for one in listening:
        if isinstance(one, BaseWSGIServer):
            one.channel_class, one.guard = Connection, guard or Guard()
            one.handle_accept = partial(_accept_several, one, one.handle_accept)


def _accept_several(server: BaseWSGIServer, accept: Callable[[], None]) -> None:
    for _ in range(TOGETHER):
        before = len(server.active_channels)
        accept()
        if len(server.active_channels) == before:
            break
