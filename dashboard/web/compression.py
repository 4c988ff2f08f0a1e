"""Compressed answers, each compressed once: everything that is served is the same for everybody."""

from collections import OrderedDict

import brotli
from flask import Flask, Request, Response, g, request
from flask_compress import Compress

from dashboard.web.ranges import PAGE, answer_conditionally

MIMETYPES = [
    "text/html",
    "text/css",
    "text/plain",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
    "application/atom+xml",
    "application/geopackage+sqlite3",
    "text/calendar",
    "text/csv",
    "image/svg+xml",
]
LARGEST_CACHE = 200
"""How many answers are kept for good; the page, its files and the data are some eighty."""
MOST_PASSING = 100
"""How many of those are kept that come in as many forms as there are days."""
PASSING = "passing"
LARGEST_FOR_BEST = 2_000_000
"""Bytes up to which what is kept for good is made as small as can be: a second for every 600 kB.
Pages are not: readers wait for them."""
BROTLI, BEST = "br;", 11


class Kept:
    """A cache as Flask-Compress wants one, which stops growing when it is full.

    Passing answers have room of their own, where the one that was not asked for the longest gives
    way: whoever asks for day after day does not drive out the files that everybody needs.
    """

    def __init__(self) -> None:
        self._lasting: dict[str, bytes] = {}
        self._passing: OrderedDict[str, bytes] = OrderedDict()

    def __len__(self) -> int:
        return len(self._lasting) + len(self._passing)

    def get(self, key: str) -> bytes | None:
        """An answer as it was kept, or made as small as can be, where it pays; None otherwise."""
        if PASSING in key:
            return self._passing.get(key)
        if key in self._lasting or not key.startswith(BROTLI):
            return self._lasting.get(key)
        return _smallest()

    def set(self, key: str, value: bytes) -> None:
        """Keep an answer; Flask-Compress calls this whenever one is sent, kept before or not."""
        if PASSING in key:
            self._passing.pop(key, None)
            self._passing[key] = value
            if len(self._passing) > MOST_PASSING:
                self._passing.popitem(last=False)
        elif len(self._lasting) < LARGEST_CACHE:
            self._lasting[key] = value


def _smallest() -> bytes | None:
    """The answer that is being written; None if that would take too long."""
    content = g.answer.get_data()
    small: bytes | None = None
    if g.answer.mimetype != PAGE and len(content) <= LARGEST_FOR_BEST:
        small = brotli.compress(content, quality=BEST)
    return small


def pass_by() -> None:
    """The answer that is being written is one of many forms, and need not be kept for long."""
    g.passing = True


def compress(server: Flask) -> None:
    """Compress what ``server`` answers: brotli, or gzip for those that do not take it.

    Every answer gets an ETag and is compressed once for it, whatever the address it was asked by:
    the better, the longer it is kept.
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
            g.answer = response
            return answer_conditionally(response, request)
        return response


def cache_key(_: Request) -> str:
    """Answers are the same where their ETags are."""
    return f"{PASSING} {g.etag}" if "passing" in g else str(g.etag)
