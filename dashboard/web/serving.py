"""Runs the dashboard on a production server (waitress) until it is told to stop."""

import signal
import threading
from collections.abc import Callable
from types import FrameType

from waitress import create_server
from waitress.server import BaseWSGIServer, MultiSocketServer

from dashboard.web.front import FrontDoor

THREADS = 8


class ListenError(Exception):
    """The address or port cannot be had; the text says why in one line."""


def serve(
    host: str, port: int, load: Callable[[FrontDoor], str], say: Callable[[str], None]
) -> None:
    """Listen, load the record, and answer until Ctrl-C or a termination signal.

    ``load`` opens the front door and returns what it loaded, in a line; while it works,
    ``/healthz`` answers already. What it raises ends the server and is raised on.

    Raises:
        ListenError: the port is taken, not allowed, or the host is not one of this machine.
    """
    front = FrontDoor()
    try:
        server = create_server(front, host=host, port=port, threads=THREADS, ident=None)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ListenError(f"cannot listen on {host}, port {port}: {reason}") from None
    thread = threading.Thread(target=server.run, name="flankwatch-server", daemon=True)
    signal.signal(signal.SIGTERM, _interrupt)
    thread.start()
    try:
        loaded = load(front)
        for address in addresses(server):
            say(f"Flankwatch listens on {address} (Ctrl-C stops it)")
        say(loaded)
        thread.join()
    except KeyboardInterrupt:
        say("Flankwatch stopped.")
    finally:
        server.close()


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


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
