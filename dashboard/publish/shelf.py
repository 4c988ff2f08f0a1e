"""Keeps what was asked for last, as much as there is room for."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept")


class Shelf(Generic[Key, Kept]):
    """Things by their keys, as many as fit into ``room`` bytes, of which each takes ``size``.

    The one that was not asked for the longest makes room first. Threads may share it.
    """

    def __init__(self, room: int, size: Callable[[Kept], int]) -> None:
        self._room, self._size = room, size
        self._things: OrderedDict[Key, Kept] = OrderedDict()
        self._taken = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._things)

    def get(self, key: Key) -> Kept | None:
        """The thing, if it is there."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)

    def put(self, key: Key, thing: Kept) -> None:
        """Keep a thing, and no more of the others than there is room for."""
        with self._lock:
            if key in self._things:
                self._taken -= self._size(self._things.pop(key))
            self._things[key] = thing
            self._taken += self._size(thing)
            while self._taken > self._room:
                _, dropped = self._things.popitem(last=False)
                self._taken -= self._size(dropped)
