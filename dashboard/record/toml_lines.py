"""Where in a TOML file a setting stands: ``tomllib`` tells what a file says, not on which line."""

import re
from collections import Counter
from collections.abc import Mapping
from tomllib import TOMLDecodeError

TABLE = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
KEY = re.compile(r"\s*[\"']?([\w.-]+)[\"']?\s*=")
PLACE = re.compile(r"\(at line (\d+), column \d+\)$")


def setting_lines(text: str) -> dict[str, int]:
    """The line on which each table and setting begins, by its dotted name: ``spans.0.first``."""
    lines: dict[str, int] = {}
    repeated: Counter[str] = Counter()
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := TABLE.match(line):
            brackets, table = header.groups()
            if brackets == "[[":
                repeated[table] += 1
                table += f".{repeated[table] - 1}"
            lines.setdefault(table, number)
        elif key := KEY.match(line):
            lines.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return lines


def line_of(name: str, lines: Mapping[str, int]) -> int:
    """The line of a setting, else of the table that lacks it; 0 where neither stands."""
    while name and name not in lines:
        name = name.rpartition(".")[0]
    return lines.get(name, 0)


def line_of_error(error: Exception) -> int:
    """The line at which a file stopped being TOML; 0 where the error does not say."""
    place = PLACE.search(str(error)) if isinstance(error, TOMLDecodeError) else None
    return int(place[1]) if place else 0
