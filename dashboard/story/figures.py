"""The key figures of a day in words: a value and its caption."""

from datetime import date

from dashboard.record.ledger import Ledger
from dashboard.record.membership import PartyCount
from dashboard.story.frames import Frame
from dashboard.story.words import counted, listed

PARTIES = ("{n} party", "{n} parties")
PARTIES_CAPTION = "worldwide, as the depositary counts; in force for {n}"
MAIN_RECKONING = (
    "Out: the withdrawal has taken effect. Leaving: authorities have recommended, announced or "
    "voted to leave, or notice is given and its six months are running; such a state is still "
    "bound. Counted among today’s members on NATO’s eastern flank, whether or not they were in "
    "NATO on the day shown; their neighbours are not counted."
)
PARTIES_RECKONING = (
    "As the depositary counts: every state whose instrument of consent is deposited and whose "
    "withdrawal, if any, has not taken effect. The second number counts only states for which the "
    "convention is in force already: it enters into force for a state some months after the "
    "deposit."
)


def parties_reckoning(ledger: Ledger, until: date = date.max) -> str:
    """How the parties are counted, and who is not counted since the day is not on record.

    Consents that may be later than ``until`` are not told of.
    """
    missing = [
        f"{ledger.pack.states[event.iso_a3].name} ({event.date.words})"
        for event in ledger.undated_consents
        if event.iso_a3 and event.date.last <= until
    ]
    if not missing:
        return PARTIES_RECKONING
    return (
        f"{PARTIES_RECKONING} Not counted, as the day of the deposit was not found: "
        f"{listed(missing)}."
    )


def main_figure(frame: Frame) -> tuple[str, str]:
    """How many states of the flank are out or leaving; before any is, how many are bound."""
    leaving = f"{frame.main_out} out, {frame.main_leaving} leaving"
    value = leaving if frame.main_out + frame.main_leaving else f"{frame.main_bound} bound"
    return value, f"of {frame.main_states} states on NATO’s eastern flank"


def border_figure(frame: Frame) -> tuple[str, str]:
    """The share of NATO's land border with Russia and Belarus whose NATO side is not bound."""
    percent = frame.border.percent
    what = "of NATO’s land border with Russia and Belarus outside the convention"
    if percent is None:
        return "–", f"{what}; counted once it is in force"
    return f"{percent} %", what


def border_reckoning(frame: Frame) -> str:
    """How the share is counted."""
    border = frame.border
    if border.percent is None:
        return "Counted from the day on which the convention entered into force."
    return (
        f"{border.outside_km:,} of {border.total_km:,} km of NATO’s land border with Russia and "
        "Belarus: there the state on NATO’s side is not bound by the convention. Published "
        "lengths, of the states in NATO on the day shown; nothing is measured on the map."
    )


def parties_figure(count: PartyCount) -> tuple[str, str]:
    """The parties worldwide, as the depositary counts them and as far as in force."""
    return (
        counted(count.by_deposit, "party", "parties"),
        PARTIES_CAPTION.format(n=count.in_force),
    )
