"""The outermost part of the server: methods, ``/healthz``, ``/readyz`` and security headers."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from dashboard import __version__

Headers: TypeAlias = list[tuple[str, str]]

ALLOWED = ("GET", "HEAD")
HEALTH = "/healthz"
READINESS = "/readyz"
EMBEDDED = "flankwatch.embedded"
"""Set in the environment of a request by whoever answers it with the page for frames."""


class FrontDoor:
    """A WSGI application around the dashboard's own.

    Only GET and HEAD pass: the page posts nothing. ``/healthz`` says that the process is up,
    ``/readyz`` whether the record is loaded; until it is, every page is a 503 that says why.
    Every answer carries the security headers.
    """

    def __init__(self) -> None:
        self._inner: WSGIApplication | None = None
        self._why = "The record is still being loaded."
        self._headers: Headers = security_headers([])

    def open(self, inner: WSGIApplication, script_hashes: Iterable[str]) -> None:
        """The record is loaded: from now on ``inner`` answers."""
        self._headers = security_headers(script_hashes)
        self._inner = inner

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if environ["REQUEST_METHOD"] not in ALLOWED:
            allow = [("Allow", ", ".join(ALLOWED))]
            return self._say(environ, start_response, "405 Method Not Allowed", "", allow)
        if path == HEALTH:
            return self._say(environ, start_response, "200 OK", f"flankwatch {__version__} is up")
        if self._inner is None:
            retry = [("Retry-After", "2")]
            return self._say(environ, start_response, "503 Service Unavailable", self._why, retry)
        if path == READINESS:
            return self._say(environ, start_response, "200 OK", "The record is loaded.")
        return self._inner(environ, self._with_headers(environ, start_response))

    def _with_headers(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> StartResponse:
        names = {name.lower() for name, _ in self._headers}

        def start(status: str, headers: Headers, exc_info: Any = None) -> Any:
            kept = [(name, value) for name, value in headers if name.lower() not in names]
            own = FOR_FRAMES if environ.get(EMBEDDED) else self._headers
            return start_response(status, kept + own, exc_info)

        return start

    def _say(
        self,
        environ: WSGIEnvironment,
        start_response: StartResponse,
        status: str,
        text: str,
        headers: Iterable[tuple[str, str]] = (),
    ) -> Iterable[bytes]:
        body = f"{text or status}\n".encode()
        start_response(
            status,
            [
                ("Content-Type", "text/plain; charset=utf-8"),
                ("Content-Length", str(len(body))),
                ("Cache-Control", "no-store"),
                *headers,
                *self._headers,
            ],
        )
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def security_headers(script_hashes: Iterable[str]) -> Headers:
    """The headers of every answer.

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
    return _headers(policy)


def _headers(policy: Mapping[str, str]) -> Headers:
    return [
        ("Content-Security-Policy", "; ".join(f"{name} {value}" for name, value in policy.items())),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
    ]


FOR_FRAMES = _headers(
    {
        "default-src": "'none'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "*",
    }
)
"""The headers of the page for frames on other sites: nothing runs in it, anybody may show it."""
