"""Adds the security headers to errors that waitress itself answers, such as a broken request."""

from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, MultiSocketServer
from waitress.task import ErrorTask
from waitress.utilities import BadRequest, ServerNotImplemented

from dashboard.web.guard import Guard, shared_with


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


class GuardedChannel(HTTPChannel):  # type: ignore[misc]
    """A connection whose errors are ``GuardedRefusal``s."""

    error_task_class = GuardedRefusal


def guard_refusals(server: BaseWSGIServer | MultiSocketServer, guard: Guard | None = None) -> None:
    """Let every connection that ``server`` accepts from now on be a ``GuardedChannel``."""
    listening = server.map.values() if isinstance(server, MultiSocketServer) else [server]
    for one in listening:
        if isinstance(one, BaseWSGIServer):
            one.channel_class, one.guard = GuardedChannel, guard or Guard()
