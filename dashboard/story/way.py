"""A state's way into the convention and out of it: the steps on record, with their dates."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Confidence, Kind
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event
from dashboard.story.words import KIND


@dataclass(frozen=True)
class Step:
    """One step. ``word`` says of what kind it is, where steps of its sort can be of several."""

    date: PartialDate
    word: str
    certain: bool


Steps: TypeAlias = Callable[[Ledger, str], Sequence[Step]]
"""The steps of one sort that a state has taken, in the order of the record."""


def signatures(ledger: Ledger, iso_a3: str) -> Sequence[Step]:
    return [_step(event, "") for event in ledger.events[iso_a3] if event.kind is Kind.SIGNATURE]


def consents(ledger: Ledger, iso_a3: str) -> Sequence[Step]:
    """The instruments of consent to be bound: ratification, accession and so on."""
    return [_step(event, KIND[event.kind]) for event in ledger.events[iso_a3] if event.is_consent]


def entries(ledger: Ledger, iso_a3: str) -> Sequence[Step]:
    """The days on which the convention enters into force for the state."""
    return [*_effects(ledger, iso_a3, lambda event: event.is_consent)]


def notices(ledger: Ledger, iso_a3: str) -> Sequence[Step]:
    """What the state told the depositary in order to withdraw, or to suspend the convention."""
    return [
        _step(event, "Withdrawal" if event.is_withdrawal_notice else "Suspension")
        for event in ledger.events[iso_a3]
        if event.is_withdrawal_notice or event.is_suspension_notice
    ]


def exits(ledger: Ledger, iso_a3: str) -> Sequence[Step]:
    """The days on which a withdrawal of the state takes effect."""
    return [*_effects(ledger, iso_a3, lambda event: event.is_withdrawal_notice)]


WAY: Mapping[str, Steps] = MappingProxyType(
    {
        "signature": signatures,
        "consent": consents,
        "force": entries,
        "notice": notices,
        "effect": exits,
    }
)
"""All sorts of steps, in the order in which a state takes them."""


def _step(event: Event, word: str) -> Step:
    return Step(event.date, word, event.confidence is Confidence.HIGH)


def _effects(ledger: Ledger, iso_a3: str, wanted: Callable[[Event], bool]) -> Iterator[Step]:
    for event in ledger.events[iso_a3]:
        if wanted(event) and (day := ledger.effect(event)):
            # A note says why the record and the treaty's arithmetic differ; it is no doubt.
            yield Step(PartialDate.of(day), "", event.confidence is Confidence.HIGH)
