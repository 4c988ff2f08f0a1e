"""The UN Treaty Collection's XML of a treaty."""

import re

from lxml import etree
from lxml.etree import _Element

from dashboard.depositary import heads
from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.footnotes import texts_of_notes, without_marks
from dashboard.depositary.grid import day_of, is_head, participants
from dashboard.depositary.markup import marked_text, name_of
from dashboard.depositary.status import Head, StatusTable


def read(data: bytes) -> StatusTable:
    """The table of participants, the head of the treaty and the end notes of a document.

    Raises:
        DepositaryError: it is not well-formed, or holds no table of participants.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DepositaryError(f"is no XML: {error}") from None
    for group in _all(root, "TGroup"):
        head_rows = [_cells(row) for head in _all(group, "Thead") for row in _all(head, "Row")]
        named = [cells for cells in head_rows if is_head(cells)]
        if not named:
            continue
        rows = [_cells(row) for body in _all(group, "Tbody") for row in _all(body, "Row")]
        placed = [(f"row {number}", cells) for number, cells in enumerate(rows, 1) if cells]
        notes = texts_of_notes(" ".join(marked_text(each) for each in _all(root, "EndNotes")))
        return StatusTable(participants(named[0], placed, notes, {}), _head(root))
    raise DepositaryError("holds no table of participants (expected Participants/Table/TGroup)")


def _all(element: _Element, name: str) -> list[_Element]:
    return [each for each in element.iterdescendants() if name_of(each) == name.lower()]


def _cells(row: _Element) -> list[str]:
    return [" ".join(marked_text(entry).split()) for entry in _all(row, "Entry")]


def _text(root: _Element, parent: str, name: str = "") -> str:
    """The words of the first element of this name, below the first of the other."""
    for outer in _all(root, parent):
        for inner in _all(outer, name) if name else [outer]:
            return without_marks(" ".join(marked_text(inner).split()))[0]
    return ""


def _head(root: _Element) -> Head:
    conclusion = re.search(heads.DAY, _text(root, "Conclusion"))
    signatories, parties = (
        heads.count(f"n {_text(root, 'Status', noun)}", "n") for noun in ("Signatories", "Parties")
    )
    return Head(
        title=_text(root, "Titlesect"),
        depositary=heads.SECRETARY_GENERAL,
        reference="UN Treaty Collection",
        adopted=day_of(conclusion[0]) if conclusion else None,
        entered_into_force=day_of(_text(root, "EIF", "Labeltext")),
        signatories=signatories,
        parties=parties,
    )
