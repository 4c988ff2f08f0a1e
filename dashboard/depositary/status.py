"""A depositary's table of participants, whatever format it came in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dashboard.record.kinds import CONSENTS, Kind


@dataclass(frozen=True)
class Act:
    """A dated act of a participant. ``kind`` is None where the table's letter says none we know."""

    day: date
    kind: Kind | None
    effect: date | None = None
    """The day it takes effect, where the depositary states one."""
    detail: str = ""
    """What else the table says of it."""
    words: str = ""
    """The table's own name of it, where the kind is only the nearest that a pack has."""

    @property
    def is_consent(self) -> bool:
        """Whether it is a consent to be bound; an unknown letter may well be one."""
        return self.kind is None or self.kind in CONSENTS


@dataclass(frozen=True)
class Withdrawal:
    """That a participant withdrew; its days are None where the table does not give them."""

    notice: date | None = None
    effect: date | None = None


@dataclass(frozen=True)
class Participant:
    """One row of the table: the name as written there, the acts, and what befell them."""

    name: str
    place: str
    """Where in the file it stands: ``line 12`` or ``row 12``."""
    acts: tuple[Act, ...]
    withdrawal: Withdrawal | None = None
    suspended: date | None = None
    notes: tuple[str, ...] = ()
    """The texts of its footnotes; where the file has no text, their numbers in words."""
    is_organisation: bool = False
    """Whether the table itself says that it is no state."""

    @property
    def signature(self) -> Act | None:
        """The first signature."""
        return next((act for act in self.acts if act.kind is Kind.SIGNATURE), None)

    @property
    def consents(self) -> tuple[Act, ...]:
        """Every consent to be bound, in the order of days."""
        return tuple(sorted((a for a in self.acts if a.is_consent), key=lambda act: act.day))


@dataclass(frozen=True)
class Head:
    """What a file says of the treaty itself; what it does not say is blank or None."""

    title: str = ""
    depositary: str = ""
    reference: str = ""
    url: str = ""
    adopted: date | None = None
    entered_into_force: date | None = None
    signatories: int | None = None
    """How many participants signed, by the head of the table; ``parties`` likewise."""
    parties: int | None = None


@dataclass(frozen=True)
class StatusTable:
    """The participants of a treaty, as one file of its depositary gives them."""

    participants: tuple[Participant, ...]
    head: Head = field(default_factory=Head)

    @property
    def signatories(self) -> int:
        """How many participants signed."""
        return sum(participant.signature is not None for participant in self.participants)

    @property
    def parties(self) -> int:
        """How many participants deposited a consent and have not withdrawn."""
        return sum(bool(p.consents) and p.withdrawal is None for p in self.participants)

    def miscounts(self) -> Iterator[str]:
        """Where the numbers in the head of the table differ from its rows, each in a line."""
        for noun, told, counted in [
            ("signatories", self.head.signatories, self.signatories),
            ("parties", self.head.parties, self.parties),
        ]:
            if told is not None and told != counted:
                yield f"the head of the table says {told} {noun}, its rows give {counted}"
