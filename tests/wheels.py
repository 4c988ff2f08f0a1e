"""Builds the wheel of a copy of the checkout, and installs it far from there."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

from dashboard.paths import BUILT, PACKAGE

CHECKOUT = PACKAGE.parent


def pip(*arguments: str, variables: Mapping[str, str] | None = None) -> None:
    """Run pip from the checkout; where it fails, what it said is the error."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments],
        cwd=CHECKOUT,
        env={**os.environ, **(variables or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def copied(folder: Path) -> Path:
    """A copy of the checkout."""
    copy = folder / "flankwatch"
    leave = shutil.ignore_patterns(".*", "node_modules", BUILT, "__pycache__", "tests")
    shutil.copytree(CHECKOUT, copy, ignore=leave)
    shutil.copy(CHECKOUT / "assets" / ".npmrc", copy / "assets")
    return copy


def built(sources: Path, folder: Path, **variables: str) -> Path:
    """The wheel, built with the build tools at hand; only npm fetches anything."""
    arguments = ["wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    pip(*arguments, "--wheel-dir", str(folder), str(sources), variables=variables)
    [wheel] = folder.iterdir()
    return wheel


def installed(wheel: Path, folder: Path) -> list[str]:
    """``flankwatch`` of an environment of its own, which borrows only the dependencies."""
    venv.create(folder, with_pip=False, symlinks=True)
    [own] = folder.glob("lib/python*/site-packages")
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "libraries.pth").write_text("\n".join(sorted(libraries)), encoding="utf-8")
    python = str(folder / "bin" / "python")
    pip("--python", python, "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    return script(folder)


def script(folder: Path) -> list[str]:
    """``flankwatch`` of the environment in a folder."""
    return [str(folder / "bin" / "flankwatch")]
