"""The UN Treaty Collection's status page of a treaty, saved as HTML."""

from dataclasses import replace

from lxml import html
from lxml.etree import ParserError, _Element

from dashboard.depositary import heads
from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.footnotes import texts_of_notes, without_bare_marks, without_marks
from dashboard.depositary.grid import day_of, is_head, participants
from dashboard.depositary.markup import marked_text, name_of
from dashboard.depositary.status import StatusTable, Withdrawal

TAKEN_BACK = "withdrawn"
"""What stands in place of a day of effect where the notice itself was withdrawn."""


def read(data: bytes) -> StatusTable:
    """The table of participants of a page, with its notes and the numbers above it.

    Raises:
        DepositaryError: the page holds no table of participants.
    """
    try:
        page = html.document_fromstring(data, parser=html.HTMLParser(encoding=_encoding(data)))
    except (ParserError, LookupError):
        raise DepositaryError("is no web page") from None
    notes = " ".join(marked_text(each) for each in page.iter("div") if _is_of_notes(each))
    for table in page.iter("table"):
        rows = [_cells(row) for row in table.iter("tr")]
        start = next((at for at, cells in enumerate(rows) if is_head(cells)), None)
        if start is None or _tells_of_withdrawals(rows[start]):
            continue
        placed = [(f"row {n}", cells) for n, cells in enumerate(rows[start + 1 :], 1) if any(cells)]
        text = " ".join(marked_text(page).split())
        head = replace(
            heads.head_of_text(text),
            depositary=heads.SECRETARY_GENERAL,
            reference=heads.reference_in(data.decode("utf-8", "replace")),
        )
        read_rows = participants(rows[start], placed, texts_of_notes(notes), _withdrawals(page))
        return StatusTable(read_rows, head)
    raise DepositaryError(
        "holds no table of participants (expected the status page of a treaty; the Treaty "
        "Collection sends another one while it is unavailable)"
    )


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the page is that, whatever it says of itself; else what it says."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _is_of_notes(element: _Element) -> bool:
    return "divNotesAll" in (element.get("id") or "")


def _cells(row: _Element) -> list[str]:
    return [" ".join(marked_text(cell).split()) for cell in row if name_of(cell) in ("td", "th")]


def _tells_of_withdrawals(cells: list[str]) -> bool:
    heads_ = [cell.lower() for cell in cells]
    return len(cells) > 1 and "date of notification" in heads_[1]


def _withdrawals(page: _Element) -> dict[str, Withdrawal]:
    """Those of the small tables within the notes, by the name in lower case."""
    found: dict[str, Withdrawal] = {}
    for table in page.iter("table"):
        rows = [_cells(row) for row in table.iter("tr")]
        if not rows or not is_head(rows[0]) or not _tells_of_withdrawals(rows[0]):
            continue
        for cells in rows[1:]:
            notice = day_of(cells[1]) if len(cells) > 1 else None
            effect = cells[2] if len(cells) > 2 else ""
            if notice and effect.strip().lower() != TAKEN_BACK:
                name = without_bare_marks(without_marks(cells[0])[0])[0]
                found[name.lower()] = Withdrawal(notice, day_of(effect))
    return found
