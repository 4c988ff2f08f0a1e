"""What the settings mean for a place where Flankwatch is served: its address, port and pack."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from dashboard.web.base_path import TOP, BasePath, public_address
from dashboard.web.settings import SETTINGS, Given, Options, settings_given

ALL_NETWORKS = ("0.0.0.0", "::")
LOOPBACK = re.compile(r"localhost|127(\.\d+){3}|::1")
LISTENING = re.compile(r"[\w.-]+|[0-9a-f:]+", re.ASCII | re.IGNORECASE)
LOWEST_PORT = 1024
HIDDEN = ("/home", "/root", "/run/user", "/tmp", "/var/tmp")
STANDARD_PORTS = {"http": 80, "https": 443}


class DeployError(Exception):
    """The files cannot be written; the text says why and what was expected, in a line."""


@dataclass(frozen=True)
class Site:
    """A dashboard as its readers and its proxy reach it.

    ``scheme``, ``host`` (in brackets where it is an IPv6 address), ``port`` and ``path`` (with a
    slash at both ends) are those of its public address; ``listens`` and ``inner_port`` are where
    the server itself listens; ``given`` has the text of every setting that is not left at its
    default, by its environment variable. ``pack`` is the folder of another pack than those that
    ship; None for those. ``has_metrics`` says whether figures are served that are not for the
    public.
    """

    scheme: str
    host: str
    port: int
    path: str
    listens: str
    inner_port: int
    pack: Path | None
    has_metrics: bool
    given: Mapping[str, str]

    @property
    def is_secure(self) -> bool:
        """Whether readers reach it by https."""
        return self.scheme == "https"

    @property
    def authority(self) -> str:
        """Host and port, as they stand in an address."""
        standard = self.port == STANDARD_PORTS[self.scheme]
        return self.host if standard else f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """The public address of the whole host, without a slash at its end."""
        return f"{self.scheme}://{self.authority}"

    @property
    def address(self) -> str:
        """The public address of the page, with a slash at its end."""
        return self.origin + self.path

    @property
    def is_at_the_top(self) -> bool:
        """Whether it has its host for itself."""
        return self.path == TOP

    @property
    def is_named(self) -> bool:
        """Whether the host has a name that others can look up: certificates are for such names."""
        return "." in self.host and not self.is_number

    @property
    def is_number(self) -> bool:
        """Whether the host is an address of the Internet Protocol, not a name."""
        return bool(re.fullmatch(r"\[.*\]|[\d.]+", self.host))

    @property
    def alternative_name(self) -> str:
        """The host as a certificate names it (RFC 5280, subjectAltName)."""
        return f"IP:{self.host.strip('[]')}" if self.is_number else f"DNS:{self.host}"

    @property
    def has_hidden_pack(self) -> bool:
        """Whether the pack lies where a service that sees nobody's files does not look."""
        return bool(self.pack and any(map(self.pack.is_relative_to, HIDDEN)))

    @property
    def is_local(self) -> bool:
        """Whether the server listens for this machine alone."""
        return bool(LOOPBACK.fullmatch(self.listens))

    @property
    def upstream(self) -> str:
        """Where a proxy on the same machine finds the server."""
        host = "127.0.0.1" if self.listens in ALL_NETWORKS else self.listens
        return f"[{host}]:{self.inner_port}" if ":" in host else f"{host}:{self.inner_port}"

    def in_container(self, pack: str) -> Mapping[str, str]:
        """The environment variables in a container, which has its pack in the folder ``pack``."""
        placed = {"FLANKWATCH_PACK": pack} if self.pack else {}
        fixed = {"FLANKWATCH_HOST": "0.0.0.0", "FLANKWATCH_PORT": str(self.inner_port)}
        return {**fixed, **placed, **{k: v for k, v in self.given.items() if k not in OF_PLACE}}


OF_NAME = {setting.name: setting for setting in SETTINGS}
OF_PLACE = {OF_NAME[name].variable for name in ("host", "port", "pack")}
"""The variables that a container has its own values of."""


def read_site(options: Options, environment: Mapping[str, str] = os.environ) -> Site:
    """The site that the settings describe.

    Without a public address it is the first of the hosts that are named, or else localhost. Where
    no hosts are named, the one of the public address is the only one.

    Raises:
        SettingError: a setting cannot be used at all.
        DeployError: it can be used, but not in a file.
    """
    found = settings_given(options, environment)
    _refuse_unwritable(found)
    settings = {name: given.value for name, given in found.items()}
    texts = {
        name: given.text for name, given in found.items() if given.text != OF_NAME[name].default
    }
    hosts = settings["hosts"] or ("localhost",)
    parts = urlsplit(public_address(settings) or f"https://{hosts[0]}{BasePath.of(settings).path}")
    host = f"[{parts.hostname}]" if ":" in str(parts.hostname) else str(parts.hostname)
    if settings["public_url"] and not settings["hosts"]:
        texts["hosts"] = host
    pack = _only_pack(found["pack"]) if "pack" in texts else None
    if pack:
        texts["pack"] = str(pack)
    return Site(
        parts.scheme,
        host,
        parts.port or STANDARD_PORTS[parts.scheme],
        parts.path,
        settings["host"],
        settings["port"],
        pack,
        settings["metrics"],
        {setting.variable: texts[setting.name] for setting in SETTINGS if setting.name in texts},
    )


def _only_pack(given: Given) -> Path:
    """The folder of the one pack that is given."""
    if len(given.value) > 1:
        _refuse(given, "one pack, or none for those that ship with Flankwatch")
    [pack] = given.value
    return Path(pack).absolute()


def _refuse_unwritable(found: Mapping[str, Given]) -> None:
    for given in found.values():
        if not given.text.isprintable():
            _refuse(given, "printable characters only")
    if not LISTENING.fullmatch(found["host"].value):
        _refuse(found["host"], "a name or an address")
    path = urlsplit(found["public_url"].value).path
    if found["base_path"].value and path not in ("", TOP, found["base_path"].value):
        _refuse(found["base_path"], f"{path}, as in the public address: no proxy here changes it")
    if found["port"].value < LOWEST_PORT:
        expected = f"a number from {LOWEST_PORT} on: it is served without rights, behind a proxy"
        _refuse(found["port"], expected)


def _refuse(given: Given, expected: str) -> NoReturn:
    raise DeployError(
        f"{given.origin}: {given.text!r} cannot be written into a file (expected {expected})"
    )
