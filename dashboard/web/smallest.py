"""Makes contents as small as can be, which takes long: each once in a process."""

from collections.abc import Iterable
from hashlib import sha256
from threading import Lock

import brotli

from dashboard.publish.precompressed import BEST
from dashboard.publish.shelf import Shelf

ROOM = 8_000_000
"""Bytes of what is kept. A page with all its parts, plotly among them, takes one million."""


class Smallest:
    """Contents compressed with brotli, kept for as long as there is ``room`` bytes for them.

    Who asks for one that is being made waits for it: when many come to a server that has just
    begun, it is made once, and not as often as it is asked for. A record that is loaded anew finds
    those of the files that it left as they were.
    """

    def __init__(self, room: int = ROOM) -> None:
        self._made = Shelf[bytes, bytes](room, len)
        self._turns = [Lock() for _ in range(256)]

    def of(self, content: bytes) -> bytes:
        """The content, compressed."""
        name = sha256(content).digest()
        with self._turns[name[0]]:  # One that is large holds up hardly any other.
            small = self._made.get(name)
            if small is None:
                small = brotli.compress(content, quality=BEST["br"])
                self._made.put(name, small)
        return small

    def learn(self, made: Iterable[bytes]) -> None:
        """Know contents that were made as small as can be before, so as not to make them again."""
        for small in made:
            content = brotli.decompress(small)
            self._made.put(sha256(content).digest(), small)


SMALLEST = Smallest()
"""Those of all records of this process."""
