"""Makes files when they are asked for, a few at a time, and keeps the latest of them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, contextmanager
from threading import BoundedSemaphore, Lock

KEPT = 24_000_000
"""Bytes of files that are kept once made: about a hundred previews, a few decks of slides."""
AT_ONCE = 4
"""How many may be in work at a time, so that a server's other threads are there for its page."""


class BusyError(Exception):
    """Too many files are in work already; the text says so in one line."""


class Workshop:
    """Makes pictures, handouts and slides for many who ask at the same time."""

    def __init__(self) -> None:
        self._work = BoundedSemaphore(AT_ONCE)
        self._large_work = BoundedSemaphore(1)
        self._shelf = Shelf(KEPT)

    def file(self, key: Hashable, make: Callable[[], bytes], large: bool = False) -> bytes:
        """The file of a key: as it was kept, or else made.

        Of ``large`` ones, which take much memory, only one is in work at a time.

        Raises:
            BusyError: it is not at hand, and too many others are in work.
        """
        found = self._shelf.get(key)
        if found is None:
            with self._turn(large):
                found = make()
            self._shelf.put(key, found)
        return found

    @contextmanager
    def _turn(self, large: bool) -> Iterator[None]:
        with ExitStack() as turns:
            for work in [self._work, self._large_work][: 1 + large]:
                if not work.acquire(blocking=False):
                    raise BusyError("Too many files are being made. Ask again in a moment.")
                turns.callback(work.release)
            yield


class Shelf:
    """The files asked for last, by their keys, as many as fit into ``room`` bytes."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> bytes | None:
        """The file, if it is there."""
        with self._lock:
            if key in self._files:
                self._files.move_to_end(key)
            return self._files.get(key)

    def put(self, key: Hashable, file: bytes) -> None:
        """Keep a file, and no more of the others than there is room for."""
        with self._lock:
            self._files[key] = file
            while sum(map(len, self._files.values())) > self._room:
                self._files.popitem(last=False)
