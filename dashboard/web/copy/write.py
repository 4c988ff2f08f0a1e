"""Writes a copy of the site into a folder: the work is shared by processes, one for each CPU."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from dashboard.publish.export import ExportError
from dashboard.publish.folder import Folder, Outcome
from dashboard.publish.precompressed import BEST, ENDINGS, Quality, write_compressed
from dashboard.web.copy.files import INDEX, NOT_FOUND, Sent, answers, made_of_days, not_found
from dashboard.web.copy.hosting import host_files
from dashboard.web.copy.making import Origin, begin, write_day_file
from dashboard.web.copy.opening import Copied
from dashboard.web.routes import FOR_GOOD

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many files are done, and how many there are to be done."""


def write_copy(
    copied: Copied,
    origin: Origin,
    folder: Path,
    base_path: str,
    progress: Progress,
    quality: Quality = BEST,
) -> Outcome:
    """Write everything, or leave the folder as it was. ``base_path`` is where hosts serve it.

    ``quality`` is how hard texts are compressed.

    Raises:
        ExportError: the folder holds something else, or cannot be written to.
    """
    try:
        opened = Folder.open(folder, copied.inventory.takeaway.package, copied.version)
        try:
            with _workers() as workers:
                work = Work(copied, origin, opened, base_path, workers, progress, quality)
                sent = work.do()
            for name, content in host_files(sent, base_path).items():
                opened.put(name, content)
            return opened.publish(lambda address: _turn(address, sent))
        finally:
            opened.discard()
    except OSError as error:
        where = error.filename or folder
        raise ExportError(f"{where}: cannot be written: {error.strerror or error}") from None
    except BrokenProcessPool:
        raise ExportError(f"{folder}: a process that made files for it was ended") from None


@contextmanager
def _workers() -> Iterator[ProcessPoolExecutor]:
    """Processes that are told what to do; what they have not begun when this fails is dropped."""
    workers = ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), initializer=begin)
    try:
        yield workers
    finally:
        workers.shutdown(cancel_futures=True)


def _turn(address: str, sent: dict[str, Sent]) -> int:
    """When a file is moved into its place: after those that it names."""
    plain = address
    for ending in ENDINGS:
        plain = plain.removesuffix(ending)
    if plain in sent and sent[plain].headers.get("Cache-Control") == FOR_GOOD:
        return 0
    if plain in sent and not sent[plain].media_type.startswith("text/html"):
        return 1
    return 3 if PurePosixPath(plain).name == INDEX else 2


class Work:
    """The making of one copy."""

    def __init__(
        self,
        copied: Copied,
        origin: Origin,
        folder: Folder,
        base_path: str,
        workers: ProcessPoolExecutor,
        progress: Progress,
        quality: Quality,
    ) -> None:
        self._copied, self._origin, self._folder = copied, origin, folder
        self._base_path = base_path
        self._workers, self._progress, self._quality = workers, progress, quality
        self._under_way: list[Future[None]] = []
        self._sent: dict[str, Sent] = {}

    def do(self) -> dict[str, Sent]:
        """Make every file that does not lie there already; returns how each is to be sent."""
        self._make_of_days()
        for name, content, sent in answers(self._copied):
            self._write(name, content, sent)
        page = self._sent[INDEX]
        self._write(
            NOT_FOUND, not_found(self._base_path), Sent("text/html; charset=utf-8", page.headers)
        )
        for number, done in enumerate(as_completed(self._under_way), start=1):
            done.result()
            self._progress(number, len(self._under_way))
        return self._sent

    def _make_of_days(self) -> None:
        for address, made in made_of_days(self._copied).items():
            self._sent[address], is_text = made.sent, made.sent.is_text
            own = [address, *(f"{address}{ending}" for ending in ENDINGS if is_text)]
            if all(self._folder.keeps(name) for name in own):
                continue
            day = date.fromisoformat(PurePosixPath(address).name[:10])
            path = self._folder.stage / address
            origin = replace(self._origin, pack=made.pack)
            quality = self._quality if is_text else None
            self._share(write_day_file, origin, made.template, day, path, quality)

    def _write(self, name: str, content: bytes, sent: Sent) -> None:
        self._sent[name] = sent
        others = [f"{name}{ending}" for ending in ENDINGS if sent.is_text]
        if self._folder.has(name, content, others):
            return
        path = self._folder.put(name, content)
        if sent.is_text:
            self._share(write_compressed, path, self._quality)

    def _share(self, work: Callable[..., None], *given: object) -> None:
        self._under_way.append(self._workers.submit(work, *given))
