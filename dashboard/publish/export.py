"""Writes the published files into a folder, for a web host without Python or for an archive."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from dashboard.publish.takeaway import DESCRIPTION, MAP, Takeaway

FOLDER = "data"
LIST = ".flankwatch-export.json"
"""The file that says what an export of the whole site has written, with each file's SHA-256."""


class ExportError(Exception):
    """The folder cannot be written to; the text says which and what was expected, in a line."""


def export_data(
    takeaway: Takeaway, days: Mapping[date, Iterable[str]], folder: Path
) -> Sequence[Path]:
    """Write every file into ``data`` in ``folder``, with the standings of each of ``days``.

    ``days`` gives the forms in which to write those of a day, some of ``DAY_KINDS``; with its map
    goes its figure. Returns the files written. The folder must be new, empty, or hold an earlier
    export of the same treaty: its files are replaced, one at a time, and whatever else lies there
    stays.

    Raises:
        ExportError: the folder holds something else, or cannot be written to.
    """
    try:
        _refuse_foreign(folder, takeaway)
        return [_write(folder / FOLDER / name, content) for name, content in _files(takeaway, days)]
    except OSError as error:
        where = error.filename or folder
        raise ExportError(f"{where}: cannot be written: {error.strerror or error}") from None


def _refuse_foreign(folder: Path, takeaway: Takeaway) -> None:
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder}: is not a folder (expected one to write to, or none yet)")
    if not folder.exists() or not any(folder.iterdir()):
        return
    if (folder / LIST).exists():
        raise ExportError(
            f"{folder}: holds the whole site, with its data (expected a folder for the data alone)"
        )
    if _package(folder / FOLDER / DESCRIPTION) != takeaway.package:
        raise ExportError(
            f"{folder}: holds something else (expected a new or an empty folder, or an earlier "
            "export of the same treaty)"
        )


def _package(description: Path) -> object:
    """The name of the data package that lies there already; None where there is none."""
    try:
        found = json.loads(description.read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return None
    return found.get("name") if isinstance(found, dict) else None


def _files(takeaway: Takeaway, days: Mapping[date, Iterable[str]]) -> Iterator[tuple[str, bytes]]:
    """Every file; the description first, so that even a part of an export is known as one."""
    for name in takeaway.names:
        yield name, takeaway.file(name)
    for day, kinds in days.items():
        for kind in kinds:
            yield f"standing/{day}.{kind}", takeaway.standing(day, kind)
        if MAP in kinds:
            yield f"figure/{day}.json", takeaway.figure(day)


def _write(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all: who reads it meanwhile has the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path
