"""How waitress reads requests off its connections, and who answers each of them.

What is at hand is answered by the thread that reads all connections: to hand it to another thread
and back takes several times as long as the answer. The threads are for what must be made first.
"""

import threading

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer, MultiSocketServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher
from waitress.utilities import BadRequest, ServerNotImplemented

from dashboard.web.front import AtHand
from dashboard.web.guard import Guard, shared_with

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


class Connection(HTTPChannel):  # type: ignore[misc]
    """A connection whose errors are ``GuardedRefusal``s, and whose requests for what is at hand are
    answered where they are read.
    """

    error_task_class = GuardedRefusal
    reader = 0
    """The thread that reads."""
    is_at_hand = False
    """Whether the next request is to be answered by that thread."""

    def received(self, data: bytes) -> bool:
        self.reader = threading.get_ident()
        is_taken: bool = super().received(data)
        while self.is_at_hand:
            self.is_at_hand = False
            self.service()
        return is_taken


class Desk(ThreadedTaskDispatcher):  # type: ignore[misc]
    """Gives a request to a thread, or leaves it to the one that reads if it is ``at_hand``."""

    def __init__(self, threads: int, at_hand: AtHand) -> None:
        super().__init__()
        self._at_hand = at_hand
        self.set_thread_count(threads)

    def add_task(self, task: Connection) -> None:
        """The first of the requests of a connection is to be answered."""
        if task.reader == threading.get_ident() and self._can_answer(task):
            task.is_at_hand = True
        else:
            super().add_task(task)

    def _can_answer(self, task: Connection) -> bool:
        request: HTTPRequestParser = task.requests[0]
        if request.error or task.total_outbufs_len > MOST_UNSENT:
            return False
        asked = {"PATH_INFO": request.path, "QUERY_STRING": request.query}
        for name, value in request.headers.items():
            asked[f"HTTP_{name}"] = value
        return self._at_hand(asked)


def accept_connections(
    server: BaseWSGIServer | MultiSocketServer, guard: Guard | None = None
) -> None:
    """Let everything that ``server`` accepts from now on be a ``Connection``, and its refusals have
    the headers of ``guard``.
    """
    listening = server.map.values() if isinstance(server, MultiSocketServer) else [server]
    for one in listening:
        if isinstance(one, BaseWSGIServer):
            one.channel_class, one.guard = Connection, guard or Guard()
