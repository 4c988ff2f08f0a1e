"""Doubts about invisible characters in texts, which copying from web pages leaves behind."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields

from dashboard.record.models import Row
from dashboard.record.plain import named
from dashboard.record.review.findings import Desk, Doubt, Finding, finding
from dashboard.record.tables import Table

LINE_BREAKS = frozenset("\n\r\t")
MESSAGE = "holds the invisible mark {} (expected text that can be seen)"


def cells(desk: Desk) -> Iterator[Finding]:
    """Cells with a character that cannot be seen: format characters, which reading leaves out, and
    control characters, which it does not."""
    for table in (getattr(desk.tables, field.name) for field in fields(desk.tables)):
        for left_out in table.unseen:
            message = (
                f"holds the invisible mark {left_out.character} (expected text that can be seen)"
            )
            yield Finding(table.file, left_out.line, left_out.column, message, Doubt.INVISIBLE_MARK)
        yield from _controls(table)


def _controls(table: Table[Row]) -> Iterator[Finding]:
    for located in table.rows:
        for column, value in located.row:
            if character := _control(value) if isinstance(value, str) else "":
                message = MESSAGE.format(character)
                yield finding(table, located, column, message, Doubt.INVISIBLE_MARK)


def _control(text: str) -> str:
    """The number and name of the first control character but line breaks; else ''."""
    if text.isprintable():
        return ""
    found = (each for each in text if unicodedata.category(each) == "Cc")
    return next((named(each) for each in found if each not in LINE_BREAKS), "")
