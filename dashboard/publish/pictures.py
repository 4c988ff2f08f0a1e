"""All pictures of one record: made when they are asked for, some at a time, the latest kept."""

from functools import lru_cache
from threading import BoundedSemaphore

from dashboard.publish.picture import Request, Studio

KEPT = 64
"""How many pictures are kept once made; the largest take some 2 MB."""
AT_ONCE = 4
"""How many may be in work at a time, so that a server's other threads are there for its page."""


class BusyError(Exception):
    """Too many pictures are in work already; the text says so in one line."""


class Pictures:
    """The pictures that a ``studio`` makes, for many who ask at the same time."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self._work = BoundedSemaphore(AT_ONCE)
        self._kept = lru_cache(KEPT)(self._made)

    def file(self, request: Request) -> bytes:
        """The picture that is asked for.

        Raises:
            BusyError: it is not at hand, and too many others are in work.
        """
        return self._kept(request.settled)

    def _made(self, request: Request) -> bytes:
        if not self._work.acquire(blocking=False):
            raise BusyError("Too many pictures are being drawn. Ask again in a moment.")
        try:
            return self.studio.picture(request).content
        finally:
            self._work.release()
