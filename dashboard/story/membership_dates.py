"""The dates on which a state joined or left the convention, from signature to date of effect."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Confidence, Kind
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event
from dashboard.story.words import capital, kind_label


@dataclass(frozen=True)
class MembershipDate:
    """One date. ``word`` names the act where there are several kinds: ``Accession``; else ''."""

    date: PartialDate
    word: str
    certain: bool


DatesOf: TypeAlias = Callable[[Ledger, str], Sequence[MembershipDate]]
"""Finds the dates of one column for a state (by ``iso_a3``), in the order of the pack."""


def signatures(ledger: Ledger, iso_a3: str) -> Sequence[MembershipDate]:
    """The dates on which the state signed."""
    return [_of(event, "") for event in ledger.events[iso_a3] if event.kind is Kind.SIGNATURE]


def consents(ledger: Ledger, iso_a3: str) -> Sequence[MembershipDate]:
    """The deposits of instruments of consent to be bound: ratification, accession and so on."""
    return [
        _of(event, kind_label(ledger.pack.treaty, event.kind))
        for event in ledger.events[iso_a3]
        if event.is_consent
    ]


def entries_into_force(ledger: Ledger, iso_a3: str) -> Sequence[MembershipDate]:
    """The days on which the convention enters into force for the state."""
    return [*_effects(ledger, iso_a3, lambda event: event.is_consent)]


def notices(ledger: Ledger, iso_a3: str) -> Sequence[MembershipDate]:
    """The days on which the depositary received a notice of withdrawal or of suspension."""
    leaving = capital(ledger.pack.treaty.words.withdrawal)
    return [
        _of(event, leaving if event.is_withdrawal_notice else "Suspension")
        for event in ledger.events[iso_a3]
        if event.is_withdrawal_notice or event.is_suspension_notice
    ]


def exits(ledger: Ledger, iso_a3: str) -> Sequence[MembershipDate]:
    """The days on which a withdrawal of the state takes effect."""
    return [*_effects(ledger, iso_a3, lambda event: event.is_withdrawal_notice)]


MEMBERSHIP_DATES: Mapping[str, DatesOf] = MappingProxyType(
    {
        "signature": signatures,
        "consent": consents,
        "force": entries_into_force,
        "notice": notices,
        "effect": exits,
    }
)
"""By the name of their column, in the order in which a state goes through them."""


def _of(event: Event, word: str) -> MembershipDate:
    return MembershipDate(event.date, word, event.confidence is Confidence.HIGH)


def _effects(
    ledger: Ledger, iso_a3: str, wanted: Callable[[Event], bool]
) -> Iterator[MembershipDate]:
    for event in ledger.events[iso_a3]:
        if wanted(event) and (day := ledger.effect(event)):
            # A note says why the record and the treaty's arithmetic differ; it is no doubt.
            yield MembershipDate(PartialDate.of(day), "", event.confidence is Confidence.HIGH)
