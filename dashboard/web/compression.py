"""Compressed answers, each compressed once: everything that is served is the same for everybody."""

from flask import Flask, Request, Response, g, request
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
    """Compress what ``server`` answers: brotli, or gzip for those that do not take it.

    Every answer gets an ETag and is compressed once for it, whatever the address it was asked by.
    Parts of files (Range) go out as they are.
    """
    server.config.update(
        COMPRESS_MIMETYPES=MIMETYPES,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=9,
        COMPRESS_LEVEL=9,
        COMPRESS_STREAMS=False,
        COMPRESS_CACHE_BACKEND=Kept,
        COMPRESS_CACHE_KEY=cache_key,
    )
    Compress(server)

    @server.after_request  # Registered after Flask-Compress, called before it.
    def identify(response: Response) -> Response:
        if response.status_code == 200:
            response.add_etag()
            g.etag, _ = response.get_etag()
            response.make_conditional(request)
        return response


def cache_key(_: Request) -> str:
    """Answers are the same where their ETags are."""
    return str(g.etag)
