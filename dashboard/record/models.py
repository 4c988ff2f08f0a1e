"""The rows of a treaty pack. One class a table; a field is a column of that name."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from dashboard.record.cells import (
    Address,
    Count,
    Dated,
    Day,
    Iso,
    Items,
    Length,
    OptionalIso,
    Slug,
    States,
    Text,
    When,
    one_of,
    optional_one_of,
)
from dashboard.record.kinds import (
    CONSENTS,
    STEPS,
    Aim,
    Confidence,
    Group,
    Kind,
    OnMap,
    SourceKind,
    Stance,
    Verdict,
)
from dashboard.record.law import Rules


class Row(BaseModel):
    """One row of a table: immutable, no columns beyond those named."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class State(Row):
    """A state: its name, its group, its place on the map and the day it joined NATO."""

    iso_a3: Iso
    name: Text
    group: Annotated[Group, one_of(Group, "a group")]
    map: Annotated[OnMap, one_of(OnMap, "a place on the map")]
    atlas_id: str
    nato_since: Day
    nato_sources: Items
    nato_note: str
    sources: Items
    note: str


class Event(Row):
    """A dated act or statement.

    ``effect`` is the day a consent or a withdrawal takes effect; the law checks it.
    ``iso_a3`` is None for what concerns the treaty as a whole; ``about`` is the state whose act
    an objection is about.
    """

    id: Slug
    date: Dated
    iso_a3: OptionalIso
    about: OptionalIso
    kind: Annotated[Kind, one_of(Kind, "a kind of event")]
    aim: Annotated[Aim | None, optional_one_of(Aim, "an aim")]
    title: Text
    detail: str
    effect: Day
    effect_sources: Items
    effect_note: str
    votes_for: Count
    votes_against: Count
    votes_abstain: Count
    disagreement: Items
    sources: Items
    confidence: Annotated[Confidence, one_of(Confidence, "a degree of confidence")]

    @property
    def is_consent(self) -> bool:
        return self.kind in CONSENTS

    @property
    def is_withdrawal_notice(self) -> bool:
        return self.kind is Kind.NOTIFICATION and self.aim is Aim.LEAVE

    @property
    def is_suspension_notice(self) -> bool:
        return self.kind is Kind.NOTIFICATION and self.aim is Aim.SUSPEND

    @property
    def is_step_to_leave(self) -> bool:
        return self.kind in STEPS and self.aim is Aim.LEAVE


class Quote(Row):
    """What somebody said, in the words of the source."""

    id: Slug
    quote: Text
    speaker: Text
    role: str
    iso_a3: States
    organisation: str
    date: When
    topic: Text
    stance: Annotated[Stance, one_of(Stance, "a stance")]
    language: Text
    translation: str
    disagreement: str
    sources: Items
    note: str


class Source(Row):
    """A publication. ``state_media`` is the code of the state that owns or runs the medium."""

    id: Slug
    publisher: Text
    title: str
    kind: Annotated[SourceKind, one_of(SourceKind, "a kind of source")]
    date: When
    url: Address
    state_media: OptionalIso
    note: str


class Claim(Row):
    """One side of a disagreement, and how it compares with the record."""

    id: Slug
    topic: Slug
    iso_a3: States
    subject: Text
    claim: Text
    value: str
    words: str
    sources: Items
    record: str
    verdict: Annotated[Verdict, one_of(Verdict, "a verdict")]
    reason: str


class Border(Row):
    """The land border between two states: its published length in kilometres."""

    iso_a3: Iso
    neighbour: Iso
    km: Length
    sources: Items
    note: str


class EntryRule(Row):
    """Art. 17: how many instruments bring the treaty about, and the months to entry into force."""

    article: Text
    instruments: Annotated[int, Field(gt=0)]
    months: Annotated[int, Field(ge=0, le=120)]


class WithdrawalRule(Row):
    """Art. 20: the months from notice to effect, and whether an armed conflict delays it."""

    article: Text
    months: Annotated[int, Field(ge=0, le=120)]
    armed_conflict_clause: bool


class RuleBook(Row):
    """The treaty's own rules about its dates."""

    entry_into_force: EntryRule
    withdrawal: WithdrawalRule


WholeDay = Annotated[date, Field(strict=True)]
"""A day as TOML writes it; text and numbers, which could pass for a day, are refused."""


class Span(Row):
    """A stretch of time that the time bar offers; without ``last``, to the end of the year."""

    label: Text
    first: WholeDay
    last: WholeDay | None = None


def _every_group(groups: dict[Group, str]) -> dict[Group, str]:
    if missing := [group for group in Group if group not in groups]:
        raise ValueError(f"lack {', '.join(missing)} (expected a title for every group)")
    return groups


class Treaty(Row):
    """The treaty itself: titles, depositary, dates, rules, groups and topics (``treaty.toml``).

    ``figures`` are the topics on which sources differ about a key figure.
    """

    id: Slug
    title: Text
    short_title: Text
    depositary: Text
    reference: Text
    adopted: WholeDay
    opened: WholeDay
    entered_into_force: WholeDay
    verified_through: WholeDay
    sources: tuple[str, ...]
    rules: RuleBook
    groups: Annotated[dict[Group, Text], AfterValidator(_every_group)]
    spans: Annotated[tuple[Span, ...], Field(min_length=1)]
    topics: dict[str, str]
    figures: dict[str, tuple[str, ...]] = {}

    @property
    def arithmetic(self) -> Rules:
        """The rules, as the law module wants them."""
        entry, withdrawal = self.rules.entry_into_force, self.rules.withdrawal
        return Rules(
            entry.instruments, entry.months, withdrawal.months, withdrawal.armed_conflict_clause
        )
