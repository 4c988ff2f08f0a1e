"""Runs the dashboard on a production server (waitress) until it is told to stop."""

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from waitress import create_server

from dashboard.web.answers_of_before import AnswersOfBefore
from dashboard.web.connections import Desk, accept_connections
from dashboard.web.entrance import entrance
from dashboard.web.guard import Guard
from dashboard.web.listening import addresses, listen
from dashboard.web.loading import load_records
from dashboard.web.observing import Figures
from dashboard.web.reloading import Load, Reloader
from dashboard.web.signals import End, on_end, on_reload

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
        self._entrance = entrance(settings, figures, say)
        self.front = self._entrance.front
        self.reloader = Reloader(self.front, load, figures, say)

    def run(
        self,
        sockets: Sequence[socket.socket],
        begin: Callable[[], object],
        end: End,
        parent: int | None = None,
    ) -> None:
        """Answer until the system asks for the ``end``.

        ``begin`` is called once it listens. A worker ends as well when the process ``parent``,
        which looks after it, is no more.

        Raises:
            KeyboardInterrupt: the end was asked for, and what was under way is finished.
        """
        # A word for every request that waits its turn is of use to nobody.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        server = create_server(
            self._entrance.app,
            sockets=sockets,
            _dispatcher=Desk(THREADS, self._entrance.at_hand),
            connection_limit=CONNECTIONS,
            asyncore_use_poll=True,
            max_request_body_size=LARGEST_BODY,
            outbuf_overflow=IN_MEMORY,
            ident=None,
            # What proxies say is believed or not by the setting for them (``entrance``).
            clear_untrusted_proxy_headers=False,
        )
        accept_connections(server, Guard.of(self._settings))
        thread = threading.Thread(target=server.run, name="flankwatch-server", daemon=True)
        thread.start()
        try:
            begin()
            # A signal that comes just before a wait is seen when the wait ends: none may be
            # endless.
            while thread.is_alive() and not end.asked and parent in (None, os.getppid()):
                thread.join(timeout=1)
        finally:
            self.reloader.stop()
            server.task_dispatcher.shutdown()
            server.close()
            on_end(signal.SIG_IGN)


def serve(settings: Mapping[str, Any], say: Callable[[str], None]) -> None:
    """Listen, load the record, and answer until Ctrl-C or a termination signal.

    While it is loaded, ``/healthz`` answers already, and what was kept of the last start. What is
    wrong with it ends the server. It is loaded again when the folder of a pack changes, or at
    SIGHUP: then what is wrong is only said.

    Raises:
        ListenError: the port is taken, not allowed, or the host is not one of this machine.
        PackError, AtlasError: the record cannot be loaded.
    """
    end = End()
    on_end(end)
    with suppress(KeyboardInterrupt):
        sockets = listen(settings["host"], settings["port"])
        before = AnswersOfBefore(settings["cache_dir"], settings, say)
        server = Server(settings, load_records(settings, before), say)
        on_reload(server.reloader.ask)  # Before anybody can know that it is up, and ask for that.

        def begin() -> None:
            loaded = server.reloader.start(settings["pack"])
            say_address(sockets, say)
            say(loaded)

        server.run(sockets, begin, end)
    if end.asked:
        say("Flankwatch stopped.")


def say_address(sockets: Sequence[socket.socket], say: Callable[[str], None]) -> None:
    """Say where readers find the dashboard."""
    for address in addresses(sockets):
        say(f"Flankwatch listens on {address} (Ctrl-C stops it)")
