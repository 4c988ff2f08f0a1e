"""The files that scripts add to the document, in a folder whose name is the version of the page."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dashboard.panels.fragments import Fragments

VIEW = "view.json"
ENDING = ".html"
JSON = "application/json"


@dataclass(frozen=True)
class PageParts:
    """``view.json`` (from ``view``), a file for each of the ``fragments``, and ``others`` by name,
    which are made when they are first asked for, as JSON.

    The ``version`` is that of the record, the map and the program: what is in the folder of one
    version never changes, and never mixes with another.
    """

    view: dict[str, Any]
    fragments: Fragments
    version: str
    others: Mapping[str, Callable[[], str]] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """Where the files are, from the address of the page on."""
        return f"page/{self.version}/"

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files of the folder."""
        return (VIEW, *(f"{name}{ENDING}" for name in self.fragments.names), *self.others)

    @cached_property
    def written_view(self) -> str:
        """The content of ``view.json``."""
        return written(self.view)

    def file(self, name: str) -> tuple[str, str] | None:
        """The content and the media type of a file of the folder; None where there is none."""
        if name == VIEW:
            return self.written_view, JSON
        if name in self.others:
            return self.others[name](), JSON
        fragment = name.removesuffix(ENDING)
        if name.endswith(ENDING) and fragment in self.fragments.names:
            return self.fragments.html(fragment), "text/html"
        return None


def written(content: dict[str, Any]) -> str:
    """A file's content as JSON, without needless space."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def version_of(*contents: bytes) -> str:
    """A name for these contents together; it changes when any of them changes."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:16]
