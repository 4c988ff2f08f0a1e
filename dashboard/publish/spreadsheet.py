"""CSV files that spreadsheets open rightly and run nothing of."""

import csv
import io
import re
from collections.abc import Sequence

from dashboard.publish.columns import Column, Value
from dashboard.publish.table import Table

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the letters of its own system: HÃ¤kkÃ¤nen. Readers of CSV that
do not expect one know it as the encoding ``utf-8-sig``."""
FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")
"""How a cell begins that some spreadsheet would run as a formula, apostrophes before it or not."""
GUARD_RULE = (
    "An apostrophe stands before every text that a spreadsheet could run as a formula: one that "
    "begins with = + - @ (also full-width), a tab or a line break. To have the text as recorded, "
    "take away the first apostrophe of such a cell; where text itself begins with apostrophes "
    "before such a sign, it has one more."
)


def csv_file(table: Table) -> bytes:
    """The table as RFC 4180 has it: UTF-8 with a byte order mark, commas, CRLF, quoted as needed.

    Several values in a cell are separated by a semicolon and a space; what is unknown is blank.
    """
    stream = io.StringIO(newline="")
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(_cells(table.columns, row) for row in table.rows)
    return stream.getvalue().encode()


def _cells(columns: Sequence[Column], row: Sequence[Value]) -> list[str]:
    return [
        guarded(text(value)) if column.is_text else text(value)
        for column, value in zip(columns, row, strict=True)
    ]


def text(value: Value) -> str:
    """What stands in a cell for a value: ISO 8601 days, ``true`` and ``false``, words as such."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case tuple():
            return "; ".join(value)
        case _:
            return str(value)


def guarded(words: str) -> str:
    """The words, with an apostrophe before them if a spreadsheet could run them as a formula."""
    return f"'{words}" if FORMULA.match(words) else words


def unguarded(words: str) -> str:
    """The words that ``guarded`` was given."""
    return words[1:] if words.startswith("'") and FORMULA.match(words[1:]) else words
