"""Sockets at which readers are waited for, and how they are called in an address."""

import os
import socket
from collections.abc import Sequence

from waitress.adjustments import Adjustments

WAITING = 1024
"""Connections that the system keeps until somebody accepts them."""


class ListenError(Exception):
    """The address or port cannot be had; the text says why in one line."""


def listen(host: str, port: int) -> list[socket.socket]:
    """Listen at every address that a name has on this machine.

    Raises:
        ListenError: the port is taken, not allowed, or the host is not one of this machine.
    """
    sockets: list[socket.socket] = []
    try:
        for family, kind, protocol, address in Adjustments(host=host, port=port).listen:
            listening = socket.socket(family, kind, protocol)
            sockets.append(listening)
            if os.name == "posix":  # Elsewhere it lets two servers have one port.
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            listening.bind(address)
            listening.listen(WAITING)
    except OSError as error:
        _close(sockets)
        reason = error.strerror or str(error)
        raise ListenError(f"cannot listen on {host}, port {port}: {reason}") from None
    except ValueError:
        raise ListenError(
            f"cannot listen on {host}, port {port}: expected a name or an address of this machine"
        ) from None
    return sockets


def _close(sockets: Sequence[socket.socket]) -> None:
    for listening in sockets:
        listening.close()


def addresses(sockets: Sequence[socket.socket]) -> list[str]:
    """The web addresses of these sockets."""
    names = [listening.getsockname()[:2] for listening in sockets]
    return [f"http://[{h}]:{p}/" if ":" in h else f"http://{h}:{p}/" for h, p in names]
