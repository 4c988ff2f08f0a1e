"""Runs the dashboard on a production server (waitress) until it is told to stop."""

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from types import FrameType
from typing import Any, TypeAlias

from waitress import create_server

from dashboard.web.entrance import entrance
from dashboard.web.guard import Guard
from dashboard.web.listening import addresses, listen
from dashboard.web.observing import Figures
from dashboard.web.refusals import guard_refusals
from dashboard.web.reloading import Load, Reloader

THREADS = 8
CONNECTIONS = 1000
"""A browser keeps half a dozen connections open; the server's own default is full at 17 readers."""
LARGEST_BODY = 65536
"""Bytes of a request's body, which is read to the end before it is refused."""
IN_MEMORY = 2**30
"""Bytes of an answer that may wait in memory for a slow reader; more than any answer has. Beyond
that, waitress would write a temporary file, for which a machine may have no room."""


class Server:
    """Answers at sockets, with a record that is loaded or will be.

    ``say`` takes a line of the log.
    """

    def __init__(self, settings: Mapping[str, Any], load: Load, say: Callable[[str], None]) -> None:
        self._settings, self._say = settings, say
        figures = Figures()
        front, self._app = entrance(settings, figures, say)
        self.reloader = Reloader(front, load, figures, say)

    def run(
        self,
        sockets: Sequence[socket.socket],
        begin: Callable[[], None],
        parent: int | None = None,
    ) -> None:
        """Answer until Ctrl-C or a termination signal, which raises KeyboardInterrupt.

        ``begin`` is called once it listens. A worker ends as well when the process ``parent``,
        which looks after it, is no more.
        """
        # A word for every request that waits its turn is of use to nobody.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        server = create_server(
            self._app,
            sockets=sockets,
            threads=THREADS,
            connection_limit=CONNECTIONS,
            asyncore_use_poll=True,
            max_request_body_size=LARGEST_BODY,
            outbuf_overflow=IN_MEMORY,
            ident=None,
            # What proxies say is believed or not by the setting for them (``entrance``).
            clear_untrusted_proxy_headers=False,
        )
        guard_refusals(server, Guard.of(self._settings))
        thread = threading.Thread(target=server.run, name="flankwatch-server", daemon=True)
        on_stop(stop_once())
        thread.start()
        try:
            begin()
            # A signal that comes just before a wait is seen when the wait ends: none may be
            # endless.
            while thread.is_alive() and parent in (None, os.getppid()):
                thread.join(timeout=1)
        finally:
            self.reloader.stop()
            server.task_dispatcher.shutdown()
            server.close()
            on_stop(signal.SIG_IGN)


def serve(settings: Mapping[str, Any], load: Load, say: Callable[[str], None]) -> None:
    """Listen, load the record, and answer until Ctrl-C or a termination signal.

    ``load`` opens the front door and tells of what it loaded; while it works, ``/healthz`` answers
    already. What it raises at first ends the server and is raised on. It is called again when the
    folder of the pack changes, or at SIGHUP: then what it refuses is only said.

    Raises:
        ListenError: the port is taken, not allowed, or the host is not one of this machine.
    """
    sockets = listen(settings["host"], settings["port"])
    server = Server(settings, load, say)

    def begin() -> None:
        loaded = server.reloader.start(settings["pack"])
        say_address(sockets, say)
        say(loaded)

    try:
        server.run(sockets, begin)
    except KeyboardInterrupt:
        say("Flankwatch stopped.")


def say_address(sockets: Sequence[socket.socket], say: Callable[[str], None]) -> None:
    """Say where readers find the dashboard."""
    for address in addresses(sockets):
        say(f"Flankwatch listens on {address} (Ctrl-C stops it)")


Handler: TypeAlias = Callable[[int, FrameType | None], None]


def on_stop(handler: Handler | signal.Handlers) -> None:
    """Let the signals that ask a process to end be handled so."""
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, handler)


def stop_once() -> Handler:
    """A signal handler that stops the server at the first signal and ignores further ones."""
    asked = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if not asked:
            asked = True
            raise KeyboardInterrupt

    return stop
