"""Reads one CSV table of a treaty pack: every row, or everything that is wrong with it."""

import codecs
import csv
import io
import reprlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dashboard.record.errors import Problem
from dashboard.record.models import Row
from dashboard.record.plain import first_unseen, plain
from dashboard.record.spelling import MEMBER, Spelling

LARGEST = 8_000_000

R = TypeVar("R", bound=Row, covariant=True)
M = TypeVar("M", bound=Row)


@dataclass(frozen=True)
class Located(Generic[R]):
    """A row and the line of the file it begins on."""

    line: int
    row: R


@dataclass(frozen=True)
class Unseen:
    """An invisible character that was left out of a cell; ``character`` is its number and name."""

    line: int
    column: str
    character: str


@dataclass(frozen=True)
class Table(Generic[R]):
    """The rows of one file, with the problems found while reading it.

    ``refused`` holds the first columns (the ids) of rows that were refused; a table that is not
    ``readable`` has no rows, since its file or its header could not be read.
    """

    file: str
    rows: tuple[Located[R], ...]
    problems: tuple[Problem, ...]
    refused: tuple[str, ...] = ()
    readable: bool = True
    unseen: tuple[Unseen, ...] = ()
    spelling: Spelling = field(default_factory=Spelling)


class UnreadableError(Exception):
    """A file cannot be read at all; the text says why and what was expected."""


class CsvError(Exception):
    """A row cannot be read as CSV; ``line`` is where it begins, the text says what is wrong."""

    def __init__(self, line: int, error: csv.Error) -> None:
        super().__init__(
            f"is not a CSV table: {error} (expected quotation marks around a whole cell, and "
            "those within it doubled)"
        )
        self.line = line


def read_text(path: Path) -> str:
    """The text of a file of the pack. UTF-8, with or without a byte order mark.

    Raises:
        UnreadableError: the file is missing, too large, not UTF-8 or holds NUL characters.
    """
    try:
        if not path.is_file() and path.exists():
            raise UnreadableError("is not a file (expected text)")
        if path.stat().st_size > LARGEST:
            size = path.stat().st_size / 1e6
            raise UnreadableError(f"is {size:.1f} MB (expected at most {LARGEST / 1e6:.0f} MB)")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("is missing (expected in every treaty pack)") from None
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}") from None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableError("is UTF-16 text (expected UTF-8: “CSV UTF-8” in spreadsheets)")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"is not UTF-8 text (line {line} holds the byte 0x{data[error.start]:02x})"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableError(f"is not a text file (line {line} holds a NUL character)")
    return text


def read_table(
    folder: Path, file: str, model: type[M], spelling: Spelling | None = None
) -> Table[M]:
    """Read ``file`` of a pack: comma-separated, the columns of ``model`` in any order.

    ``spelling`` is that of the pack for columns and keywords of its own.

    Byte order mark, CRLF and blank lines, as spreadsheets leave them, are accepted; texts are made
    plain (``record/plain.py``). Nothing is raised: what is wrong stands in ``problems``, each with
    its line and column.
    """
    try:
        text = read_text(folder / file)
    except UnreadableError as error:
        return Table(file, (), (Problem(file, 0, "", str(error)),), readable=False)
    own = spelling or Spelling()
    fields = own.fields(model.model_fields)
    columns = list(fields)
    if separator := _other_separator(text, columns):
        message = f"{separator} (expected commas between the cells, and the header first)"
        return Table(file, (), (Problem(file, 1, "", message),), readable=False)
    rows: list[Located[M]] = []
    problems: list[Problem] = []
    refused: list[str] = []
    unseen: list[Unseen] = []
    try:
        csv_rows = list(_csv_rows(text))
    except CsvError as error:
        return Table(file, (), (Problem(file, error.line, "", str(error)),), readable=False)
    line, header = csv_rows[0] if csv_rows else (1, [])
    if wrong := _header_problems(file, line, header, columns):
        return Table(file, (), tuple(wrong), readable=False)
    key = columns[0]
    for line, cells in csv_rows[1:]:
        if len(cells) != len(header):
            message = f"has {len(cells)} cells (expected {len(header)}, as in the header)"
            problems.append(Problem(file, line, "", message))
            refused += cells[header.index(key) :][:1]
            continue
        values = {name: plain(cell) for name, cell in zip(header, cells, strict=True)}
        unseen += [
            Unseen(line, name, character)
            for name, cell in zip(header, cells, strict=True)
            if (character := first_unseen(cell))
        ]
        try:
            row = model.model_validate(
                {fields[column]: cell for column, cell in values.items()}, context=own.keywords
            )
        except ValidationError as error:
            problems += [
                Problem(file, line, own.column(column_of(detail)), message_of(detail))
                for detail in error.errors()
            ]
            refused.append(values[key])
        else:
            rows.append(Located(line, row))
    return Table(
        file, tuple(rows), tuple(problems), tuple(refused), unseen=tuple(unseen), spelling=own
    )


def _csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not blank: the line it begins on, and its cells, stripped."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise CsvError(line, error) from None
        if cells is None:
            return
        stripped = [cell.strip() for cell in cells]
        if any(stripped):
            yield line, stripped
        line = reader.line_num + 1


SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


def _other_separator(text: str, columns: list[str]) -> str:
    """What separates the cells of a text that is a table but no comma-separated one; else nothing.

    Spreadsheets of countries where a comma stands in numbers write semicolons, and some put a
    line ``sep=;`` before the header.
    """
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if first.lower().startswith("sep="):
        return f"begins with the line {first[:20]!r}"
    for separator, name in SEPARATORS.items():
        cells = {cell.strip().strip('"').strip() for cell in first.split(separator)}
        if len(cells) > 1 and cells & set(columns):
            return f"is separated by {name}"
    return ""


def _header_problems(file: str, line: int, header: list[str], columns: list[str]) -> list[Problem]:
    expected = f"(expected: {', '.join(columns)})"
    if not set(header) & set(columns):
        return [Problem(file, line, "", f"has no header row {expected}")]
    problems = [
        Problem(file, line, column, f"is missing from the header {expected}")
        for column in columns
        if column not in header
    ]
    problems += [
        Problem(file, line, column[:40], f"is not a column of this table{_hint(column)}")
        if column
        else Problem(file, line, "", f"column {place} has no name {expected}")
        for place, column in enumerate(header, start=1)
        if column not in columns
    ]
    problems += [
        Problem(file, line, column, "stands twice in the header")
        for column in columns
        if header.count(column) > 1
    ]
    return problems


def _hint(column: str) -> str:
    """Of a column that an alliance would have, where to name it."""
    name, _, rest = column.partition("_")
    if f"member_{rest}" not in MEMBER:
        return ""
    return f' (expected [membership] with id = "{name[:30]}" in treaty.toml)'


_SHORT = reprlib.Repr()  # Follows nothing that lies deep in something else.
_SHORT.maxstring = _SHORT.maxother = 100


def column_of(detail: ErrorDetails) -> str:
    """The column (or the dotted key, in TOML) that an error of pydantic speaks of."""
    return ".".join(str(part) for part in detail["loc"] if part != "[key]")


def message_of(detail: ErrorDetails) -> str:
    """What an error of pydantic says, in one line."""
    if detail["type"] == "missing":
        return "is missing"
    if detail["type"] == "extra_forbidden":
        return "is not a known setting"
    if detail["type"] == "value_error":
        return detail["msg"].removeprefix("Value error, ")
    return f"{_SHORT.repr(detail['input']):.60}: {detail['msg'][0].lower()}{detail['msg'][1:]}"
