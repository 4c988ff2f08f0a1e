"""Runs the dashboard on a production server (waitress) until it is told to stop."""

import logging
import signal
import threading
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any, TypeAlias

from waitress import create_server
from waitress.server import BaseWSGIServer, MultiSocketServer

from dashboard.web.entrance import entrance
from dashboard.web.guard import Guard
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


class ListenError(Exception):
    """The address or port cannot be had; the text says why in one line."""


def serve(settings: Mapping[str, Any], load: Load, say: Callable[[str], None]) -> None:
    """Listen, load the record, and answer until Ctrl-C or a termination signal.

    ``load`` opens the front door and tells of what it loaded; while it works, ``/healthz`` answers
    already. What it raises at first ends the server and is raised on. It is called again when the
    folder of the pack changes, or at SIGHUP: then what it refuses is only said.

    Raises:
        ListenError: the port is taken, not allowed, or the host is not one of this machine.
    """
    # A word for every request that waits its turn is of use to nobody.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    host, port, figures = settings["host"], settings["port"], Figures()
    front, app = entrance(settings, figures, say)
    try:
        server = create_server(
            app,
            host=host,
            port=port,
            threads=THREADS,
            connection_limit=CONNECTIONS,
            asyncore_use_poll=True,
            max_request_body_size=LARGEST_BODY,
            outbuf_overflow=IN_MEMORY,
            ident=None,
            # What proxies say is believed or not by the setting for them (``entrance``).
            clear_untrusted_proxy_headers=False,
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise ListenError(f"cannot listen on {host}, port {port}: {reason}") from None
    except ValueError:
        raise ListenError(
            f"cannot listen on {host}, port {port}: expected a name or an address of this machine"
        ) from None
    guard_refusals(server, Guard.of(settings))
    thread = threading.Thread(target=server.run, name="flankwatch-server", daemon=True)
    _on_stop(_stop_once())
    thread.start()
    reloader = Reloader(front, load, figures, say)
    try:
        loaded = reloader.start(settings["pack"])
        for address in addresses(server):
            say(f"Flankwatch listens on {address} (Ctrl-C stops it)")
        say(loaded)
        # A signal that comes just before a wait is seen when the wait ends: none may be endless.
        while thread.is_alive():
            thread.join(timeout=1)
    except KeyboardInterrupt:
        say("Flankwatch stopped.")
    finally:
        reloader.stop()
        server.task_dispatcher.shutdown()
        server.close()
        _on_stop(signal.SIG_IGN)


Handler: TypeAlias = Callable[[int, FrameType | None], None]


def _on_stop(handler: Handler | signal.Handlers) -> None:
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, handler)


def _stop_once() -> Handler:
    """A signal handler that stops the server at the first signal and ignores further ones."""
    asked = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if not asked:
            asked = True
            raise KeyboardInterrupt

    return stop


def addresses(server: BaseWSGIServer | MultiSocketServer) -> list[str]:
    """The web addresses that a server listens on."""
    if isinstance(server, MultiSocketServer):
        listening = server.effective_listen
    else:
        listening = [(server.effective_host, server.effective_port)]
    return [
        f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
        for host, port in listening
    ]
