"""The legal dates: what changes a state's legal position, or is a step towards that."""

from collections.abc import Sequence
from enum import StrEnum

from dashboard.record.kinds import CONSENTS, STEPS, Aim, Kind
from dashboard.record.ledger import Ledger
from dashboard.story.chronicle import Happening, chronicle


class LegalAct(StrEnum):
    """What a legal date is the date of; where a word is a kind of event, it means the same."""

    ADOPTION = "adoption"
    OPENING = "opening"
    MILESTONE = "milestone"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    SUCCESSION = "succession"
    ENTRY_INTO_FORCE = "entry_into_force"
    RECOMMENDATION = "recommendation"
    ANNOUNCEMENT = "announcement"
    GOVERNMENT_DECISION = "government_decision"
    PARLIAMENT_VOTE = "parliament_vote"
    ASSENT = "assent"
    NOTICE_OF_WITHDRAWAL = "notice_of_withdrawal"
    EFFECT_OF_WITHDRAWAL = "effect_of_withdrawal"
    SUSPENSION = "suspension"
    CIRCULATION = "circulation"
    OBJECTION = "objection"
    DEADLINE = "deadline"


LEGAL_KINDS = CONSENTS | {
    Kind.SIGNATURE,
    Kind.NOTIFICATION,
    Kind.OBJECTION,
    Kind.ADOPTION,
    Kind.OPENING,
    Kind.MILESTONE,
    Kind.ENTRY_INTO_FORCE,
    Kind.CIRCULATION,
    Kind.DEADLINE,
}


def legal_dates(ledger: Ledger) -> Sequence[Happening]:
    """Every legal date of every state and of the treaty, in order, however exactly it is known.

    Steps inside a state are among them, but for those about another treaty.
    """
    return [item for item in chronicle(ledger) if _is_legal(item)]


def legal_act(item: Happening) -> LegalAct:
    """What a legal date is the date of."""
    if item.follows:
        leaving = item.role == "effect"
        return LegalAct.EFFECT_OF_WITHDRAWAL if leaving else LegalAct.ENTRY_INTO_FORCE
    if item.kind is Kind.NOTIFICATION:
        leaving = item.role == "notice"
        return LegalAct.NOTICE_OF_WITHDRAWAL if leaving else LegalAct.SUSPENSION
    return LegalAct(item.kind)


def _is_legal(item: Happening) -> bool:
    if item.kind in STEPS:
        return item.aim is not Aim.OTHER_TREATY
    return item.kind in LEGAL_KINDS
