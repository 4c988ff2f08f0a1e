"""The rows of a treaty pack. One class a table; a field is a column of that name.

The words below a field are its description wherever the tables are described.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, ConfigDict

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
    Kind,
    OnMap,
    SourceKind,
    Stance,
    Verdict,
)


class Row(BaseModel):
    """One row of a table: immutable, no columns beyond those named."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        use_attribute_docstrings=True,
    )


class State(Row):
    """A state: its name, its group, its place on the map and the day it joined the alliance.

    Words in braces are those of the pack (``spelling.py``), as are the names of the columns that
    begin with ``member``: a pack without a membership does not have them.
    """

    iso_a3: Iso
    """The state's code: ISO 3166-1 alpha-3, and XKX for Kosovo."""
    name: Text
    """Short English name of the state."""
    group: Slug
    """{groups}."""
    map: Annotated[OnMap, one_of(OnMap, "a place on the map")]
    """Whether the state has a shape on the map, is too small for one, or lies off the map."""
    atlas_id: str
    """Of drawn states: the id in the atlas that the shape comes from."""
    member_since: Day = None
    """Day of accession to {membership}; blank for states that are not members."""
    member_sources: Items = ()
    """Sources of the day of accession to {membership}."""
    member_note: str = ""
    """How sure the day of accession to {membership} is."""
    borders: States
    """Which of {against} the state has a land border with, whether or not its length is on
    record."""
    borders_sources: Items
    """Sources of that."""
    sources: Items
    """Sources of the state's legal position."""
    note: str
    """Remarks for readers."""


class Names(Row):
    """The other names by which readers look for a state."""

    iso_a3: Iso
    """The state."""
    names: Items
    """Other English names of it."""


class Event(Row):
    """A dated act or statement.

    ``effect`` is the day a consent or a withdrawal takes effect; the law checks it.
    ``iso_a3`` is None for what concerns the treaty as a whole; ``about`` is the state whose act
    an objection is about.
    """

    id: Slug
    """Id of the event: state or treaty, date, kind."""
    date: Dated
    """Day it happened, as far as it is known. Of consent: the day of deposit; of a notification:
    the day it reached the depositary."""
    iso_a3: OptionalIso
    """The state that acted; blank where the treaty as a whole is concerned."""
    about: OptionalIso
    """Of an objection: the state whose act is objected to."""
    kind: Annotated[Kind, one_of(Kind, "a kind of event")]
    """Kind of act or event."""
    aim: Annotated[Aim | None, optional_one_of(Aim, "an aim")]
    """What a national step or a notification is meant to bring about."""
    title: Text
    """What happened, in a line."""
    detail: str
    """What else is known, doubts about the day among it."""
    effect: Day
    """Day of effect as recorded. Of consent: entry into force for that state; of a notice of
    {withdrawal}: the end of its being bound."""
    effect_sources: Items
    """Sources that state the day of effect; blank where it only follows from the treaty."""
    effect_note: str
    """Why the recorded day of effect differs from the treaty's arithmetic."""
    votes_for: Count
    """Votes in favour; blank where not found."""
    votes_against: Count
    """Votes against; blank where not found."""
    votes_abstain: Count
    """Abstentions; blank where not found."""
    votes_absent: Count
    """Members that a source says were absent; blank where not found."""
    votes_not_cast: Count
    """Members that a source says did not vote, without saying that they were absent; blank where
    not found."""
    disagreement: Items
    """Topics on which sources differ about the event."""
    sources: Items
    """Sources of the event."""
    confidence: Annotated[Confidence, one_of(Confidence, "a degree of confidence")]
    """How sure the record is of the event."""

    @property
    def is_consent(self) -> bool:
        """Whether it is a consent to be bound: ratification, accession and so on."""
        return self.kind in CONSENTS

    @property
    def is_withdrawal_notice(self) -> bool:
        """Whether it is a notice of withdrawal to the depositary."""
        return self.kind is Kind.NOTIFICATION and self.aim is Aim.LEAVE

    @property
    def is_suspension_notice(self) -> bool:
        """Whether it is a notice of suspension to the depositary."""
        return self.kind is Kind.NOTIFICATION and self.aim is Aim.SUSPEND

    @property
    def is_step_to_leave(self) -> bool:
        """Whether it is a step inside the state towards leaving, such as a vote."""
        return self.kind in STEPS and self.aim is Aim.LEAVE


class Quote(Row):
    """What somebody said, in the words of the source."""

    id: Slug
    """Id of the quote: surname or body, date."""
    quote: Text
    """The words, exactly as published."""
    speaker: Text
    """Who said them."""
    role: str
    """The office in which they were said."""
    iso_a3: States
    """States for which the speaker spoke."""
    organisation: str
    """Organisation for which the speaker spoke."""
    date: When
    """Day the words were said, as far as it is known."""
    topic: Text
    """What they are about, in a few words."""
    stance: Annotated[Stance, one_of(Stance, "a stance")]
    """Where the speaker stands towards leaving the treaty."""
    language: Text
    """Language of the words as given: ISO 639-1."""
    translation: str
    """Who translated the words; blank where they are original or it is not known."""
    disagreement: str
    """Topic of the claims in which wording or attribution is in dispute."""
    sources: Items
    """Sources of the quote."""
    note: str
    """Remarks for readers."""


class Source(Row):
    """A publication. ``state_media`` is the code of the state that owns or runs the medium."""

    id: Slug
    """Id of the source: publisher, date."""
    publisher: Text
    """The original publisher."""
    title: str
    """Title, where known."""
    kind: Annotated[SourceKind, one_of(SourceKind, "a kind of source")]
    """Kind of publication."""
    date: When
    """Day of publication, as far as it is known."""
    url: Address
    """Web address, where public."""
    state_media: OptionalIso
    """Of state media: the state whose government owns or runs the medium."""
    note: str
    """Carrier of a copy; what the publication is about."""


class Claim(Row):
    """One side of a disagreement, and how it compares with the record."""

    id: Slug
    """Id of the claim: topic, number."""
    topic: Slug
    """The disagreement that it is one side of."""
    iso_a3: States
    """States that it is about."""
    subject: Text
    """What it is about."""
    claim: Text
    """What is claimed of the subject."""
    value: str
    """The value claimed."""
    words: str
    """The publication's own words, exactly."""
    sources: Items
    """Who makes the claim."""
    record: str
    """What the record says."""
    verdict: Annotated[Verdict, one_of(Verdict, "a verdict")]
    """How the claim compares with the record."""
    reason: str
    """Why, in a sentence."""


class Border(Row):
    """The land border between two states: its published length in kilometres."""

    iso_a3: Iso
    """One of the two states."""
    neighbour: Iso
    """The other one."""
    km: Length
    """Published length of their land border in kilometres."""
    sources: Items
    """Publisher of the length."""
    note: str
    """Remarks for readers."""


MODELS: Mapping[str, type[Row]] = MappingProxyType(
    {
        "states.csv": State,
        "events.csv": Event,
        "quotes.csv": Quote,
        "sources.csv": Source,
        "claims.csv": Claim,
        "borders.csv": Border,
        "names.csv": Names,
    }
)
"""What a row of each table of a pack is, by the name of its file."""
