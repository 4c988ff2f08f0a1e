"""What the web server itself refuses, before the front door is asked: guarded all the same."""

from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, MultiSocketServer
from waitress.task import ErrorTask

from dashboard.web.front import security_headers

GUARDS = [("Cache-Control", "no-store"), *security_headers([])]


class GuardedRefusal(ErrorTask):  # type: ignore[misc]  # waitress tells no types.
    """An answer to what is no request, or too large a one, with the headers of every answer."""

    def execute(self) -> None:
        self.response_headers.extend(GUARDS)
        super().execute()


class GuardedChannel(HTTPChannel):  # type: ignore[misc]
    """A connection whose refusals are guarded."""

    error_task_class = GuardedRefusal


def guard_refusals(server: BaseWSGIServer | MultiSocketServer) -> None:
    """Let every connection that ``server`` accepts from now on be a ``GuardedChannel``."""
    listening = server.map.values() if isinstance(server, MultiSocketServer) else [server]
    for one in listening:
        if isinstance(one, BaseWSGIServer):
            one.channel_class = GuardedChannel
