"""Holds a pack against the depositary's table: where they differ, state by state."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.depositary.sorting import Sorted
from dashboard.depositary.status import Act, Participant
from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Kind, Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event


class Change(StrEnum):
    """How the table differs from the pack. The names are what ``flankwatch compare`` promises."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    BRACKETED = "bracketed"
    UNBRACKETED = "unbracketed"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Difference:
    """One thing in which table and pack differ, and what each of them says."""

    change: Change
    iso_a3: str
    """The state; blank where the name in the table is not known."""
    name: str
    pack: str
    table: str

    def __str__(self) -> str:
        if self.change is Change.UNKNOWN:
            return f"{self.change}: {self.table}"
        state = f"{self.name} ({self.iso_a3})"
        return f"{self.change}: {state}: the pack has {self.pack}; the table has {self.table}"


def differences(ledger: Ledger, participants: Sorted, day: date) -> tuple[Difference, ...]:
    """Where table and pack differ, in the order of the table; what only the pack has comes after.

    What the pack records after ``day`` is left out, so that an older table can be held against it.
    """
    found: list[Difference] = []
    for iso, participant in participants.states.items():
        found += _state(_Entry(ledger, iso, participant.name, day), participant)
    for iso, state in ledger.pack.states.items():
        if iso not in participants.states:
            found += _gone(_Entry(ledger, iso, state.name, day))
    found += [Difference(Change.UNKNOWN, "", "", "", line) for line in participants.unknown]
    return tuple(found)


class _Entry:
    """What the pack says of one state, up to a day."""

    def __init__(self, ledger: Ledger, iso_a3: str, name: str, day: date) -> None:
        self.iso_a3 = iso_a3
        state = ledger.pack.states.get(iso_a3)
        self.name = state.name if state else name
        acts = [event for event in ledger.events.get(iso_a3, ()) if event.date.first <= day]
        acts.sort(key=lambda event: event.date.first)
        self.signatures = [event for event in acts if event.kind is Kind.SIGNATURE]
        self.consents = [event for event in acts if event.is_consent]
        self.notices = [event for event in acts if event.is_withdrawal_notice]
        self.suspensions = [event for event in acts if event.is_suspension_notice]
        self.standing = ledger.standing(iso_a3, day) if state else Standing.OUTSIDE
        self.effects = [ledger.effect(event) for event in self.notices]

    @property
    def acts(self) -> list[Event]:
        return [*self.signatures, *self.consents]

    @property
    def notice(self) -> str:
        """The last notice in words, with its effect."""
        if not self.notices:
            return "no withdrawal"
        effect = self.effects[-1]
        in_effect = f", in effect {effect}" if effect else ""
        return f"a notice of withdrawal of {self.notices[-1].date}{in_effect}"

    def differs(self, change: Change, pack: str, table: str) -> Difference:
        return Difference(change, self.iso_a3, self.name, pack, table)


def _state(entry: _Entry, participant: Participant) -> Iterator[Difference]:
    if not entry.acts:
        yield entry.differs(Change.NEW, "nothing", _in_words(participant.acts))
        return
    signature = participant.signature
    for noun, recorded, told in [
        ("signature", entry.signatures[:1], [signature] if signature else []),
        ("consent", entry.consents, participant.consents),
    ]:
        if not _agree(recorded, told):
            none = f"no {noun}"
            yield entry.differs(
                Change.CHANGED, _events_in_words(recorded) or none, _in_words(told) or none
            )
    yield from _end(entry, participant)


def _end(entry: _Entry, participant: Participant) -> Iterator[Difference]:
    """Differences in who has left: a notice that is running leaves no trace in a table."""
    told = participant.withdrawal
    if told and not entry.notices:
        days = f" (notice {told.notice or '?'}, effect {told.effect or '?'})" if told.notice else ""
        yield entry.differs(Change.BRACKETED, entry.notice, f"a withdrawal{days}")
    elif told and told.notice and str(entry.notices[-1].date) != str(told.notice):
        yield entry.differs(Change.CHANGED, entry.notice, f"a notice of {told.notice}")
    elif told and told.effect and entry.effects[-1] != told.effect:
        yield entry.differs(Change.CHANGED, entry.notice, f"an effect of {told.effect}")
    elif entry.standing is Standing.WITHDRAWN and not told:
        yield entry.differs(Change.UNBRACKETED, entry.notice, "no withdrawal")
    # No table of the United Nations has a mark for it: a footnote may tell of it.
    if entry.suspensions and not (participant.suspended or participant.notes):
        pack = f"a notice of suspension of {entry.suspensions[-1].date}"
        yield entry.differs(Change.SUSPENDED, pack, "no word of it")
    elif participant.suspended and not entry.suspensions:
        table = f"a suspension of {participant.suspended}"
        yield entry.differs(Change.SUSPENDED, "no suspension", table)


def _gone(entry: _Entry) -> Iterator[Difference]:
    if entry.acts:
        yield entry.differs(Change.GONE, _events_in_words(entry.acts), "no such participant")


def _agree(recorded: Sequence[Event], told: Sequence[Act]) -> bool:
    """Whether the acts are the same; a day known to the month or year is not the same as a day."""
    return [(event.date, event.kind) for event in recorded] == [
        (PartialDate.of(act.day), act.kind) for act in told
    ]


def _events_in_words(events: Iterable[Event]) -> str:
    return ", ".join(f"{event.kind} {event.date}" for event in events)


def _in_words(acts: Iterable[Act]) -> str:
    return ", ".join(f"{act.kind or act.detail or 'an act'} {act.day}" for act in acts)
