"""What takes long to make and nobody alters is made once for all processes of a test run."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path


class Once:
    """A folder that the processes of a run share."""

    def __init__(self, own: Path) -> None:
        """Share the folder in which each process has its ``own`` one, where there are several."""
        self.folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def make(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder of this name, filled by whoever needs it first; others wait for that."""
        folder, made = self.folder / f"once-{name}", self.folder / f"once-{name}.made"
        with (self.folder / f"once-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                made.touch()
        return folder
