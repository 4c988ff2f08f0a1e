"""Writes a new folder: whole, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from dashboard.depositary.errors import DepositaryError


def expect_new(folder: Path) -> None:
    """Nothing is written over.

    Raises:
        DepositaryError: the folder is there already, or has no folder to lie in.
    """
    if os.path.lexists(folder):
        raise DepositaryError(f"{folder}: is there already (expected a new folder)")
    if not folder.absolute().parent.is_dir():
        raise DepositaryError(f"{folder}: there is no folder {folder.absolute().parent}")


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files, UTF-8, beside the folder's place, and move them there together.

    Raises:
        DepositaryError: it cannot be written, or the folder is there already.
    """
    expect_new(folder)
    place = folder.absolute()
    try:
        beside = Path(tempfile.mkdtemp(prefix=".flankwatch-", suffix=".part", dir=place.parent))
        try:
            for name, text in files.items():
                (beside / name).write_text(text, encoding="utf-8", newline="\n")
            beside.chmod(0o777 & ~_umask())
            beside.rename(place)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise DepositaryError(f"{folder}: cannot be written: {error.strerror or error}") from None


def _umask() -> int:
    """The mask of new files, which the folder of ``mkdtemp``, closed to others, ignores."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
