"""A folder that is replaced as one: all of it is there before anything of the old one changes.

What is written lies in a folder within the folder until everything is made; then it is moved into
place, file by file. The folder's list says which of its files are its own: nothing else is touched.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from dashboard.publish.export import LIST, ExportError

STAGE = ".flankwatch-export.part"
"""The folder of what is not yet in its place."""
OTHERWISE = (AttributeError, LookupError, TypeError)
"""What comes of a list that is none of this export: JSON, but not as it is written here."""


@dataclass(frozen=True)
class Outcome:
    """What an export came to: its files and bytes, and how many were written and removed."""

    files: int
    size: int
    written: int
    removed: int


@dataclass
class Folder:
    """The folder ``path`` of the package ``package``, while it is written anew as ``version``."""

    path: Path
    package: str
    version: str
    before: dict[str, str] = field(default_factory=dict)
    """The digests of the files of the export that lies there, by their addresses."""
    version_before: str = ""
    now: dict[str, str] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path, package: str, version: str) -> "Folder":
        """Begin to write a folder.

        Raises:
            ExportError: it is not new, not empty, and no earlier export of the same package.
            OSError: it cannot be written to.
        """
        if path.exists() and not path.is_dir():
            raise ExportError(f"{path}: is not a folder (expected one to write to, or none yet)")
        folder = cls(path, package, version)
        if path.exists() and any(each.name != STAGE for each in path.iterdir()):
            folder._read_list()
        folder.discard()
        folder.stage.mkdir(parents=True)
        return folder

    @property
    def stage(self) -> Path:
        """Where the files lie before all of them are made."""
        return self.path / STAGE

    def _read_list(self) -> None:
        try:
            found = json.loads((self.path / LIST).read_bytes())
            same = found["package"] == self.package
            self.before = {str(name): str(digest) for name, digest in found["files"].items()}
            self.version_before = str(found["version"])
        except (FileNotFoundError, ValueError, RecursionError, *OTHERWISE):
            same = False
        if not same:
            raise ExportError(
                f"{self.path}: holds something else (expected a new or an empty folder, or an "
                "earlier export of the same treaty)"
            )

    def keeps(self, address: str) -> bool:
        """Whether a file lies there as an export of the same version wrote it; it stays so."""
        return self.version == self.version_before and self._stays(address)

    def has(self, address: str, content: bytes, others: Iterable[str] = ()) -> bool:
        """Whether a file of this content lies there as it was written, and so do the ``others``
        that were made from it; they stay so.
        """
        if self.before.get(address) != _digest(content):
            return False
        return all(self._stays(name) for name in (address, *others))

    def _stays(self, address: str) -> bool:
        listed = self.before.get(address)
        if listed is None or _digest_of(self.path / address) != listed:
            return False
        self.now[address] = listed
        return True

    def put(self, address: str, content: bytes) -> Path:
        """Write a file into the stage; returns where."""
        path = self.stage / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def publish(self, order: Callable[[str], int]) -> Outcome:
        """Move everything into its place, the files that others name before those: by ``order``
        of their addresses. Then remove what an earlier export wrote and this one does not have.

        Raises:
            ExportError: where a file is to go lies one that no export wrote. Nothing was moved.
            OSError: a file cannot be moved.
        """
        staged = {
            path.relative_to(self.stage).as_posix(): path
            for path in sorted(self.stage.rglob("*"))
            if path.is_file()
        }
        for address, path in staged.items():
            self.now[address] = _digest(path.read_bytes())
            self._refuse_foreign(address)
        changed = [name for name in staged if _digest_of(self.path / name) != self.now[name]]
        gone = [name for name in self.before if name not in self.now]
        if changed or gone:
            # Until all is done, both the old and the new files are the export's own.
            self._write_list("", {**self.before, **self.now})
        for address in sorted(changed, key=lambda name: (order(name), name)):
            target = self.path / address
            target.parent.mkdir(parents=True, exist_ok=True)
            staged[address].replace(target)
        removed = sum([self._remove(address) for address in gone])
        self._write_list(self.version, self.now)
        self.discard()
        size = sum((self.path / name).stat().st_size for name in self.now)
        return Outcome(len(self.now), size, len(changed), removed)

    def discard(self) -> None:
        """Remove what is staged and was not moved."""
        if self.stage.is_dir() and not self.stage.is_symlink():
            shutil.rmtree(self.stage)

    def _refuse_foreign(self, address: str) -> None:
        target = self.path / address
        found = _digest_of(target)
        if target.is_dir() or (found and address not in self.before and found != self.now[address]):
            raise ExportError(f"{target}: is in the way (no earlier export wrote it)")

    def _remove(self, address: str) -> bool:
        """Remove a file, unless somebody else has changed it, and the folders that it leaves."""
        path, name = self.path / address, PurePosixPath(address)
        is_within = not name.is_absolute() and ".." not in name.parts
        if not is_within or _digest_of(path) != self.before[address]:
            return False
        path.unlink()
        for parent in path.relative_to(self.path).parents:
            if parent.name and not any((self.path / parent).iterdir()):
                (self.path / parent).rmdir()
        return True

    def _write_list(self, version: str, files: dict[str, str]) -> None:
        content = {"package": self.package, "version": version, "files": files}
        written = json.dumps(content, sort_keys=True, indent=1).encode() + b"\n"
        if _digest_of(self.path / LIST) == _digest(written):
            return
        part = self.stage / LIST
        part.write_bytes(written)
        part.replace(self.path / LIST)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest_of(path: Path) -> str | None:
    """The digest of a file's content; None where there is no file."""
    return _digest(path.read_bytes()) if path.is_file() else None
