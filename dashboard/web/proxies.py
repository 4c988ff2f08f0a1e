"""Believes the proxies that a setting names about who asks them, for which host, and how."""

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.middleware.proxy_fix import ProxyFix

Network: TypeAlias = IPv4Network | IPv6Network


class TrustedProxies:
    """A WSGI application around another one.

    The last value of ``X-Forwarded-For``, ``-Proto``, ``-Host`` and ``-Prefix`` counts where the
    connection comes from one of ``networks``; else these headers say nothing to anybody.
    """

    def __init__(self, inner: WSGIApplication, networks: Sequence[Network]) -> None:
        self._networks = networks
        self._inner = inner
        self._told = ProxyFix(inner, x_for=1, x_proto=1, x_host=1, x_prefix=1)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        is_trusted = self._trusts(environ.get("REMOTE_ADDR", ""))
        return (self._told if is_trusted else self._inner)(environ, start_response)

    def _trusts(self, address: str) -> bool:
        try:
            asking = ip_address(address.partition("%")[0])
        except ValueError:  # A socket of the file system has no address.
            return False
        if isinstance(asking, IPv6Address) and asking.ipv4_mapped:
            asking = asking.ipv4_mapped
        return any(asking in network for network in self._networks)
