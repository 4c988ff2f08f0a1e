"""Every setting, once: its environment variable, command-line option, default and help text."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dashboard.paths import DEFAULT_PACK
from dashboard.web.guard import ANYBODY

ADDRESS = re.compile(r"https?://[\w.:\[\]-]+/?", re.ASCII | re.IGNORECASE)


HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]", re.IGNORECASE)
SITE = re.compile(r"(https?://)?(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?", re.IGNORECASE)
"""A site as ``frame-ancestors`` of a Content-Security-Policy takes it."""
NOBODY = "none"


class SettingError(Exception):
    """A setting has a value that cannot be used; the text says which, and what was expected."""


def _host(text: str) -> str:
    if not text or any(character.isspace() for character in text):
        raise ValueError("expected a host name or an address, such as 127.0.0.1")
    return text


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise ValueError("expected a number from 0 to 65535 (0: any free port)")
    return int(text)


def _public_url(text: str) -> str:
    """The address of a whole host with a slash at its end, or nothing."""
    try:
        good = not text or (
            ADDRESS.fullmatch(text) and urlsplit(text).hostname and urlsplit(text).port != 0
        )
    except ValueError:  # A port or an IPv6 address that is none.
        good = False
    if not good:
        raise ValueError(
            "expected an address such as https://mines.example.org/: http or https and a host, "
            "without user, query or fragment, and without a path, since the page and its files are "
            "served from the root of their host"
        )
    return f"{text.rstrip('/')}/" if text else ""


def _hosts(text: str) -> tuple[str, ...]:
    """Names of hosts, in lower case."""
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    if wrong := next((name for name in names if not HOST.fullmatch(name)), None):
        raise ValueError(
            f"{wrong!r} is no host; expected names with commas between them, "
            "such as mines.example.org,localhost, without ports"
        )
    return names


def _embed_hosts(text: str) -> tuple[str, ...]:
    """Sites as a Content-Security-Policy names them."""
    if text.strip() == ANYBODY:
        return (ANYBODY,)
    if text.strip().lower() == NOBODY:
        return ("'none'",)
    sites = tuple(site.strip().rstrip("/") for site in text.split(",") if site.strip())
    if not sites or not all(SITE.fullmatch(site) for site in sites):
        raise ValueError(
            f"expected {ANYBODY} for all sites, {NOBODY}, or sites with commas between them, "
            "such as https://news.example.org,*.example.net"
        )
    return sites


def _seconds(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise ValueError("expected a number of seconds, such as 31536000 for a year (0: none)")
    return int(text)


@dataclass(frozen=True)
class Setting:
    """One setting. ``read`` makes a value of its text, or raises ValueError."""

    name: str
    default: str
    read: Callable[[str], Any]
    metavar: str
    help: str
    default_in_words: str = ""

    @property
    def variable(self) -> str:
        """The name of the environment variable."""
        return f"FLANKWATCH_{self.name.upper()}"

    @property
    def option(self) -> str:
        """The option on the command line."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def shown_default(self) -> str:
        """The default as help texts show it."""
        return self.default_in_words or self.default


SETTINGS = (
    Setting(
        "host",
        "127.0.0.1",
        _host,
        "ADDRESS",
        "Address to listen on; 0.0.0.0 for every network of this machine.",
    ),
    Setting("port", "8050", _port, "NUMBER", "Port to listen on; 0 for any free one."),
    Setting(
        "pack",
        str(DEFAULT_PACK),
        Path,
        "FOLDER",
        "Treaty pack to show.",
        "the pack that ships with Flankwatch",
    ),
    Setting(
        "public_url",
        "",
        _public_url,
        "URL",
        "Address under which readers reach the dashboard, such as https://mines.example.org/, "
        "without a path; links in previews of shared views, in the feed and in the calendar "
        "need it.",
        "none",
    ),
    Setting(
        "hosts",
        "",
        _hosts,
        "NAMES",
        "Names by which readers ask for the dashboard, with commas between them; by any other it "
        "does not answer.",
        "any",
    ),
    Setting(
        "embed_hosts",
        ANYBODY,
        _embed_hosts,
        "SITES",
        "Sites that may show the page for frames, with commas between them; `*` for all, `none` "
        "for none.",
    ),
    Setting(
        "hsts",
        "0",
        _seconds,
        "SECONDS",
        "For how long browsers shall ask for it by https alone, once they did so; 31536000 is a "
        "year. Only where it is reached by https.",
    ),
)


def read_settings(
    options: Mapping[str, str | None], environment: Mapping[str, str] = os.environ
) -> dict[str, Any]:
    """The value of every setting: from the command line, else the environment, else the default.

    Raises:
        SettingError: a value cannot be used; names the option or variable it came from.
    """
    return {setting.name: _value(setting, options, environment) for setting in SETTINGS}


def _value(
    setting: Setting, options: Mapping[str, str | None], environment: Mapping[str, str]
) -> Any:
    given = options.get(setting.name)
    origin = setting.option if given is not None else setting.variable
    text = given if given is not None else environment.get(setting.variable) or setting.default
    try:
        return setting.read(text)
    except ValueError as error:
        raise SettingError(f"{origin}: {text!r} cannot be used ({error})") from None
