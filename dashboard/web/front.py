"""The outermost part of the server: methods, ``/healthz``, ``/readyz`` and security headers."""

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from prometheus_client.exposition import CONTENT_TYPE_LATEST

from dashboard.web.base_path import AT_THE_TOP, BasePath
from dashboard.web.guard import Guard, Headers, shared_with
from dashboard.web.refusal import shaped
from dashboard.web.whole import Kept, Whole, nothing

ALLOWED = ("GET", "HEAD")
HEALTH = "/healthz"
READINESS = "/readyz"
METRICS = "/metrics"
TEXT = "text/plain; charset=utf-8"
LOADING = "The record is still being loaded."
READY = "The record is loaded."
NO_ADDRESS = "This is no address: what is not ASCII is written with percent signs."
ELSEWHERE = "This server does not answer for that host."
EMBEDDED = "flankwatch.embedded"
"""Set in the environment of a request by whoever answers it with the page for frames."""


class FrontDoor:
    """A WSGI application around the dashboard's own.

    Only GET and HEAD pass: the page posts nothing. ``/healthz`` says that the process is up,
    ``/readyz`` whether the record is loaded; until it is, every page is a 503 that says why.
    Every answer carries the headers of ``guard``; a host that it does not name is 421.
    ``metrics`` writes the figures for Prometheus; without it, ``/metrics`` is no page. All is below
    ``base``; health, readiness and figures are at the top of the host, too.
    """

    def __init__(
        self,
        guard: Guard | None = None,
        metrics: Callable[[], str] | None = None,
        base: BasePath = AT_THE_TOP,
    ) -> None:
        self._guard = guard or Guard()
        self._metrics = metrics
        self._base = base
        self._inner: WSGIApplication | None = None
        self._kept: Callable[[WSGIEnvironment], Kept | None] = nothing
        self._ready = READY
        self._headers: Headers = self._guard.of_page()
        self._changed = threading.Condition()

    def open(
        self,
        inner: WSGIApplication,
        script_hashes: Sequence[str],
        kept: Callable[[WSGIEnvironment], Kept | None] = nothing,
    ) -> None:
        """A record is loaded: from now on ``inner`` answers. ``kept`` has what it would say."""
        with self._changed:
            self._kept = kept
            self._headers = self._guard.of_page(script_hashes)
            self._inner = inner
            self._ready = READY
            self._changed.notify_all()

    @property
    def is_open(self) -> bool:
        """Whether anything answers."""
        return self._inner is not None

    def at_hand(self, outer: WSGIEnvironment) -> Whole | None:
        """The answer to a GET request, if it is kept."""
        environ = self._base.entered(outer)
        is_ours = self._base.has(outer["PATH_INFO"])
        if not is_ours or not self._guard.answers_for(environ.get("HTTP_HOST", "")):
            return None
        kept = self._kept(environ)
        if kept is None:
            return None
        environ.update(kept.said)
        return kept.whole(environ, lambda headers: self._guarded(environ, headers))

    @property
    def inner(self) -> WSGIApplication | None:
        """What answers."""
        return self._inner

    def after(self, inner: WSGIApplication, patience: float) -> WSGIApplication | None:
        """What answers once it is no longer ``inner``; None if that takes too many seconds."""
        with self._changed:
            is_other = self._changed.wait_for(lambda: self._inner is not inner, patience)
            return self._inner if is_other else None

    def degrade(self, why: str) -> None:
        """A newer record was refused: ``/readyz`` says so, all else is answered as before."""
        self._ready = f"degraded: {why}"

    def __call__(self, outer: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ, asked = self._base.entered(outer), outer.get("PATH_INFO", "")
        path = environ.get("PATH_INFO", "")
        if environ["REQUEST_METHOD"] not in ALLOWED:
            allow = [("Allow", ", ".join(ALLOWED))]
            return self._say(environ, start_response, "405 Method Not Allowed", "", allow)
        if not environ.get("QUERY_STRING", "").isascii():  # RFC 3986. Some servers pass it on.
            return self._say(environ, start_response, "400 Bad Request", NO_ADDRESS)
        if path == HEALTH:
            return self._say(environ, start_response, "200 OK", "flankwatch is up")
        if path == METRICS and self._metrics is not None:
            told = self._metrics()
            return self._say(environ, start_response, "200 OK", told, kind=CONTENT_TYPE_LATEST)
        if path != READINESS and not self._guard.answers_for(environ.get("HTTP_HOST", "")):
            return self._say(environ, start_response, "421 Misdirected Request", ELSEWHERE)
        if path != READINESS and not self._base.has(asked):
            return self._lead(environ, start_response, asked)
        if self._inner is None:
            retry = [("Retry-After", "2")]
            return self._say(environ, start_response, "503 Service Unavailable", LOADING, retry)
        if path == READINESS:
            return self._say(environ, start_response, "200 OK", self._ready)
        return self._inner(environ, self._with_headers(environ, start_response))

    def _lead(
        self, environ: WSGIEnvironment, start_response: StartResponse, asked: str
    ) -> Iterable[bytes]:
        """Lead a reader to the dashboard who asks for something that is not below its path."""
        root, query = f"{environ['SCRIPT_NAME']}/", environ.get("QUERY_STRING", "")
        if asked == self._base.without_slash:
            to = [("Location", f"{root}?{query}" if query else root)]
            return self._say(environ, start_response, "308 Permanent Redirect", root, to)
        return self._say(environ, start_response, "404 Not Found", f"The dashboard is at {root}")

    def _with_headers(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> StartResponse:
        def start(status: str, headers: Headers, exc_info: Any = None) -> Any:
            return start_response(status, self._guarded(environ, headers), exc_info)

        return start

    def _guarded(self, environ: WSGIEnvironment, headers: Headers) -> Headers:
        names = {name.lower() for name, _ in self._headers}
        kept = [(name, value) for name, value in headers if name.lower() not in names]
        own = self._guard.of_frame() if environ.get(EMBEDDED) else self._headers
        return [*kept, *own, *shared_with(environ.get("PATH_INFO", ""))]

    def _say(
        self,
        environ: WSGIEnvironment,
        start_response: StartResponse,
        status: str,
        text: str,
        headers: Sequence[tuple[str, str]] = (),
        kind: str = TEXT,
    ) -> Iterable[bytes]:
        body = f"{text}\n".encode()
        if not status.startswith("200"):
            accept, root = environ.get("HTTP_ACCEPT", ""), f"{environ.get('SCRIPT_NAME', '')}/"
            body, kind = shaped(int(status[:3]), text or status, accept, root)
        start_response(
            status,
            [
                ("Content-Type", kind),
                ("Content-Length", str(len(body))),
                ("Cache-Control", "no-store"),
                ("Vary", "Accept"),
                *headers,
                *self._headers,
                *shared_with(""),
            ],
        )
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
