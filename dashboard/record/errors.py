"""What is wrong with a treaty pack, and where."""

from dataclasses import dataclass

LONGEST = 800
"""The most characters of a message; what was found stands at its beginning, expected at its end."""


def shown(text: str) -> str:
    """``text`` in one line that cannot steer a terminal: cut in the middle, odd marks escaped."""
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"
    return "".join(
        mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in text
    )


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: the file, the line (0: the file as a whole), the column, and why."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(shown(part) for part in (where, self.column, self.message) if part)


class PackError(Exception):
    """A treaty pack was refused. ``problems`` holds every error, in order of file and line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
