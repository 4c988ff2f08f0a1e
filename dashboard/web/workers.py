"""Several processes that answer at the same sockets, and one that looks after them."""

import os
import signal
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any

from dashboard.web.listening import listen
from dashboard.web.reloading import SIGNAL, Load
from dashboard.web.serving import Server, on_stop, say_address, stop_once

AT_LEAST = 2.0
"""Seconds that a worker lasts, or its successor waits for the rest: none is made in a rush."""


def serve_with_workers(settings: Mapping[str, Any], load: Load, say: Callable[[str], None]) -> None:
    """Like ``serve``, in as many processes as the setting ``workers`` says.

    The record is loaded once, before the processes part: they share its memory. The one that looks
    after them sees when the pack changes, tells all, and loads it as well, so that it has the last
    good record for a process that takes the place of one that ended.

    Raises:
        ListenError: the port is taken, not allowed, or the host is not one of this machine.
    """
    sockets = listen(settings["host"], settings["port"])
    on_stop(stop_once())
    try:
        server, record = Server(settings, load, say), Unrest(settings["pack"])
        loaded = server.reloader.load()
        workers = Workers(server, sockets, record, say)
        try:
            workers.begin(settings["workers"])
            say_address(sockets, say)
            say(f"{loaded}\n{settings['workers']} processes answer.")
            workers.look_after()
        finally:
            workers.end()
    except KeyboardInterrupt:
        say("Flankwatch stopped.")
    finally:
        on_stop(signal.SIG_IGN)


class Unrest:
    """Whether the files of folders have changed and then been left alone, without any thread: who
    has one cannot be divided into processes.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._known: object = self._seen()
        self._last = self._known

    def doubt(self) -> None:
        """What is known counts for nothing any more."""
        self._known = None

    def has_settled_anew(self) -> bool:
        """Whether they are other files than when this was true before, and those of last time."""
        before, self._last = self._last, self._seen()
        if self._last in (None, self._known) or self._last != before:
            return False
        self._known = self._last
        return True

    def _seen(self) -> object:
        try:
            files = [
                path
                for folder in self._folders
                for path in sorted(folder.iterdir())
                if path.is_file()
            ]
            return [(path, path.stat().st_mtime_ns, path.stat().st_size) for path in files]
        except OSError:  # One that is being written anew is away for a moment.
            return None


class Workers:
    """The processes, each with the time when it began."""

    def __init__(
        self,
        server: Server,
        sockets: Sequence[socket.socket],
        record: Unrest,
        say: Callable[[str], None],
    ) -> None:
        self._server, self._sockets, self._record, self._say = server, sockets, record, say
        self._begun: dict[ForkProcess, float] = {}
        self._own = os.getpid()

    def begin(self, number: int) -> None:
        """Let so many processes answer, and let all load anew when the system asks for it."""
        if SIGNAL is not None:
            signal.signal(SIGNAL, lambda *_: self._on_reload())
        for _ in range(number):
            self._add()

    def _on_reload(self) -> None:
        # A process that has just begun has this handler, too.
        if os.getpid() == self._own:
            self._record.doubt()
        else:
            self._server.reloader.ask()

    def look_after(self) -> None:
        """Replace every process that ends, until a signal says to stop."""
        while True:
            # A signal that comes just before a wait is seen when the wait ends.
            wait([worker.sentinel for worker in self._begun], timeout=1)
            for worker in [each for each in self._begun if not each.is_alive()]:
                self._say(f"A worker ended ({worker.exitcode}); another one takes its place.")
                begun = self._begun.pop(worker)
                time.sleep(max(0.0, begun + AT_LEAST - time.monotonic()))
                self._add()
            if self._record.has_settled_anew():
                if SIGNAL is not None:
                    self._tell(SIGNAL)
                self._server.reloader.reload()

    def end(self) -> None:
        """Ask all to end, which finish what is under way, and wait for that."""
        self._tell(signal.SIGTERM)
        for worker in self._begun:
            worker.join()

    def _add(self) -> None:
        worker = get_context("fork").Process(target=self._work, name="flankwatch-worker")
        worker.start()
        self._begun[worker] = time.monotonic()

    def _tell(self, which: signal.Signals) -> None:
        for worker in self._begun:
            if worker.is_alive() and worker.pid:
                os.kill(worker.pid, which)

    def _work(self) -> None:
        """What a worker does until it is told to end."""
        reloader = self._server.reloader
        reloader.be_quiet()  # Of what it loads one tells for all.
        with suppress(KeyboardInterrupt):
            self._server.run(self._sockets, reloader.stand_by, self._own)
