"""Writes one file that a reader asked for: whole, or not at all."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from dashboard.publish.typesetting import Format


class FileError(Exception):
    """The file cannot be written; the text says which and why, in a line."""


def format_of(path: Path, formats: Sequence[Format] = get_args(Format)) -> Format:
    """The format that the name of a file ends in.

    Raises:
        FileError: it ends in none of ``formats``.
    """
    found = next((each for each in formats if path.suffix.lower() == f".{each}"), None)
    if found is None:
        endings = " or ".join(f".{each}" for each in formats)
        raise FileError(f"{path}: expected a name that ends in {endings}")
    return found


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that an older one survives a failure.

    Raises:
        FileError: its folder is missing, or it cannot be written.
    """
    beside = path.parent / f".flankwatch-{os.getpid()}.part"
    try:
        if path.is_dir():
            raise FileError(f"{path}: is a folder (expected the name of a file)")
        if not path.parent.is_dir():
            raise FileError(f"{path}: cannot be written: there is no folder {path.parent}")
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(f"{path}: cannot be written: {error.strerror or error}") from None
