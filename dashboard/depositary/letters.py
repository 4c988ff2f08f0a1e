"""What the heads of columns and the letters behind dates mean in the tables of the United Nations.

A head names its acts and their letters: ``Ratification, Acceptance(A), Approval(AA)``. Case counts.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.record.kinds import Kind


@dataclass(frozen=True)
class Meaning:
    """An act by its name in the table, and the kind that a pack has for it, which may be wider."""

    words: str
    kind: Kind


MEANINGS: Mapping[str, Kind] = {
    "ratification": Kind.RATIFICATION,
    "accession": Kind.ACCESSION,
    "acceptance": Kind.ACCEPTANCE,
    "approval": Kind.APPROVAL,
    "succession to signature": Kind.SIGNATURE,
    "succession": Kind.SUCCESSION,
    "provisional application": Kind.STATEMENT,
    "formal confirmation": Kind.RATIFICATION,
    "definitive signature": Kind.ACCEPTANCE,
    "consent to be bound": Kind.ACCEPTANCE,
    "signature": Kind.SIGNATURE,
}
"""The names of acts, by their first words; the longer before what it begins with."""
WIDER = frozenset({"formal confirmation", "definitive signature", "consent to be bound"})
"""Consents to be bound that are told in their own words, since their kind is only the nearest."""
USUAL = {
    "a": Meaning("accession", Kind.ACCESSION),
    "A": Meaning("acceptance", Kind.ACCEPTANCE),
    "AA": Meaning("approval", Kind.APPROVAL),
    "d": Meaning("succession", Kind.SUCCESSION),
    "c": Meaning("formal confirmation", Kind.RATIFICATION),
    "n": Meaning("provisional application", Kind.STATEMENT),
    "s": Meaning("definitive signature", Kind.ACCEPTANCE),
}
"""The letters as the United Nations use them, for a head that does not name them."""
PART = re.compile(r"\s*([^,()]+?)\s*(?:\(\s*([A-Za-z]{1,2})\s*\))?\s*(?:,|$)")


@dataclass(frozen=True)
class Column:
    """A column by its head: what the letters behind its dates mean. Without any, it is a remark."""

    head: str
    letters: Mapping[str, Meaning]

    @classmethod
    def of(cls, head: str) -> "Column":
        """The column of this head."""
        letters: dict[str, Meaning] = {}
        for words, letter in PART.findall(head):
            named = words.lower()
            if name := next((each for each in MEANINGS if named.startswith(each)), None):
                letters.setdefault(letter, Meaning(name, MEANINGS[name]))
        return cls(head, letters)

    def meaning(self, letter: str) -> Meaning | None:
        """What a date with this letter (or none) is the date of; None where that is not said."""
        if letter in self.letters:
            return self.letters[letter]
        if not letter:
            # The one act of the column goes without its letter in some tables.
            return next(iter(self.letters.values())) if len(self.letters) == 1 else None
        signed = {meaning.kind for meaning in self.letters.values()} == {Kind.SIGNATURE}
        if letter == "d" and signed:
            return Meaning("succession to signature", Kind.SIGNATURE)
        return USUAL.get(letter)
