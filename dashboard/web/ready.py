"""Keeps whole answers ready, so that most requests are answered without asking the application."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeAlias
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from dashboard.publish.shelf import Shelf
from dashboard.web.front import EMBEDDED
from dashboard.web.guard import Headers
from dashboard.web.whole import Whole

Key: TypeAlias = tuple[str, str, str]

ROOM = 48_000_000
"""Bytes of answers that are kept. The page with all its files takes two, each day more a tenth."""
LONGEST_KEY = 400
"""Letters of path, query and accepted encodings together beyond which nothing is kept."""
LARGEST_AT_HAND = 4_000_000
"""Bytes of an answer beyond which it is no matter of a moment to give it, even where it is kept."""
OF_ITS_OWN = ("HTTP_RANGE", "HTTP_IF_RANGE", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH")
"""Headers of requests that the application answers each time."""
CHANGES_BY_ITSELF = "flankwatch.changes"
"""Set in the environment of a request whose answer was read from a file that may change."""
PASSED_ON = frozenset({EMBEDDED})
"""What the application says of an answer to those around it, in the environment of a request."""
OF_THE_CONTENT = frozenset({"content-type", "content-length", "content-encoding", "content-range"})
"""Headers that go with a content, and that a 304 therefore has not."""


@dataclass(frozen=True)
class Ready:
    """An answer as it is sent; ``said`` is what the application told those around it."""

    headers: Headers
    body: bytes
    etag: str
    said: dict[str, Any]
    _wholes: dict[bool, Whole] = field(default_factory=dict, compare=False, repr=False)

    @property
    def size(self) -> int:
        """Bytes that it takes, more or less."""
        return len(self.body) + 1000

    def is_for(self, environ: WSGIEnvironment) -> bool:
        """Whether it, or 304, is the answer to a request, and not what other ETags ask for."""
        return environ.get("HTTP_IF_NONE_MATCH", "") in ("", self.etag)

    def answer_to(self, environ: WSGIEnvironment) -> tuple[str, Headers, bytes]:
        """Status, headers and body: whole, or that who has it already has it."""
        if environ.get("HTTP_IF_NONE_MATCH"):
            return "304 NOT MODIFIED", _without_content(self.headers), b""
        return "200 OK", list(self.headers), self.body

    def whole(self, environ: WSGIEnvironment, among: Callable[[Headers], Headers]) -> Whole:
        """The same to its last byte, put together once; ``among`` adds the headers around it."""
        is_known = bool(environ.get("HTTP_IF_NONE_MATCH"))
        if is_known not in self._wholes:
            status, headers, body = self.answer_to(environ)
            self._wholes[is_known] = Whole.of(status, among(headers), body)
        return self._wholes[is_known]


class ReadyAnswers:
    """A WSGI application before another one, whose good answers it keeps and gives again.

    ``answers`` are there from the beginning. An answer is given again to the same path, query and
    accepted encodings; who has it already, by its ETag, gets 304. What was read from a file that
    may change is not kept, nor are parts of files and refusals. The answer that was not asked for
    the longest is dropped first.
    """

    def __init__(
        self,
        inner: WSGIApplication,
        room: int = ROOM,
        answers: Mapping[Key, Ready] = MappingProxyType({}),
    ) -> None:
        self._inner = inner
        self._answers = Shelf[Key, Ready](room, lambda answer: answer.size)
        for key, answer in answers.items():
            self._answers.put(key, answer)

    def answer(self, key: Key) -> Ready | None:
        """What is given for path, query and accepted encodings, if it is kept."""
        return self._answers.get(key)

    def at_hand(self, environ: WSGIEnvironment) -> Ready | None:
        """The answer to a request, if it is given in a moment and without the application."""
        key = _key(environ)
        found = None if key is None else self._answers.get(key)
        if found is None or found.size > LARGEST_AT_HAND or not found.is_for(environ):
            return None
        return found

    def __len__(self) -> int:
        return len(self._answers)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = _key(environ)
        if key is None:
            return self._inner(environ, start_response)
        found = self._answers.get(key)
        if found is None or not found.is_for(environ):
            return self._asked(key, environ, start_response)
        environ.update(found.said)
        status, headers, body = found.answer_to(environ)
        start_response(status, headers)
        return [body] if body and environ["REQUEST_METHOD"] != "HEAD" else []

    def _asked(
        self, key: Key, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Ask the application, and keep what it answers if it is good and whole."""
        started: list[tuple[str, Headers]] = []

        def start(status: str, headers: Headers, exc_info: Any = None) -> Any:
            started[:] = [(status, headers)]
            return start_response(status, headers, exc_info)

        answer = self._inner(environ, start)
        [(status, headers)] = started
        etag = next((value for name, value in headers if name.lower() == "etag"), "")
        is_good = status.startswith("200") and environ["REQUEST_METHOD"] == "GET" and etag
        if not is_good or environ.get(CHANGES_BY_ITSELF):
            return answer
        try:
            body = b"".join(answer)
        finally:
            getattr(answer, "close", lambda: None)()
        said = {name: environ[name] for name in PASSED_ON & environ.keys()}
        self._answers.put(key, Ready(list(headers), body, etag, said))
        return [body]


def _key(environ: WSGIEnvironment) -> Key | None:
    """By what an answer is kept; None where none is given again."""
    if any(environ.get(name) for name in OF_ITS_OWN):
        return None
    key = (
        environ.get("PATH_INFO", ""),
        environ.get("QUERY_STRING", ""),
        environ.get("HTTP_ACCEPT_ENCODING", ""),
    )
    return None if sum(map(len, key)) > LONGEST_KEY else key


def _without_content(headers: Headers) -> Headers:
    return [(name, value) for name, value in headers if name.lower() not in OF_THE_CONTENT]
