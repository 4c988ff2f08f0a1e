"""The table of the UN Treaty Collection pasted as text: separated by commas, tabs or semicolons."""

import csv
import io

from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.grid import is_head, participants
from dashboard.depositary.heads import head_of_text
from dashboard.depositary.status import StatusTable

SEPARATORS = "\t,;|"


def read(text: str) -> StatusTable:
    """The table in a text, from the line of its heads on; what stands before is its own head.

    Raises:
        DepositaryError: there is no line of heads, or a row is no row.
    """
    lines = text.splitlines(keepends=True)
    for index, line in enumerate(lines):
        for separator in SEPARATORS:
            if is_head(next(csv.reader([line], delimiter=separator), [])):
                return _table("".join(lines[:index]), lines[index:], separator, index)
    raise DepositaryError(
        "holds no table of participants (expected a line of heads that begins with Participant, "
        "its cells separated by commas or tabs)"
    )


def _table(before: str, lines: list[str], separator: str, skipped: int) -> StatusTable:
    reader = csv.reader(io.StringIO("".join(lines), newline=""), delimiter=separator, strict=True)
    rows: list[tuple[str, list[str]]] = []
    wrong: list[str] = []
    line = 0
    try:
        heads = [head.strip() for head in next(reader)]
        line = reader.line_num
        for cells in reader:
            place = f"line {skipped + line + 1}"
            line = reader.line_num
            if any(cell.strip() for cell in cells[len(heads) :]):
                wrong.append(f"{place}: has {len(cells)} cells (expected {len(heads)})")
            elif any(cell.strip() for cell in cells):
                rows.append((place, cells))
    except csv.Error as error:
        raise DepositaryError(f"line {skipped + line + 1}: is no row of cells: {error}") from None
    if wrong:
        raise DepositaryError(wrong)
    return StatusTable(participants(heads, rows, {}, {}), head_of_text(before))
