"""Makes files when they are asked for, a few at a time, and keeps the latest of them."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, contextmanager
from threading import BoundedSemaphore

from dashboard.publish.shelf import Shelf

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
        self._shelf = Shelf[Hashable, bytes](KEPT, len)

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
