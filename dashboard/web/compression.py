"""Compresses answers. A compressed answer is kept, since all readers get the same one."""

from collections import OrderedDict

from flask import Flask, Request, Response, g, request
from flask_compress import Compress

from dashboard.web.ranges import PAGE, answer_conditionally
from dashboard.web.ready import CHANGES_BY_ITSELF
from dashboard.web.smallest import SMALLEST

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
MOST_LASTING = 200
"""How many answers stay for good; page, files and data are about eighty."""
MOST_BRIEF = 100
"""How many answers are kept until others take their room: pages, pictures and files of a day."""
BRIEF = "brief"
"""The word in the cache keys of the latter."""
LARGEST_FOR_BEST = 2_000_000
"""Bytes up to which what is kept for good is made as small as can be: a second for every 600 kB.
Pages are not: readers wait for them, unless they are parts that are fetched ahead."""
BROTLI = "br;"


class AnswerCache:
    """The cache of compressed answers that Flask-Compress reads and writes; its size is limited.

    Lasting answers stay. Brief ones have room of their own: the one that was not asked for the
    longest is dropped first, so that a reader who goes through all days drops no lasting answer.
    """

    def __init__(self) -> None:
        self._lasting: dict[str, bytes] = {}
        self._brief: OrderedDict[str, bytes] = OrderedDict()

    def __len__(self) -> int:
        return len(self._lasting) + len(self._brief)

    def get(self, key: str) -> bytes | None:
        """The compressed answer: as it was kept, or made as small as can be where that pays."""
        if BRIEF in key:
            return self._brief.get(key)
        if key in self._lasting or not key.startswith(BROTLI):
            return self._lasting.get(key)
        return _smallest()

    def set(self, key: str, value: bytes) -> None:
        """Keep an answer; Flask-Compress calls this whenever one is sent, kept before or not."""
        if BRIEF in key:
            self._brief.pop(key, None)
            self._brief[key] = value
            if len(self._brief) > MOST_BRIEF:
                self._brief.popitem(last=False)
        elif len(self._lasting) < MOST_LASTING:
            self._lasting[key] = value


def _smallest() -> bytes | None:
    """The answer that is being written; None if that would take too long."""
    content = g.answer.get_data()
    is_awaited = g.answer.mimetype == PAGE and not g.answer.cache_control.immutable
    if is_awaited or len(content) > LARGEST_FOR_BEST:
        return None
    return SMALLEST.of(content)


def keep_briefly() -> None:
    """Mark the answer to this request as one of very many: it is kept, but not for good."""
    g.keep_briefly = True


def compress(server: Flask) -> None:
    """Compress what ``server`` answers, with brotli, or with gzip for browsers without brotli.

    Every answer with status 200 gets an ETag. Answers with the same ETag are compressed once,
    whatever their addresses, and the better, the longer they are kept. Parts of files (Range) are
    not compressed.
    """
    server.config.update(
        COMPRESS_MIMETYPES=MIMETYPES,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=9,
        COMPRESS_LEVEL=9,
        COMPRESS_STREAMS=False,
        COMPRESS_CACHE_BACKEND=AnswerCache,
        COMPRESS_CACHE_KEY=cache_key,
    )
    Compress(server)

    @server.after_request  # Registered after Flask-Compress, called before it.
    def identify(response: Response) -> Response:
        if response.status_code == 200:
            request.environ.setdefault(CHANGES_BY_ITSELF, response.direct_passthrough)
            response.add_etag()
            g.etag, _ = response.get_etag()
            g.answer = response
            return answer_conditionally(response, request)
        return response


def cache_key(_: Request) -> str:
    """The key of the answer to this request: its ETag, and whether it is kept briefly."""
    return f"{BRIEF} {g.etag}" if "keep_briefly" in g else str(g.etag)
