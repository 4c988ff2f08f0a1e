"""Answers that were kept from one start of the server to the next.

While the record is loaded, readers get what the same record, map, program and settings gave before.
When it is loaded, or another one is, no file is compressed again that is as it was.
"""

import base64
import hashlib
import json
import os
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from wsgiref.types import StartResponse, WSGIEnvironment

from dashboard.web.front import FrontDoor
from dashboard.web.ready import Key, Ready, ReadyAnswers
from dashboard.web.smallest import SMALLEST
from dashboard.web.sources import digest_of, libraries, looks, sources

ENDING = ".answers.json"
MOST_FILES = 4
"""How many files there are: of the records, settings and versions that were served last."""
OF_OTHERS = 0o022
"""The rights by which others than the owner could write into a folder."""
WORK = "flankwatch-keep"
"""The thread that writes them."""
PATIENCE = 60.0
"""Seconds for which somebody waits who asks for what was not kept, while the record is loaded."""
ENCODINGS = ("gzip, deflate, br, zstd", "gzip, deflate, br")
"""What browsers accept."""


class Site(Protocol):
    """What serves a record and can tell what a first visit asks for."""

    def first_visit(self) -> Sequence[str]:
        """The paths of it."""
        ...

    def ready(self, paths: Iterable[str], encodings: Iterable[str]) -> Mapping[Key, Ready]:
        """The answers for these, made if need be."""
        ...


@dataclass(frozen=True)
class Answers:
    """What was kept: the answers, and the scripts that the page may run, by their hashes."""

    answers: Mapping[Key, Ready]
    script_hashes: tuple[str, ...]

    def smallest(self) -> set[bytes]:
        """What was made as small as can be (``compression``): the files that last."""
        return {ready.body for ready in self.answers.values() if _is_smallest(ready)}


def _is_smallest(ready: Ready) -> bool:
    headers = dict(ready.headers)
    lasts = "max-age" in headers.get("Cache-Control", "")
    return headers.get("Content-Encoding") == "br" and lasts


def in_background(work: Callable[[], None]) -> None:
    """Do something while others are answered."""
    threading.Thread(target=work, name=WORK, daemon=True).start()


class AnswersOfBefore:
    """The folder in which they lie, for one record and its settings.

    ``say`` takes a line of the log; ``begin`` gets the work of keeping answers, to do it. Only who
    ``answers`` gives what was kept before, and says what is wrong with it. Without a ``folder``
    nothing is kept.
    """

    def __init__(
        self,
        folder: Path | None,
        settings: Mapping[str, Any],
        say: Callable[[str], None],
        begin: Callable[[Callable[[], None]], object] = in_background,
        answers: bool = True,
    ) -> None:
        self._folder, self._settings, self._say, self._begin = folder, settings, say, begin
        self._is_answering = answers
        self._own: tuple[Path, Path] = Path(), Path()

    def open(self, front: FrontDoor, boundaries: Path, assets: Path) -> str:
        """Open the front door to what was kept, if that is there. Returns its name."""
        if self._folder is None:
            return ""
        self._own = boundaries, assets
        name = name_of(self._settings, *self._own)
        if not front.is_open and self._is_safe(self._folder):
            found = self._read(self._folder / f"{name}{ENDING}")
            if found and self._is_answering:
                waiting = _Waiting(front, found.answers)
                front.open(waiting, found.script_hashes, waiting.at_hand)
            if found := found or self._newest(self._folder):
                SMALLEST.learn(found.smallest())
        return name

    def _newest(self, folder: Path) -> Answers | None:
        """What was kept last: of another record, but many of its files are the same."""
        kept = _newest_first(folder)
        return self._read(kept[0]) if kept else None

    def _is_safe(self, folder: Path) -> bool:
        """Whether nobody else can have written what lies there."""
        with suppress(OSError):
            if os.name != "posix" or not folder.stat().st_mode & OF_OTHERS:
                return True
            if self._is_answering:
                self._say(f"{folder}: not read, since others can write there")
        return False

    def keep(self, name: str, site: Site, script_hashes: Sequence[str]) -> None:
        """Let what a first visit to ``site`` asks for be kept under ``name``."""
        if self._folder is None or (self._folder / f"{name}{ENDING}").exists():
            return
        self._begin(partial(self._keep, self._folder, name, site, script_hashes))

    def _keep(self, folder: Path, name: str, site: Site, script_hashes: Sequence[str]) -> None:
        answers = site.ready(site.first_visit(), ENCODINGS)
        if name != name_of(self._settings, *self._own):
            return  # Files have changed while they were read: whose answers these are is not sure.
        try:
            _write(folder, f"{name}{ENDING}", _as_bytes(Answers(answers, tuple(script_hashes))))
        except OSError as error:
            self._say(f"{folder}: nothing is kept for the next start ({error.strerror or error})")

    def _read(self, path: Path) -> Answers | None:
        """What lies there; None where there is nothing, or not what this program wrote."""
        try:
            return _from_bytes(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            if self._is_answering:  # Another process reads the same, and leaves that to this one.
                self._say(f"{path}: not read ({error})")
                with suppress(OSError):
                    path.unlink()
            return None


class _Waiting:
    """Gives the answers of before; who asks for another one waits until the record is loaded."""

    def __init__(self, front: FrontDoor, answers: Mapping[Key, Ready]) -> None:
        self._front = front
        self._ready = ReadyAnswers(self._wait, answers=answers)
        self.at_hand = self._ready.at_hand

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self._ready(environ, start_response)

    def _wait(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        inner = self._front.after(self, PATIENCE)
        if inner is not None:
            return inner(environ, start_response)
        start_response("503 Service Unavailable", [("Content-Length", "0"), ("Retry-After", "2")])
        return [b""]


def name_of(settings: Mapping[str, Any], boundaries: Path, assets: Path) -> str:
    """A name for all that answers follow from: files, libraries, settings, and the year."""
    year = (date.today() + timedelta(days=1)).year
    told = json.dumps([settings["public_url"], settings["base_path"], year])
    files = (*sources(*settings["pack"], boundaries), *looks(assets), *libraries())
    return digest_of([told.encode(), *files])


def _as_bytes(kept: Answers) -> bytes:
    content = {
        "script_hashes": kept.script_hashes,
        "answers": [
            [*key, ready.headers, base64.b64encode(ready.body).decode(), ready.etag, ready.said]
            for key, ready in kept.answers.items()
        ],
    }
    written = json.dumps(content).encode()
    return hashlib.sha256(written).hexdigest().encode() + b"\n" + written


def _from_bytes(content: bytes) -> Answers:
    digest, _, written = content.partition(b"\n")
    if hashlib.sha256(written).hexdigest().encode() != digest:
        raise ValueError("it is damaged")
    found = json.loads(written)
    answers = {
        (path, query, encodings): Ready(
            [(name, value) for name, value in headers], base64.b64decode(body), etag, said
        )
        for path, query, encodings, headers, body, etag, said in found["answers"]
    }
    return Answers(answers, tuple(found["script_hashes"]))


def _write(folder: Path, name: str, content: bytes) -> None:
    """Write a file as one, for its owner alone, and remove those that were not used the longest."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(part).replace(folder / name)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    for old in _newest_first(folder)[MOST_FILES:]:
        old.unlink(missing_ok=True)


def _newest_first(folder: Path) -> list[Path]:
    """The files that are kept; one that goes while they are looked at was the oldest."""

    def written(path: Path) -> float:
        with suppress(OSError):
            return path.stat().st_mtime
        return 0

    return sorted(folder.glob(f"*{ENDING}"), key=written, reverse=True)
