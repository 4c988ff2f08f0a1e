"""Reads the values of settings; each function takes a text, and raises ValueError with what it
expected.
"""

import os
import re
from collections.abc import Sequence
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_cache_path

from dashboard.web.guard import ANYBODY
from dashboard.web.observing import LINES
from dashboard.web.proxies import Network

PATH = r"/(?:[\w.~-]+/)*"
ADDRESS = re.compile(rf"https?://[\w.:\[\]-]+({PATH})", re.ASCII | re.IGNORECASE)
BASE_PATH = re.compile(PATH, re.ASCII)
DOTS = re.compile(r"/\.{1,2}/")
"""Parts of a path that browsers take away before they ask."""
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]", re.IGNORECASE)
SITE = re.compile(r"(https?://)?(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?", re.IGNORECASE)
"""A site as ``frame-ancestors`` of a Content-Security-Policy takes it."""
NOBODY = "none"
AUTO = "auto"
MOST_WORKERS = 64
MOST_BY_ITSELF = 4
"""A machine with more processors has other work as well, and four workers serve 10,000 pages a
second.
"""


def _listed(text: str) -> list[str]:
    """What stands between the commas, without blanks."""
    return [part.strip() for part in text.split(",") if part.strip()]


def host(text: str) -> str:
    """A host to listen on."""
    if not text or any(character.isspace() for character in text):
        raise ValueError("expected a host name or an address, such as 127.0.0.1")
    return text


def packs(text: str) -> tuple[Path, ...]:
    """Folders of treaty packs; one whose name has what parts paths in it is one all the same."""
    return packs_listed([text] if Path(text).is_dir() else text.split(os.pathsep))


def packs_listed(parts: Sequence[str]) -> tuple[Path, ...]:
    """Folders of treaty packs, each by itself."""
    found = tuple(Path(part) for part in parts if part.strip())
    if not found:
        raise ValueError(f"expected a folder, or several with {os.pathsep!r} between them")
    return found


def cache_folder(text: str) -> Path | None:
    """A folder; that of the user where none is named, and None where there is to be none."""
    if text.strip().lower() == NOBODY:
        return None
    return Path(text) if text else user_cache_path("flankwatch", appauthor=False)


def port(text: str) -> int:
    """The number of a port."""
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise ValueError("expected a number from 0 to 65535 (0: any free port)")
    return int(text)


def public_url(text: str) -> str:
    """The address of a page with a slash at its end, or nothing."""
    address = text if text.endswith("/") or not text else f"{text}/"
    try:
        good = not text or (
            ADDRESS.fullmatch(address)
            and not DOTS.search(address)
            and urlsplit(address).hostname
            and urlsplit(address).port != 0
        )
    except ValueError:  # A port or an IPv6 address that is none.
        good = False
    if not good:
        raise ValueError(
            "expected an address such as https://mines.example.org/ or "
            "https://example.org/mines/: http or https, a host and perhaps a path, "
            "without user, query or fragment"
        )
    return address


def base_path(text: str) -> str:
    """A path with a slash at both ends, or nothing."""
    path = text if text.endswith("/") or not text else f"{text}/"
    if path and (not BASE_PATH.fullmatch(path) or DOTS.search(path)):
        raise ValueError("expected a path such as /mines/ (/: the top of its host)")
    return path


def networks(text: str) -> tuple[Network, ...]:
    """Addresses of the Internet Protocol, each of one machine or of a network."""
    try:
        return tuple(ip_network(part, strict=False) for part in _listed(text))
    except ValueError as error:
        raise ValueError(
            f"{error}; expected addresses or networks with commas between them, "
            "such as 127.0.0.1,10.0.0.0/8,::1"
        ) from None


def hosts(text: str) -> tuple[str, ...]:
    """Names of hosts, in lower case."""
    names = tuple(_listed(text.lower()))
    if wrong := next((name for name in names if not HOST.fullmatch(name)), None):
        raise ValueError(
            f"{wrong!r} is no host; expected names with commas between them, "
            "such as mines.example.org,localhost, without ports"
        )
    return names


def embed_hosts(text: str) -> tuple[str, ...]:
    """Sites as a Content-Security-Policy names them."""
    if text.strip() == ANYBODY:
        return (ANYBODY,)
    if text.strip().lower() == NOBODY:
        return ("'none'",)
    sites = tuple(site.rstrip("/") for site in _listed(text))
    if not sites or not all(SITE.fullmatch(site) for site in sites):
        raise ValueError(
            f"expected {ANYBODY} for all sites, {NOBODY}, or sites with commas between them, "
            "such as https://news.example.org,*.example.net"
        )
    return sites


def seconds(text: str) -> int:
    """A number of seconds."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError("expected a number of seconds, such as 31536000 for a year (0: none)")
    return int(text)


def workers(text: str) -> int:
    """A number of processes; by itself, one for every processor that this one may use."""
    can_share = hasattr(os, "fork")
    if text.strip().lower() == AUTO:
        return min(_processors(), MOST_BY_ITSELF) if can_share else 1
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= MOST_WORKERS):
        raise ValueError(f"expected {AUTO}, or a number from 1 to {MOST_WORKERS}")
    if int(text) > 1 and not can_share:
        raise ValueError("expected 1: this system cannot share a port between processes")
    return int(text)


def _processors() -> int:
    """Processors that this process may use, of those that the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def log_form(text: str) -> str:
    """How requests are logged."""
    if text not in LINES:
        raise ValueError(f"expected one of {', '.join(LINES)}")
    return text


def yes_or_no(text: str) -> bool:
    """Whether something is wanted."""
    if text.lower() not in ("yes", "no"):
        raise ValueError("expected yes or no")
    return text.lower() == "yes"
