"""Doubts about text itself: marks that nobody sees, which copying from web pages leaves behind."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields

from dashboard.record.models import Row
from dashboard.record.review.findings import Desk, Doubt, Finding, finding
from dashboard.record.tables import Table

INVISIBLE = frozenset({"Cc", "Cf"})
"""Unicode's categories of control and format characters: bidirectional marks, zero widths."""
LINE_BREAKS = frozenset("\n\r\t")


def cells(desk: Desk) -> Iterator[Finding]:
    """Texts with a character that cannot be seen, and can turn or split what is read."""
    for table in (getattr(desk.tables, field.name) for field in fields(desk.tables)):
        yield from _cells(table)


def _cells(table: Table[Row]) -> Iterator[Finding]:
    for located in table.rows:
        for column, value in located.row:
            if mark := _invisible(value) if isinstance(value, str) else "":
                message = f"holds the invisible mark {mark} (expected text that can be seen)"
                yield finding(table, located, column, message, Doubt.INVISIBLE_MARK)


def _invisible(text: str) -> str:
    """The first mark in a text that cannot be seen: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    if text.isprintable():
        return ""
    for mark in text:
        if mark not in LINE_BREAKS and unicodedata.category(mark) in INVISIBLE:
            return f"U+{ord(mark):04X} {unicodedata.name(mark, '')}".rstrip()
    return ""
