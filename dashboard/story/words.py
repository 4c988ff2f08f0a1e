"""The words that readers see for the keywords of the record, and helpers to form sentences."""

from collections.abc import Sequence

from dashboard.record.kinds import Aim, Kind, SourceKind, Stance, Verdict
from dashboard.record.treaty import Treaty

STANCE = {
    Stance.SUPPORTS: "For",
    Stance.OPPOSES: "Against",
    Stance.EXPLAINS: "Explains",
    Stance.DENIES_THREAT: "Denies threat",
}

STANCE_MEANING = {
    Stance.SUPPORTS: "The words quoted speak for what the quote is about.",
    Stance.OPPOSES: "They speak against it, or object to it.",
    Stance.EXPLAINS: "They say what is done or how it works, and take no side.",
    Stance.DENIES_THREAT: "They say that there is no threat.",
}

STANCE_SIGN = {
    Stance.SUPPORTS: "+",
    Stance.OPPOSES: "\N{MINUS SIGN}",
    Stance.EXPLAINS: "\N{MIDDLE DOT}",
    Stance.DENIES_THREAT: "\N{EMPTY SET}",
}

VERDICT = {
    Verdict.RECORD: "The record",
    Verdict.AGREES: "Agrees with the record",
    Verdict.IMPRECISE: "Imprecise",
    Verdict.INCOMPLETE: "Incomplete",
    Verdict.CONTRADICTS: "Contradicts the record",
    Verdict.UNVERIFIED: "Not verified",
    Verdict.UNSETTLED: "Not settled",
    Verdict.SUPERSEDED: "Superseded since",
    Verdict.ATTRIBUTED: "A speaker's view",
}

VERDICT_MEANING = {
    Verdict.RECORD: "The record itself, with the sources it rests on.",
    Verdict.AGREES: "The source says the same as the record.",
    Verdict.IMPRECISE: "Not wrong, but loose.",
    Verdict.INCOMPLETE: "Not wrong, but something is missing.",
    Verdict.CONTRADICTS: "The source differs from the record.",
    Verdict.UNVERIFIED: "No source was found that settles it.",
    Verdict.UNSETTLED: "The sources differ, and none decides.",
    Verdict.SUPERSEDED: "It was right; later events changed it.",
    Verdict.ATTRIBUTED: "What someone is reported to have said; there is nothing to compare.",
}

SOURCE_KIND = {
    SourceKind.DEPOSITARY: "Depositary",
    SourceKind.TREATY_TEXT: "Text of the treaty",
    SourceKind.OFFICIAL_GAZETTE: "Official gazette",
    SourceKind.GOVERNMENT: "Government",
    SourceKind.PARLIAMENT: "Parliament",
    SourceKind.MILITARY: "Armed forces",
    SourceKind.INTERNATIONAL_ORGANISATION: "International organisation",
    SourceKind.NGO: "Non-governmental organisation",
    SourceKind.MONITOR: "Monitoring report",
    SourceKind.NEWS: "News",
    SourceKind.BROADCASTER: "Broadcaster",
    SourceKind.DATA: "Data set",
    SourceKind.RESEARCH: "Research",
    SourceKind.BLOG: "Blog",
    SourceKind.UNCONFIRMED: "Unconfirmed",
}

KIND = {
    Kind.SIGNATURE: "Signature",
    Kind.RATIFICATION: "Ratification",
    Kind.ACCESSION: "Accession",
    Kind.ACCEPTANCE: "Acceptance",
    Kind.APPROVAL: "Approval",
    Kind.SUCCESSION: "Succession",
    Kind.NOTIFICATION: "Notification",
    Kind.RECOMMENDATION: "Recommendation",
    Kind.ANNOUNCEMENT: "Announcement",
    Kind.GOVERNMENT_DECISION: "Government decision",
    Kind.PARLIAMENT_VOTE: "Parliament",
    Kind.ASSENT: "Head of state",
    Kind.ARMED_CONFLICT_BEGINS: "Armed conflict begins",
    Kind.ARMED_CONFLICT_ENDS: "Armed conflict ends",
    Kind.CIRCULATION: "Depositary",
    Kind.OBJECTION: "Objection",
    Kind.ADOPTION: "Adoption",
    Kind.OPENING: "Opening",
    Kind.ENTRY_INTO_FORCE: "Entry into force",
    Kind.MILESTONE: "Milestone",
    Kind.MEETING: "Meeting",
    Kind.STATEMENT: "Statement",
    Kind.PRODUCTION: "Production",
    Kind.STOCKPILE: "Stockpile",
    Kind.DEADLINE: "Deadline",
    Kind.MEMBERSHIP: "Membership",
    Kind.OTHER_TREATY: "Another treaty",
}

AIM = {
    Aim.JOIN: "to join",
    Aim.LEAVE: "to leave",
    Aim.SUSPEND: "to suspend",
    Aim.OBJECT: "to object",
    Aim.OTHER_TREATY: "on another treaty",
}

ROLE = {
    "decision": ("Decision", "Decisions"),
    "vote": ("Vote", "Votes"),
    "notice": ("Notice", "Notices"),
    "effect": ("Effect", "Effects"),
    "suspension": ("Suspension", "Suspensions"),
    "objection": ("Objection", "Objections"),
    "joining": ("Joining", "Joining"),
    "statement": ("Statement", "Statements, meetings"),
    "other": ("Other", "Other"),
}
"""The roles of dates in joining or leaving: a word for one such date, and one for all of them."""

LANGUAGES = {"en": "English", "pl": "Polish", "uk": "Ukrainian", "ru": "Russian"}


def kind_label(treaty: Treaty, kind: Kind, aim: Aim | None = None) -> str:
    """What an event is, in a word or two: ``Parliament, to leave``."""
    word = treaty.words.kinds.get(kind) or KIND[kind]
    if kind is Kind.MEMBERSHIP and treaty.membership:
        word = treaty.membership.name
    return f"{word}, {AIM[aim]}" if aim else word


def capital(text: str) -> str:
    """The text with a capital letter in front; the rest stays as it is."""
    return text[0].upper() + text[1:]


def listed(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, singular: str, plural: str) -> str:
    """``1 state``, ``3 states``."""
    return f"{number:,} {singular if number == 1 else plural}"


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``11th``, ``40th``."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{'th' if 10 < number % 100 < 14 else ending}"
