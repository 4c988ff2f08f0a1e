"""The files that scripts add to the document, in a folder whose name is the version of the page."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.panels.fragments import Fragments

VIEW, WORLD = "view.json", "world.json"
ENDING = ".html"


@dataclass(frozen=True)
class PageParts:
    """``view.json`` (from ``view``), ``world.json`` (from ``world``), and a file for each of the
    ``fragments``.

    The ``version`` is that of the record, the map and the program: what is in the folder of one
    version never changes, and never mixes with another.
    """

    view: dict[str, Any]
    fragments: Fragments
    version: str
    world: Callable[[], dict[str, Any]] = dict

    @property
    def folder(self) -> str:
        """Where the files are, from the address of the page on."""
        return f"page/{self.version}/"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files of the folder."""
        return (VIEW, WORLD, *(f"{name}{ENDING}" for name in self.fragments.names))

    @cached_property
    def written_view(self) -> str:
        """The content of ``view.json``."""
        return _written(self.view)

    @cached_property
    def written_world(self) -> str:
        """The content of ``world.json``."""
        return _written(self.world())

    def file(self, name: str) -> tuple[str, str] | None:
        """The content and the media type of a file of the folder; None where there is none."""
        if name == VIEW:
            return self.written_view, "application/json"
        if name == WORLD:
            return self.written_world, "application/json"
        fragment = name.removesuffix(ENDING)
        if name.endswith(ENDING) and fragment in self.fragments.names:
            return self.fragments.html(fragment), "text/html"
        return None


def _written(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def version_of(*contents: bytes) -> str:
    """A name for these contents together; it changes when any of them changes."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:16]
