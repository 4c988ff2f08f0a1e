"""The headers that guard every answer, and the names of hosts that are answered for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

Headers: TypeAlias = list[tuple[str, str]]

ANYBODY = "*"
OPEN_TO_OTHERS = ("/data/", "/geodata/", "/picture/", "/preview/")
"""Paths of files that pages on other sites may show or read."""
STYLE_SHEET = ".css"
"""What the page for frames asks for: it is of no site itself, since its frame is a sandbox."""
NOT_NEEDED = ("camera", "geolocation", "microphone", "payment", "usb")
"""What browsers offer to pages and this one never asks for."""


@dataclass(frozen=True)
class Guard:
    """Makes these headers.

    ``embed_hosts`` may show the page for frames, ``hosts`` are the names by which the server is
    asked (none: by any name), ``hsts`` is for how many seconds browsers shall ask by https alone
    (RFC 6797; 0: not said).
    """

    embed_hosts: Sequence[str] = (ANYBODY,)
    hosts: frozenset[str] = frozenset()
    hsts: int = 0

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Guard":
        """The guard that the settings ask for."""
        return cls(settings["embed_hosts"], frozenset(settings["hosts"]), settings["hsts"])

    def answers_for(self, host: str) -> bool:
        """Whether a request's Host names this server; its port does not count."""
        if not self.hosts:
            return True
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:  # An address in brackets that is none.
            return False
        return (f"[{name}]" if ":" in name else name) in self.hosts

    def of_page(self, script_hashes: Sequence[str] = ()) -> Headers:
        """The headers of all answers but the page for frames.

        Scripts run only from this host or by the hash of the page's one inline script. Styles need
        'unsafe-inline': Dash and plotly insert style elements of their own.
        """
        policy = {
            "default-src": "'none'",
            "script-src": " ".join(["'self'", *script_hashes]),
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self'",
            "connect-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
        }
        return [*self._headers(policy), ("Cross-Origin-Opener-Policy", "same-origin")]

    def of_frame(self) -> Headers:
        """The headers of the page for frames on other sites: nothing runs in it."""
        return self._headers(
            {
                "default-src": "'none'",
                "style-src": "'self' 'unsafe-inline'",
                "img-src": "'self' data:",
                "base-uri": "'none'",
                "form-action": "'none'",
                "frame-ancestors": " ".join(self.embed_hosts),
            }
        )

    def _headers(self, policy: Mapping[str, str]) -> Headers:
        rules = "; ".join(f"{name} {value}" for name, value in policy.items())
        lasting = [("Strict-Transport-Security", f"max-age={self.hsts}")] if self.hsts else []
        return [
            ("Content-Security-Policy", rules),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", ", ".join(f"{name}=()" for name in NOT_NEEDED)),
            *lasting,
        ]


def shared_with(path: str) -> Headers:
    """Who may put what is at this path into a page of their own."""
    # Of a site with several treaties, all but the first are a step below the top.
    below = path[path.find("/", 1) :]
    open_folder = path.startswith(OPEN_TO_OTHERS) or below.startswith(OPEN_TO_OTHERS)
    is_open = open_folder or path.endswith(STYLE_SHEET)
    whom = "cross-origin" if is_open else "same-origin"
    return [("Cross-Origin-Resource-Policy", whom)]
