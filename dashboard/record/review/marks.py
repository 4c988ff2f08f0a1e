"""Doubts about text itself: marks that nobody sees, which copying from web pages leaves behind."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields

from dashboard.record.models import Row
from dashboard.record.plain import named
from dashboard.record.review.findings import Desk, Doubt, Finding, finding
from dashboard.record.tables import Table

LINE_BREAKS = frozenset("\n\r\t")


def cells(desk: Desk) -> Iterator[Finding]:
    """Cells with a character that cannot be seen: format characters, which reading leaves out, and
    control characters, which it does not."""
    for table in (getattr(desk.tables, field.name) for field in fields(desk.tables)):
        for left_out in table.unseen:
            message = f"holds the invisible mark {left_out.mark} (expected text that can be seen)"
            yield Finding(table.file, left_out.line, left_out.column, message, Doubt.INVISIBLE_MARK)
        yield from _controls(table)


def _controls(table: Table[Row]) -> Iterator[Finding]:
    for located in table.rows:
        for column, value in located.row:
            if mark := _control(value) if isinstance(value, str) else "":
                message = f"holds the invisible mark {mark} (expected text that can be seen)"
                yield finding(table, located, column, message, Doubt.INVISIBLE_MARK)


def _control(text: str) -> str:
    """The first control character in a text, line breaks aside."""
    if text.isprintable():
        return ""
    found = (mark for mark in text if unicodedata.category(mark) == "Cc")
    return next((named(mark) for mark in found if mark not in LINE_BREAKS), "")
