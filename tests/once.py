"""What takes long to make and nobody alters is made once for all processes of a test run."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path


class Once:
    """A folder that the processes of a run share."""

    def __init__(self, own: Path) -> None:
        """Share the folder in which each process has its ``own`` one, where there are several."""
        self.folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def make(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder of this name, filled by whoever needs it first; others wait for that."""
        folder, made = self._file(name), self._file(f"{name}.made")
        with self._alone(name):
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                made.touch()
        return folder

    @contextmanager
    def share(self, name: str, serve: Callable[[], AbstractContextManager[str]]) -> Iterator[str]:
        """The address of what whoever needs it first serves, until nobody needs it any more."""
        told = self._file(f"{name}.address")
        with ExitStack() as served, self._file(f"{name}.users").open("w") as users:
            with self._alone(name):
                is_own = not told.exists()
                if is_own:
                    told.write_text(served.enter_context(serve()))
                address = told.read_text()
                fcntl.flock(users, fcntl.LOCK_SH)
            try:
                yield address
            finally:
                if is_own:
                    with self._alone(name):
                        told.unlink()
                    fcntl.flock(users, fcntl.LOCK_EX)  # Waits for the others.

    def _file(self, name: str) -> Path:
        return self.folder / f"once-{name}"

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        """While nobody else makes what has this name."""
        with self._file(f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
