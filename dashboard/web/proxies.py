"""Believes the proxies that a setting names about who asks them, for which host, and how."""

from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.web.guard import Headers
from dashboard.web.whole import AtHand, Whole, nothing

Network: TypeAlias = IPv4Network | IPv6Network


class TrustedProxies:
    """A WSGI application around another one.

    The last value of ``X-Forwarded-For``, ``-Proto``, ``-Host`` and ``-Prefix`` counts where the
    connection comes from one of ``networks``; else these headers say nothing to anybody.
    ``at_hand`` gives what ``inner`` would answer.
    """

    def __init__(
        self, inner: WSGIApplication, networks: Sequence[Network], at_hand: AtHand = nothing
    ) -> None:
        self._networks = networks
        self._inner, self._at_hand = inner, at_hand
        # It writes what proxies say into the environment of a request, then asks an application.
        self._tell = ProxyFix(_nobody, x_for=1, x_proto=1, x_host=1, x_prefix=1)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self._hear(environ)
        return self._inner(environ, start_response)

    def at_hand(self, environ: WSGIEnvironment) -> Whole | None:
        """The answer to a GET request, if it lies ready."""
        self._hear(environ)
        return self._at_hand(environ)

    def _hear(self, environ: WSGIEnvironment) -> None:
        if self._trusts(environ.get("REMOTE_ADDR", "")):
            self._tell(environ, _unheard)

    def _trusts(self, address: str) -> bool:
        try:
            asking = ip_address(address.partition("%")[0])
        except ValueError:  # A socket of the file system has no address.
            return False
        if isinstance(asking, IPv6Address) and asking.ipv4_mapped:
            asking = asking.ipv4_mapped
        return any(asking in network for network in self._networks)


def _nobody(_environ: WSGIEnvironment, _start_response: StartResponse) -> Iterable[bytes]:
    return ()


def _unheard(_status: str, _headers: Headers, _error: object = None) -> Callable[[bytes], object]:
    return lambda _content: None
