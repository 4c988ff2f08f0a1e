"""Answers that lie ready to the last byte, but for the time at which they are given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias
from wsgiref.types import WSGIEnvironment

from dashboard.web.guard import Headers


@dataclass(frozen=True)
class Whole:
    """An answer as it goes over the wire (HTTP/1.1, RFC 9112): status and headers, then a body.

    The ``head`` lacks the header Date and the empty line at its end.
    """

    status: int
    head: bytes
    body: bytes

    @classmethod
    def of(cls, status: str, headers: Headers, body: bytes) -> "Whole":
        """With a status such as ``200 OK``."""
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers)]
        return cls(int(status[:3]), "\r\n".join([*lines, ""]).encode("latin-1"), body)

    def at(self, date: str) -> bytes:
        """All of it, given at a time (as RFC 9110, 5.6.7 writes it)."""
        return b"%bDate: %b\r\n\r\n%b" % (self.head, date.encode(), self.body)


AtHand: TypeAlias = Callable[[WSGIEnvironment], Whole | None]
"""The whole answer to a GET request, if it lies ready."""


class Kept(Protocol):
    """An answer that is kept."""

    @property
    def said(self) -> Mapping[str, Any]:
        """What the application told those around it."""
        ...

    def whole(self, environ: WSGIEnvironment, among: Callable[[Headers], Headers]) -> Whole:
        """The answer to a request, with the headers that ``among`` adds around it."""
        ...


def nothing(_: WSGIEnvironment) -> None:
    """What is at hand where nothing is kept."""
