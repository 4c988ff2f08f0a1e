"""All dates that the page lists: recorded events, and the effects that follow from them."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.record.dates import PartialDate
from dashboard.record.kinds import CONSENTS, Aim, Basis, Confidence, Kind
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event
from dashboard.record.treaty import Treaty
from dashboard.story.words import capital, kind_label


@dataclass(frozen=True)
class Happening:
    """One dated entry: an event, or an effect that follows from the event with the id ``event``.

    ``basis`` says whether the date is recorded or computed, and ``rule`` by which rule it follows.
    ``about`` is the state whose act an objection is about, ``disagreement`` the topics on which
    sources differ about it.
    """

    id: str
    event: str
    date: PartialDate
    iso_a3: str | None
    kind: Kind
    role: str
    label: str
    title: str
    detail: str
    sources: tuple[str, ...]
    certain: bool
    aim: Aim | None = None
    basis: Basis = Basis.RECORDED
    votes: tuple[int | None, int | None, int | None] = (None, None, None)
    rule: str = ""
    about: str | None = None
    disagreement: tuple[str, ...] = ()

    @property
    def follows(self) -> bool:
        """Whether it follows from an event instead of being one."""
        return self.id != self.event

    @property
    def states(self) -> tuple[str, ...]:
        """The states (``iso_a3``) that it is listed for: who acted, and whom it is about."""
        return tuple(iso for iso in (self.iso_a3, self.about) if iso)


def chronicle(ledger: Ledger) -> tuple[Happening, ...]:
    """Every recorded event and every effect that follows from one, in order of date."""
    happenings: list[Happening] = []
    for event in ledger.pack.events:
        happenings.append(_recorded(ledger.pack.treaty, event))
        happenings += _effects(ledger, event)
    return tuple(sorted(happenings, key=lambda item: (item.date.last, item.date.first)))


JOINING = CONSENTS | {Kind.SIGNATURE}
TALK = frozenset({Kind.STATEMENT, Kind.MEETING})


def role(event: Event) -> str:
    """The role of an event in joining or leaving the convention: one of the keys of ``ROLE``."""
    if event.is_withdrawal_notice:
        return "notice"
    if event.is_suspension_notice:
        return "suspension"
    if event.aim in ("leave", "suspend"):
        return "vote" if event.kind is Kind.PARLIAMENT_VOTE else "decision"
    if event.kind is Kind.OBJECTION:
        return "objection"
    if event.kind in JOINING or event.aim == "join":
        return "joining"
    return "statement" if event.kind in TALK else "other"


def _recorded(treaty: Treaty, event: Event) -> Happening:
    return Happening(
        id=event.id,
        event=event.id,
        date=event.date,
        iso_a3=event.iso_a3,
        kind=event.kind,
        role=role(event),
        label=kind_label(treaty, event.kind, event.aim),
        title=event.title,
        detail=event.detail,
        sources=event.sources,
        certain=event.confidence is Confidence.HIGH,
        aim=event.aim,
        votes=(event.votes_for, event.votes_against, event.votes_abstain),
        about=event.about,
        disagreement=event.disagreement,
    )


def _effects(ledger: Ledger, event: Event) -> Iterator[Happening]:
    """The entry into force of a consent, the end of a membership after a notice."""
    effect, basis = ledger.effect(event), ledger.effect_basis(event)
    if effect is None or basis is None or event.iso_a3 is None:
        return
    treaty, state = ledger.pack.treaty, ledger.pack.states[event.iso_a3]
    leaving, words = event.is_withdrawal_notice, treaty.words
    rule = treaty.rules.withdrawal if leaving else treaty.rules.entry_into_force
    act = "notified" if leaving else "deposited"
    reason = f"{act} {event.date.words}"
    if not event.effect_note and rule:
        reason += f", {rule.article}"
    yield Happening(
        id=f"{event.id}-effect",
        event=event.id,
        date=PartialDate.of(effect),
        iso_a3=event.iso_a3,
        kind=event.kind,
        role="effect" if leaving else "joining",
        label=f"{capital(words.withdrawal)} takes effect" if leaving else "Entry into force",
        title=(
            f"{state.name}’s {words.withdrawal} takes effect"
            if leaving
            else f"The {words.treaty} enters into force for {state.name}"
        ),
        detail=event.effect_note,
        sources=event.effect_sources or event.sources,
        certain=event.confidence is Confidence.HIGH and not event.effect_note,
        basis=basis,
        disagreement=event.disagreement,
        rule=f"computed: {reason}" if basis is Basis.COMPUTED else reason,
    )


def tally(votes: tuple[int | None, int | None, int | None]) -> str:
    """``157 for, 18 against, 0 abstained``; what is not known is left out."""
    words = ("for", "against", "abstained")
    return ", ".join(
        f"{count} {word}" for count, word in zip(votes, words, strict=True) if count is not None
    )
