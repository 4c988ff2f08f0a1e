"""Reads a settings file in TOML: one line a setting, by its name."""

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path


class SettingError(Exception):
    """A setting has a value that cannot be used; the text says which, and what was expected."""


def read_file(path: Path, separators: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The settings in a file: the text of each, and where it stands.

    ``separators`` are, for the name of every setting there is, what parts several values in its
    text: a list of texts is as good as a text with that; names may have hyphens for underscores.

    Raises:
        SettingError: the file cannot be read, is no TOML, or names what is no setting.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingError(f"{path}: cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError:
        raise SettingError(f"{path}: cannot be read (expected text in UTF-8)") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingError(f"{path}: is no TOML ({error})") from None
    found = {}
    for key, value in content.items():
        name = key.replace("-", "_")
        if name not in separators:
            raise SettingError(f"{path}: {key!r} is no setting ({_expected(name, separators)})")
        found[name] = (_text(path, key, value, separators[name]), f"{key} in {path}")
    return found


def _expected(name: str, names: Iterable[str]) -> str:
    near = get_close_matches(name, names, 1)
    return f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(names)}"


def _text(path: Path, key: str, value: object, separator: str) -> str:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return separator.join(value)
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    raise SettingError(f"{path}: {key}: expected a text, a whole number or a list of texts")
