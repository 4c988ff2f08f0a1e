"""The key figures of a day in words: a value and its caption."""

from datetime import date

from dashboard.record.ledger import Ledger
from dashboard.record.membership import PartyCount
from dashboard.record.treaty import Treaty
from dashboard.story.frames import Frame
from dashboard.story.wording import Wording
from dashboard.story.words import counted, listed

PARTIES = ("{n} party", "{n} parties")
PARTIES_CAPTION = "worldwide, as the depositary counts; in force for {n}"
LEAVING = (
    "Out: the {withdrawal} has taken effect. Leaving: authorities have recommended, announced or "
    "voted to leave, or notice is given{its_time_runs}; such a state is still bound."
)
PARTIES_RECKONING = (
    "As the depositary counts: every state whose instrument of consent is deposited and whose "
    "{withdrawal}, if any, has not taken effect. The second number counts only states for which "
    "the {treaty} is in force already: it enters into force for a state some months after the "
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
    counted_so = Wording(ledger.pack.treaty).say(PARTIES_RECKONING)
    if not missing:
        return counted_so
    return f"{counted_so} Not counted, as the day of the deposit was not found: {listed(missing)}."


def main_figure(treaty: Treaty, frame: Frame) -> tuple[str, str]:
    """How many states of the main group are out or leaving; before any is, how many are bound."""
    leaving = f"{frame.main_out} out, {frame.main_leaving} leaving"
    value = leaving if frame.main_out + frame.main_leaving else f"{frame.main_bound} bound"
    return value, f"of {frame.main_states} {treaty.words.members}"


def main_reckoning(treaty: Treaty) -> str:
    """What counts as out and as leaving, and who is counted."""
    return " ".join(filter(None, [Wording(treaty).say(LEAVING), treaty.key_figures.main.counted]))


def border_figure(treaty: Treaty, frame: Frame) -> tuple[str, str] | None:
    """The share of the border whose near side is not bound; None where the pack tells of none."""
    border = treaty.key_figures.border
    if border is None:
        return None
    percent = frame.border.percent
    what = f"of {border.what} outside the {treaty.words.treaty}"
    if percent is None:
        return "–", f"{what}; counted once it is in force"
    return f"{percent} %", what


def border_reckoning(treaty: Treaty, frame: Frame) -> str:
    """How the share is counted; empty where the pack tells of no border."""
    border, share, membership = treaty.key_figures.border, frame.border, treaty.membership
    if border is None:
        return ""
    if share.percent is None:
        what = treaty.words.treaty
        return f"Counted from the day on which the {what} entered into force."
    side = f"on {membership.name}’s side" if membership else "on this side"
    counted_on = f", of the states in {membership.name} on the day shown" if membership else ""
    return (
        f"{share.outside_km:,} of {share.total_km:,} km of {border.what}: there the state {side} "
        f"is not bound by the {treaty.words.treaty}. Published lengths{counted_on}; nothing is "
        "measured on the map."
    )


def parties_figure(count: PartyCount) -> tuple[str, str]:
    """The parties worldwide, as the depositary counts them and as far as in force."""
    return (
        counted(count.by_deposit, "party", "parties"),
        PARTIES_CAPTION.format(n=count.in_force),
    )
