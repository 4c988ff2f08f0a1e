"""Every setting, once: its environment variable, command-line option, default and help text."""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from dashboard.paths import SHIPPED
from dashboard.web.guard import ANYBODY
from dashboard.web.setting_values import (
    AUTO,
    base_path,
    cache_folder,
    embed_hosts,
    host,
    hosts,
    log_form,
    networks,
    packs,
    packs_listed,
    port,
    public_url,
    seconds,
    workers,
    yes_or_no,
)
from dashboard.web.settings_file import SettingError, read_file

FILE = "settings"
"""The option that names a settings file."""
FILE_VARIABLE = "FLANKWATCH_SETTINGS"
DEFAULT = "default"
Options: TypeAlias = Mapping[str, str | Sequence[str] | None]
"""What the command line gives for the settings, by their names."""


@dataclass(frozen=True)
class Setting:
    """One setting. ``read`` makes a value of its text, or raises ValueError.

    One that may be given several times reads the list of these by ``read_list``; its text has
    between them what the system has between paths.
    """

    name: str
    default: str
    read: Callable[[str], Any]
    metavar: str
    help: str
    default_in_words: str = ""
    read_list: Callable[[Sequence[str]], Any] | None = None

    @property
    def variable(self) -> str:
        """The name of the environment variable."""
        return f"FLANKWATCH_{self.name.upper()}"

    @property
    def option(self) -> str:
        """The option on the command line."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def repeatable(self) -> bool:
        """Whether it may be given several times."""
        return self.read_list is not None

    @property
    def separator(self) -> str:
        """What parts several values in its text."""
        return os.pathsep if self.repeatable else ","

    @property
    def shown_default(self) -> str:
        """The default as help texts show it."""
        return self.default_in_words or self.default


SETTINGS = (
    Setting(
        "host",
        "127.0.0.1",
        host,
        "ADDRESS",
        "Address to listen on; 0.0.0.0 for every network of this machine.",
    ),
    Setting("port", "8050", port, "NUMBER", "Port to listen on; 0 for any free one."),
    Setting(
        "workers",
        AUTO,
        workers,
        "NUMBER",
        "Processes that answer; `auto` for one on each processor, at most four. One gives two or "
        "three thousand pages a second, whatever the machine has; on Windows there is one.",
    ),
    Setting(
        "pack",
        os.pathsep.join(map(str, SHIPPED)),
        packs,
        "FOLDER",
        "Treaty pack to show; may be given several times. The first is at the top of the site, the "
        "others below the names of their treaties. In the environment, what parts paths in PATH "
        "stands between them.",
        "the packs that ship with Flankwatch",
        read_list=packs_listed,
    ),
    Setting(
        "cache_dir",
        "",
        cache_folder,
        "FOLDER",
        "Folder for what makes the next start quick; `none` for no such folder.",
        "the user’s cache folder",
    ),
    Setting(
        "public_url",
        "",
        public_url,
        "URL",
        "Address under which readers reach the dashboard, such as https://mines.example.org/ or "
        "https://example.org/mines/; links in previews of shared views, in the feed and in the "
        "calendar need it.",
        "none",
    ),
    Setting(
        "base_path",
        "",
        base_path,
        "PATH",
        "Where on its host the dashboard is, such as /mines/; `/` where a proxy takes the path of "
        "the public address away.",
        "the path of the public address",
    ),
    Setting(
        "trusted_proxies",
        "",
        networks,
        "ADDRESSES",
        "Addresses or networks of proxies, with commas between them, whose X-Forwarded-For, "
        "-Proto, -Host and -Prefix are believed.",
        "none",
    ),
    Setting(
        "hosts",
        "",
        hosts,
        "NAMES",
        "Names by which readers ask for the dashboard, with commas between them; by any other it "
        "does not answer.",
        "any",
    ),
    Setting(
        "embed_hosts",
        ANYBODY,
        embed_hosts,
        "SITES",
        "Sites that may show the page for frames, with commas between them; `*` for all, `none` "
        "for none.",
    ),
    Setting(
        "hsts",
        "0",
        seconds,
        "SECONDS",
        "For how long browsers shall ask for it by https alone, once they did so; 31536000 is a "
        "year. Only where it is reached by https.",
    ),
    Setting(
        "log",
        "none",
        log_form,
        "FORM",
        "A line for every request: `none`, `text` or `json`.",
    ),
    Setting(
        "metrics",
        "no",
        yes_or_no,
        "YES|NO",
        "`yes` for figures for Prometheus under /metrics: requests, seconds, loads, age of the "
        "record. Keep it from the public in the proxy.",
    ),
)


@dataclass(frozen=True)
class Given:
    """The value of a setting, the text it was read from, and where that stood."""

    value: Any
    text: str
    origin: str


def read_settings(options: Options, environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The value of every setting: from the command line, else the environment, else the settings
    file, else the default.

    The file is the option ``settings``, or named in the environment.

    Raises:
        SettingError: a value cannot be used; names the option, variable or file it came from.
    """
    return {name: given.value for name, given in settings_given(options, environment).items()}


def settings_given(
    options: Options, environment: Mapping[str, str] = os.environ
) -> dict[str, Given]:
    """The same with where each value came from, in the order of the table."""
    path = _joined(options.get(FILE) or "") or environment.get(FILE_VARIABLE)
    separators = {setting.name: setting.separator for setting in SETTINGS}
    file = read_file(Path(path), separators) if path else {}
    return {setting.name: _given(setting, options, environment, file) for setting in SETTINGS}


def _given(
    setting: Setting,
    options: Options,
    environment: Mapping[str, str],
    file: Mapping[str, tuple[str, str]],
) -> Given:
    option = options.get(setting.name)
    if option is not None:
        text, origin = _joined(option), setting.option
    elif variable := environment.get(setting.variable):
        text, origin = variable, setting.variable
    else:
        text, origin = file.get(setting.name, (setting.default, DEFAULT))
    try:
        if option is not None and setting.read_list:
            # On the command line, each stands by itself, whatever its name.
            value = setting.read_list([option] if isinstance(option, str) else option)
        else:
            value = setting.read(text)
    except ValueError as error:
        raise SettingError(f"{origin}: {text!r} cannot be used ({error})") from None
    return Given(value, text, origin)


def _joined(option: str | Sequence[str]) -> str:
    """The text of what the command line gives once or several times."""
    return option if isinstance(option, str) else os.pathsep.join(option)


def in_lines(given: Mapping[str, Given]) -> Iterator[str]:
    """Every setting as a line of a settings file that would give the same, and its origin."""
    for name, found in given.items():
        line = f"{name} = {json.dumps(found.text, ensure_ascii=False)}"
        yield f"{line:<60}  # {found.origin}"
