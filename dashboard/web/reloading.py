"""Loads the record anew while the old one is served, when its files change or the system asks."""

import gc
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import TypeAlias

from watchfiles import watch

from dashboard.atlas.errors import AtlasError
from dashboard.record.errors import PackError
from dashboard.web.front import FrontDoor
from dashboard.web.observing import Figures, Verified

Load: TypeAlias = Callable[[FrontDoor], tuple[Verified, str]]
"""Opens the front door to the records; returns through which day they are verified, and what to
say of them."""
QUIET = 1600
"""Milliseconds for which changes are gathered: an editor writes several files, or one in steps."""


class Reloader:
    """Loads anew, one time after the other, in a thread of its own.

    ``load`` opens the front door to what it loaded, and tells of it. What it refuses changes
    nothing for readers: the last good record stays, ``/readyz`` says why.
    """

    def __init__(
        self, front: FrontDoor, load: Load, figures: Figures, say: Callable[[str], None]
    ) -> None:
        self._front, self._load, self._figures, self._say = front, load, figures, say
        self._counts = True
        # The only thing in which a signal's handler may meet the thread that it interrupts.
        self._asked: SimpleQueue[None] = SimpleQueue()
        self._ended = threading.Event()
        self._loading = threading.Lock()

    def be_quiet(self) -> None:
        """Say nothing any more of what is loaded or refused, and count none of it."""
        self._say = lambda _line: None
        self._counts = False

    def ask(self) -> None:
        """Load anew soon; asked for twice before it begins, it is done once.

        May be called by a handler of signals, at any time.
        """
        self._asked.put(None)

    def start(self, packs: Sequence[Path]) -> str:
        """Load for the first time, and from now on whenever one of the folders changes.

        What ``load`` then raises is raised on.
        """
        with self._loading:
            self.stand_by()
            self._in_background("watch", lambda: self._watch(packs))
            # What changes meanwhile was perhaps read already, perhaps not: it is loaded again.
            try:
                return self.load()
            except BaseException:
                self.stop()
                raise

    def stand_by(self) -> None:
        """Load from now on whenever it is asked for."""
        self._in_background("reload", self._run)

    def _in_background(self, name: str, work: Callable[[], None]) -> None:
        threading.Thread(target=work, name=f"flankwatch-{name}", daemon=True).start()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._ended.set()
        self.ask()

    def _watch(self, packs: Sequence[Path]) -> None:
        try:
            for _ in watch(*packs, debounce=QUIET, stop_event=self._ended, raise_interrupt=False):
                self.ask()
        except OSError as error:
            with self._loading:  # Of a folder that is not there, loading it says enough.
                if self._ended.is_set():
                    return
            named = ", ".join(map(str, packs))
            self._say(f"{named}: not watched for changes ({error}); SIGHUP loads anew.")

    def _run(self) -> None:
        while True:
            self._asked.get()
            while not self._asked.empty():
                self._asked.get()
            if self._ended.is_set():
                return
            self.reload()

    def reload(self) -> None:
        """Load anew now, or say why the record of before stays."""
        try:
            with self._loading:
                loaded = self.load()
        except (PackError, AtlasError, OSError) as error:
            first, *others = str(error).splitlines()
            more = f" (and {len(others)} more)" if others else ""
            if self._counts:
                self._figures.refused()
            self._front.degrade(f"The last record that was good is served. {first}{more}")
            self._say(f"Not loaded anew; the last good record stays:\n{error}")
        else:
            self._say(f"Loaded anew. {loaded}")
        gc.collect()  # The record of before, or the one refused: garbage is looked for seldom.

    def load(self) -> str:
        """Load now; a line about what was loaded. What is wrong is raised on."""
        verified, line = self._load(self._front)
        if self._counts:
            self._figures.loaded(verified)
        return line
