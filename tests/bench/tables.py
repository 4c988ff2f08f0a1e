"""Tables in Markdown, and the places in the README where they stand."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

Row: TypeAlias = Sequence[str]
README = Path(__file__).resolve().parents[2] / "README.md"
START = "<!-- {what}: measured by python -m tests.bench --write -->"
END = "<!-- end of what was measured -->"


def table(head: Row, rows: Sequence[Row]) -> str:
    """A head, a line, and rows."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines).replace("|  |", "| |")


def replaced(readme: str, what: str, told: Sequence[str]) -> str:
    """The README with these paragraphs where ``what`` stands, between its two marks."""
    start = START.format(what=what)
    before, found, rest = readme.partition(start)
    if not found:
        raise ValueError(f"the README has no place for {what}: {start}")
    _, end, after = rest.partition(END)
    return "\n\n".join([before + start, *told, end]) + after


def write(what: str, told: Sequence[str]) -> None:
    """Put what was measured into the README."""
    text = replaced(README.read_text(encoding="utf-8"), what, told)
    README.write_text(text, encoding="utf-8")
