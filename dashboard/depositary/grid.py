"""A table of the United Nations as heads and cells of text: what its rows say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.footnotes import as_notes, without_bare_marks, without_marks
from dashboard.depositary.letters import WIDER, Column
from dashboard.depositary.status import Act, Participant, Withdrawal
from dashboard.record.dates import MONTHS

NAMES = frozenset({"participant", "participants", "state", "states", "country", "party"})
"""Heads of the column of names."""
ABBREVIATED = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
DATE = re.compile(
    r"(?:(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<year>[12]\d{3})"
    r"|(?P<iso>[12]\d{3}-\d\d-\d\d))"
    r"(?P<bare>\d{1,2}(?:,\d{1,2})*)?(?:\s*(?P<letter>AA|[A-Za-z]))?(?![A-Za-z])"
)
REST = re.compile(r"[\s,;]*(?:\d{1,2}[\s,;]*)*")
"""What may stand beside dates: numbers of footnotes."""
BRACKETED = re.compile(r"\[([^\[\]]*)\]")


def is_head(cells: Sequence[str]) -> bool:
    """Whether a row of cells is the head of a table of participants."""
    return len(cells) > 1 and cells[0].strip().lower() in NAMES


def day_of(text: str) -> date | None:
    """The day that a text begins with, as the United Nations write it: ``3 Dec 2008``."""
    found = DATE.match(text.strip())
    return _day(found) if found else None


def participants(
    heads: Sequence[str],
    rows: Iterable[tuple[str, Sequence[str]]],
    notes: Mapping[int, str],
    withdrawals: Mapping[str, Withdrawal],
) -> tuple[Participant, ...]:
    """What the rows say, each given with its place in the file.

    ``notes`` are the footnotes by number, ``withdrawals`` those that the notes tell of, by the
    name in the table.

    Raises:
        DepositaryError: no column is about acts, or cells hold what is no date; all are named.
    """
    columns = [Column.of(without_bare_marks(without_marks(head)[0])[0]) for head in heads[1:]]
    if not any(column.letters for column in columns):
        known = "Signature, Ratification, Accession(a), …"
        raise DepositaryError(
            f"the columns {', '.join(heads)} are about no act (expected heads such as {known})"
        )
    read: list[Participant] = []
    wrong: list[str] = []
    for place, cells in rows:
        row = _Row(place, cells, columns)
        wrong += row.wrong
        if row.name and (row.acts or row.brackets):
            read.append(row.participant(notes, withdrawals))
        elif row.name and not row.wrong:
            wrong.append(f"{place}: {row.name!r} has no date (expected one, or no such row)")
    if wrong:
        raise DepositaryError(wrong)
    return tuple(read)


class _Row:
    """One row while it is read."""

    def __init__(self, place: str, cells: Sequence[str], columns: Sequence[Column]) -> None:
        self.place = place
        name, marks = without_marks(cells[0])
        self.name, bare = without_bare_marks(name.rstrip("*† "))
        self.marks = [*marks, *bare]
        self.acts: list[Act] = []
        self.brackets: list[Act] = []
        self.remarks: list[str] = []
        self.wrong: list[str] = []
        for column, cell in zip(columns, cells[1:], strict=False):
            text, marks = without_marks(cell)
            self.marks += marks
            if column.letters:
                self._dates(column, text)
            elif text:
                self.remarks.append(f"{column.head}: {text}.")

    def _dates(self, column: Column, text: str) -> None:
        outside = BRACKETED.sub(" ", text)
        inside = " ".join(BRACKETED.findall(text))
        for part, acts in ((outside, self.acts), (inside, self.brackets)):
            if not REST.fullmatch(DATE.sub(" ", part)):
                self.wrong.append(
                    f"{self.place}: {column.head}: {text!r} is no date "
                    "(expected one such as 3 Dec 2008 a)"
                )
                return
            for found in DATE.finditer(part):
                day = _day(found)
                if day is None:
                    self.wrong.append(f"{self.place}: {column.head}: {found[0]!r} is no day")
                    continue
                bare = found["bare"]
                self.marks += [int(each) for each in bare.split(",")] if bare else []
                acts.append(_act(day, column, found["letter"] or ""))

    def participant(
        self, notes: Mapping[int, str], withdrawals: Mapping[str, Withdrawal]
    ) -> Participant:
        told = withdrawals.get(self.name.lower())
        bracketed = any(act.is_consent for act in self.brackets)
        # A signature in brackets alone was taken back: that state never was bound.
        kept = self.brackets if bracketed else []
        if self.brackets and not bracketed:
            days = ", ".join(str(act.day) for act in self.brackets)
            self.remarks.append(f"In square brackets at the depositary: {days}.")
        return Participant(
            name=self.name,
            place=self.place,
            acts=tuple(sorted([*kept, *self.acts], key=lambda act: act.day)),
            withdrawal=told or (Withdrawal() if bracketed else None),
            notes=(*as_notes(self.marks, notes), *self.remarks),
        )


def _act(day: date, column: Column, letter: str) -> Act:
    meaning = column.meaning(letter)
    if meaning is None:
        mark = f"the letter {letter!r}" if letter else "no letter"
        return Act(day, None, detail=f"The depositary's table has {mark} under {column.head!r}.")
    if meaning.words in WIDER:
        return Act(day, meaning.kind, words=meaning.words)
    detail = "By succession to the signature." if meaning.words.endswith("to signature") else ""
    return Act(day, meaning.kind, detail=detail)


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        month = ABBREVIATED[found["month"][:3].lower()]
        return date(int(found["year"]), month, int(found["day"]))
    except (KeyError, ValueError):
        return None
