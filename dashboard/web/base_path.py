"""Where on its host the dashboard is: at the top, or below a path such as ``/mines/``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from wsgiref.types import WSGIEnvironment

TOP = "/"


@dataclass(frozen=True)
class BasePath:
    """A path with a slash at both ends."""

    path: str = TOP

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "BasePath":
        """As it is set; where it is not, as the public address has it."""
        return cls(settings["base_path"] or urlsplit(settings["public_url"]).path or TOP)

    @property
    def without_slash(self) -> str:
        """The path as somebody types it who leaves the last slash away."""
        return self.path.removesuffix("/")

    def entered(self, environ: WSGIEnvironment) -> WSGIEnvironment:
        """A request as an application at this path sees it (PEP 3333: SCRIPT_NAME, PATH_INFO).

        A request for what is not below this path keeps its PATH_INFO.
        """
        if self.path == TOP:
            return environ
        asked = environ.get("PATH_INFO", "")
        return environ | {
            "SCRIPT_NAME": environ.get("SCRIPT_NAME", "") + self.without_slash,
            "PATH_INFO": self.below(asked),
        }

    def has(self, path: str) -> bool:
        """Whether ``path`` is this one or below it."""
        return self.path == TOP or path.startswith(self.path)

    def below(self, path: str) -> str:
        """What ``path`` is called below this one; unchanged where it is elsewhere."""
        return path.removeprefix(self.without_slash) if self.has(path) else path


AT_THE_TOP = BasePath()


def public_address(settings: Mapping[str, Any]) -> str:
    """The address of the page for its readers, or nothing.

    A public address that names only a host is that of the host: the page is below it.
    """
    address: str = settings["public_url"]
    names_host_only = address and urlsplit(address).path == TOP
    return address + BasePath.of(settings).path.removeprefix(TOP) if names_host_only else address
