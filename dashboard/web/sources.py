"""What a page is made from: the files whose change makes it another one."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import distributions
from pathlib import Path

from dashboard.paths import PACKAGE, WORLD

MADE_FROM = frozenset({".py", ".csv", ".toml", ".geojson"})
SERVED = frozenset({".css", ".js", ".svg"})


def sources(*folders: Path) -> Iterator[bytes]:
    """The content of every file that pages are made from: the program, the world, these folders."""
    yield from _contents((PACKAGE, WORLD, *folders), MADE_FROM)


def looks(assets: Path) -> Iterator[bytes]:
    """The content of every file of ours that pages load."""
    yield from _contents((assets,), SERVED)


def libraries() -> Iterator[bytes]:
    """The libraries that are installed, with their versions."""
    yield from sorted(f"{each.name} {each.version}".encode() for each in distributions())


def digest_of(contents: Iterable[bytes]) -> str:
    """A name for these contents together; it changes when any of them changes."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:32]


def _contents(folders: Iterable[Path], endings: frozenset[str]) -> Iterator[bytes]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in endings:
                yield path.read_bytes()
