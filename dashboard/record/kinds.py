"""The closed vocabularies of a treaty pack: kinds of acts, aims, stances, verdicts, standings."""

from enum import StrEnum


class Standing(StrEnum):
    """A state's legal position towards the treaty on a day."""

    OUTSIDE = "outside"
    SIGNATORY = "signatory"
    JOINING = "joining"
    PARTY = "party"
    LEAVING = "leaving"
    NOTIFIED = "notified"
    WITHDRAWN = "withdrawn"
    SUSPENSION = "suspension"

    @property
    def bound(self) -> bool:
        """Whether the treaty is in force for the state (with a suspension: disputed, but bound)."""
        return self in BOUND


BOUND = frozenset({Standing.PARTY, Standing.LEAVING, Standing.NOTIFIED, Standing.SUSPENSION})


class OnMap(StrEnum):
    """Whether a state has a shape on the map, is too small for one, or lies off the map."""

    DRAWN = "drawn"
    SMALL = "small"
    OFF = "off"


class Kind(StrEnum):
    """What kind of act or event a row records. The legal kinds and the steps drive the standing."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    SUCCESSION = "succession"
    NOTIFICATION = "notification"
    RECOMMENDATION = "recommendation"
    ANNOUNCEMENT = "announcement"
    GOVERNMENT_DECISION = "government_decision"
    PARLIAMENT_VOTE = "parliament_vote"
    ASSENT = "assent"
    ARMED_CONFLICT_BEGINS = "armed_conflict_begins"
    ARMED_CONFLICT_ENDS = "armed_conflict_ends"
    CIRCULATION = "circulation"
    OBJECTION = "objection"
    ADOPTION = "adoption"
    OPENING = "opening"
    ENTRY_INTO_FORCE = "entry_into_force"
    MILESTONE = "milestone"
    MEETING = "meeting"
    STATEMENT = "statement"
    PRODUCTION = "production"
    STOCKPILE = "stockpile"
    DEADLINE = "deadline"
    MEMBERSHIP = "membership"
    OTHER_TREATY = "other_treaty"


CONSENTS = frozenset(
    {Kind.RATIFICATION, Kind.ACCESSION, Kind.ACCEPTANCE, Kind.APPROVAL, Kind.SUCCESSION}
)
STEPS = frozenset(
    {
        Kind.RECOMMENDATION,
        Kind.ANNOUNCEMENT,
        Kind.GOVERNMENT_DECISION,
        Kind.PARLIAMENT_VOTE,
        Kind.ASSENT,
    }
)
CONFLICTS = frozenset({Kind.ARMED_CONFLICT_BEGINS, Kind.ARMED_CONFLICT_ENDS})


class Aim(StrEnum):
    """What a national step or a notification is about."""

    JOIN = "join"
    LEAVE = "leave"
    SUSPEND = "suspend"
    OBJECT = "object"
    OTHER_TREATY = "other_treaty"


class Basis(StrEnum):
    """Where a date comes from: a source of the pack, or the treaty's own arithmetic alone."""

    RECORDED = "recorded"
    COMPUTED = "computed"


class Confidence(StrEnum):
    """How sure the record is of an event."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Stance(StrEnum):
    """Where a speaker stands towards leaving the treaty."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    EXPLAINS = "explains"
    DENIES_THREAT = "denies_threat"


class Verdict(StrEnum):
    """How one side of a disagreement compares with the record."""

    RECORD = "record"
    AGREES = "agrees"
    IMPRECISE = "imprecise"
    INCOMPLETE = "incomplete"
    CONTRADICTS = "contradicts"
    UNVERIFIED = "unverified"
    UNSETTLED = "unsettled"
    SUPERSEDED = "superseded"
    ATTRIBUTED = "attributed"


SETTLED = frozenset({Verdict.RECORD, Verdict.AGREES, Verdict.ATTRIBUTED})
"""Verdicts of sides that say what the record says, or are somebody's view."""


class SourceKind(StrEnum):
    """What kind of publication a source is."""

    DEPOSITARY = "depositary"
    TREATY_TEXT = "treaty_text"
    OFFICIAL_GAZETTE = "official_gazette"
    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    MILITARY = "military"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    NGO = "ngo"
    MONITOR = "monitor"
    NEWS = "news"
    BROADCASTER = "broadcaster"
    DATA = "data"
    RESEARCH = "research"
    BLOG = "blog"
    UNCONFIRMED = "unconfirmed"
