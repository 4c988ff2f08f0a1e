"""Texts as the languages of the written files take them, so that a blank or a ``$`` is itself."""

import json
import re
import shlex


def yaml(text: str) -> str:
    """A string of YAML, which takes those of JSON."""
    return json.dumps(text, ensure_ascii=False)


def compose(text: str) -> str:
    """A string in a compose file, which would put variables in the place of ``$NAME``."""
    return yaml(text.replace("$", "$$"))


def env(text: str) -> str:
    """A value in an environment file of systemd."""
    return '"' + re.sub(r'(["\\`$])', r"\\\1", text) + '"'


def unit(path: str) -> str:
    """A path in a systemd unit, which would take ``%h`` for a folder and ``:`` for an end."""
    within = re.sub(r'(["\\])', r"\\\1", path).replace("%", "%%").replace(":", r"\\:")
    return f'"{within}"'


def shell(text: str) -> str:
    """A word of a command line."""
    return shlex.quote(text)
