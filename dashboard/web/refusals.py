"""Adds the security headers to errors that waitress itself answers, such as a broken request."""

from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, MultiSocketServer
from waitress.task import ErrorTask

from dashboard.web.front import security_headers

GUARDS = [("Cache-Control", "no-store"), *security_headers([])]


class GuardedRefusal(ErrorTask):  # type: ignore[misc]  # waitress tells no types.
    """The answer to a broken or too large request, with the security headers."""

    def execute(self) -> None:
        self.response_headers.extend(GUARDS)
        super().execute()


class GuardedChannel(HTTPChannel):  # type: ignore[misc]
    """A connection whose errors are ``GuardedRefusal``s."""

    error_task_class = GuardedRefusal


def guard_refusals(server: BaseWSGIServer | MultiSocketServer) -> None:
    """Let every connection that ``server`` accepts from now on be a ``GuardedChannel``."""
    listening = server.map.values() if isinstance(server, MultiSocketServer) else [server]
    for one in listening:
        if isinstance(one, BaseWSGIServer):
            one.channel_class = GuardedChannel
