"""All pictures of one record: made when they are asked for, some at a time, the latest kept."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import BoundedSemaphore, Lock

from dashboard.publish.picture import Studio
from dashboard.publish.picture_forms import Request

KEPT = 16_000_000
"""Bytes of pictures that are kept once made: about a hundred previews."""
AT_ONCE = 4
"""How many may be in work at a time, so that a server's other threads are there for its page."""
LARGE = 9_000_000
"""Pixels above which a picture takes so much memory that only one may be in work at a time."""


class BusyError(Exception):
    """Too many pictures are in work already; the text says so in one line."""


class Pictures:
    """The pictures that a ``studio`` makes, for many who ask at the same time."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self._work = BoundedSemaphore(AT_ONCE)
        self._large_work = BoundedSemaphore(1)
        self._shelf = Shelf(KEPT)

    def file(self, request: Request) -> bytes:
        """The picture that is asked for.

        Raises:
            BusyError: it is not at hand, and too many others are in work.
        """
        settled = request.settled
        found = self._shelf.get(settled)
        if found is None:
            with self._turn(settled):
                found = self.studio.picture(settled).content
            self._shelf.put(settled, found)
        return found

    @contextmanager
    def _turn(self, request: Request) -> Iterator[None]:
        with ExitStack() as turns:
            for work in [self._work, self._large_work][: 1 + (request.pixels > LARGE)]:
                if not work.acquire(blocking=False):
                    raise BusyError("Too many pictures are being drawn. Ask again in a moment.")
                turns.callback(work.release)
            yield


class Shelf:
    """The files asked for last, by their requests, as many as fit into ``room`` bytes."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._files: OrderedDict[Request, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, request: Request) -> bytes | None:
        """The file, if it is there."""
        with self._lock:
            if request in self._files:
                self._files.move_to_end(request)
            return self._files.get(request)

    def put(self, request: Request, file: bytes) -> None:
        """Keep a file, and no more of the others than there is room for."""
        with self._lock:
            self._files[request] = file
            while sum(map(len, self._files.values())) > self._room:
                self._files.popitem(last=False)
