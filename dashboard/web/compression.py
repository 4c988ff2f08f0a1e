"""Compressed answers, each compressed once: everything that is served is the same for everybody."""

from flask import Flask, Request
from flask_compress import Compress

MIMETYPES = [
    "text/html",
    "text/css",
    "text/plain",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
    "image/svg+xml",
]
LARGEST_CACHE = 200
"""How many answers are kept; the page and its files are some sixty."""


class Kept(dict[str, bytes]):
    """A cache as Flask-Compress wants one, which stops growing when it is full."""

    def set(self, key: str, value: bytes) -> None:
        if len(self) < LARGEST_CACHE:
            self[key] = value


def compress(server: Flask) -> None:
    """Compress what ``server`` answers: brotli, or gzip for those that do not take it."""
    server.config.update(
        COMPRESS_MIMETYPES=MIMETYPES,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=9,
        COMPRESS_LEVEL=9,
        COMPRESS_CACHE_BACKEND=Kept,
        COMPRESS_CACHE_KEY=cache_key,
    )
    Compress(server)


def cache_key(request: Request) -> str:
    """Answers differ by path and query only."""
    return request.full_path
