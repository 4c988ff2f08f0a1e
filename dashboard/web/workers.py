"""Several processes that answer at the same sockets, and one that looks after them."""

import os
import signal
import socket
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any

from dashboard.atlas.errors import AtlasError
from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.record.errors import PackError
from dashboard.web.answers_of_before import AnswersOfBefore
from dashboard.web.listening import ListenError, listen
from dashboard.web.loading import load_records
from dashboard.web.observing import share_figures, without_process
from dashboard.web.serving import Server, say_address
from dashboard.web.signals import (
    RELOAD,
    End,
    no_longer_put_off,
    on_end,
    on_reload,
    put_off,
)

AT_LEAST = 2.0
"""Seconds that a worker lasts, or its successor waits for the rest: none is made in a rush."""
FIRST_ENDS = 10.0
"""Seconds that the process that answered at first has to end when workers answer."""


def serve_with_workers(settings: Mapping[str, Any], say: Callable[[str], None]) -> None:
    """Like ``serve``, in as many processes as the setting ``workers`` says.

    The record is loaded once, before the workers part from this process: they share its memory.
    Until then a process of its own answers, as ``serve`` does at first. The one that looks after
    them answers nobody. It sees when the pack changes, tells all, and loads it as well, so that it
    has the last good record for a worker that takes the place of one that ended.

    Raises:
        ListenError: the port is taken, not allowed, or the host is not one of this machine.
        PackError, AtlasError: the record cannot be loaded.
    """
    end = End()
    on_end(end)
    try:
        sockets = listen(settings["host"], settings["port"])
        with _figures_of_all(settings):
            workers = Workers(settings, sockets, end, say)
            try:
                loaded = workers.begin()
                say_address(sockets, say)
                say(f"{loaded}\n{settings['workers']} processes answer.")
                workers.look_after()
            finally:
                workers.end()
    except KeyboardInterrupt:
        pass
    finally:
        on_end(signal.SIG_IGN)
    if end.asked:
        say("Flankwatch stopped.")


@contextmanager
def _figures_of_all(settings: Mapping[str, Any]) -> Iterator[None]:
    """Let the figures of one worker be those of all, if there are to be any."""
    if not settings["metrics"]:
        yield
        return
    try:
        folder = tempfile.TemporaryDirectory(prefix="flankwatch-")
    except OSError as error:
        raise ListenError(
            f"--metrics: no folder for the figures of all workers ({error}; "
            "expected one for temporary files, or --workers 1)"
        ) from None
    with folder:
        share_figures(Path(folder.name))
        yield


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
    """The processes, each with the time when it began, and one that answers until they do."""

    def __init__(
        self,
        settings: Mapping[str, Any],
        sockets: Sequence[socket.socket],
        end: End,
        say: Callable[[str], None],
    ) -> None:
        self._settings, self._sockets, self._end, self._say = settings, sockets, end, say
        self._to_keep: list[Callable[[], None]] = []
        before = self._before(begin=self._to_keep.append, answers=False)
        self._server = Server(settings, load_records(settings, before), say)
        self._record = Unrest(settings["pack"])
        self._begun: dict[ForkProcess, float] = {}
        self._first: ForkProcess | None = None
        self._own = os.getpid()

    def _before(self, **how: Any) -> AnswersOfBefore:
        return AnswersOfBefore(self._settings["cache_dir"], self._settings, self._say, **how)

    def begin(self) -> str:
        """Load the record and let the workers answer; a line about what was loaded."""
        on_reload(self._on_reload)  # A record that is being loaded is loaded again then.
        with put_off():
            self._first = self._fork(self._answer_at_first)
        loaded = self._server.reloader.load()
        for _ in range(self._settings["workers"]):
            self._add()
        self._end_the_first(signal.SIGTERM)
        self._first.join(FIRST_ENDS)  # Nobody hears of it after that it is still being loaded.
        return loaded

    def _on_reload(self) -> None:
        # A process that has just begun has this handler, too.
        if os.getpid() == self._own:
            self._record.doubt()
        else:
            self._server.reloader.ask()

    def look_after(self) -> None:
        """Replace every process that ends, until a signal says to stop."""
        while not self._end.asked:
            self._keep()
            if self._first and not self._first.is_alive():
                without_process(self._first.pid)
                self._first = None
            # A signal that comes just before a wait is seen when the wait ends.
            wait([worker.sentinel for worker in self._begun], timeout=1)
            for worker in [each for each in self._begun if not each.is_alive()]:
                self._say(f"A worker ended ({worker.exitcode}); another one takes its place.")
                begun = self._begun.pop(worker)
                without_process(worker.pid)
                time.sleep(max(0.0, begun + AT_LEAST - time.monotonic()))
                self._add()
            if self._record.has_settled_anew():
                if RELOAD is not None:
                    self._tell(RELOAD)
                self._server.reloader.reload()

    def _keep(self) -> None:
        """Keep answers for the next start here, where no reader waits meanwhile."""
        while self._to_keep:
            self._to_keep.pop(0)()

    def end(self) -> None:
        """Ask all to end, which finish what is under way, and wait for that."""
        self._tell(signal.SIGTERM)
        self._end_the_first(signal.SIGINT)
        for worker in self._begun:
            worker.join()
        if self._first:
            self._first.join()

    def _end_the_first(self, which: signal.Signals) -> None:
        if self._first and self._first.is_alive() and self._first.pid:
            os.kill(self._first.pid, which)

    def _add(self) -> None:
        with put_off():
            self._begun[self._fork(self._work)] = time.monotonic()

    def _fork(self, work: Callable[[], None]) -> ForkProcess:
        worker = get_context("fork").Process(target=work, name="flankwatch-worker")
        worker.start()
        return worker

    def _tell(self, which: signal.Signals) -> None:
        for worker in self._begun:
            if worker.is_alive() and worker.pid:
                os.kill(worker.pid, which)

    def _work(self) -> None:
        """What a worker does until it is told to end."""
        reloader = self._server.reloader
        reloader.be_quiet()  # Of what it loads one tells for all.
        self._answer(self._server, reloader.stand_by, End())

    def _answer_at_first(self) -> None:
        """What the first one does: answer with what was kept, and end once others are there.

        Who asks for more waits until it has loaded the record, too, and gets that before it ends.
        Where nothing was kept, nobody waits for it: then it loads nothing.
        """
        before = self._before(begin=lambda _work: None)
        server = Server(self._settings, load_records(self._settings, before), self._say)
        server.reloader.be_quiet()

        def begin() -> None:
            before.open(server.front, BOUNDARIES, ASSETS)
            if server.front.is_open:
                server.reloader.load()

        with suppress(PackError, AtlasError, OSError):  # It is said once.
            self._answer(server, begin, End(patient=lambda: server.front.is_open))

    def _answer(self, server: Server, begin: Callable[[], object], end: End) -> None:
        with suppress(KeyboardInterrupt):
            on_end(end)
            no_longer_put_off()
            server.run(self._sockets, begin, end, self._own)
