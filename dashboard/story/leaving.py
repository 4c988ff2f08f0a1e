"""If a state deposited its notice of withdrawal on a day: when it would leave, or why it cannot.

The treaty's arithmetic is done here for every day at once, so that a reader's question needs no
sum but that of days: how long after each day its notice takes effect, and, for states with an
armed conflict on record, on which days that delays it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from dashboard.record.acts import conflicts_by_state
from dashboard.record.kinds import Standing
from dashboard.record.law import Rules, entry_into_force, withdrawal_effect
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.record.treaty import Treaty
from dashboard.story.frames import shown_states
from dashboard.story.wording import Wording, length
from dashboard.story.words import capital

LEAVES = (
    "If {state} deposited its notice of {withdrawal} on {notice}, it would leave the {treaty} on "
    "{effect}."
)
LEAVES_IN_PEACE = f"{LEAVES.removesuffix('.')}, unless it is then in an armed conflict."
"""The same under an armed-conflict clause: the record does not judge who will be in one."""
ANSWERS = {
    Standing.OUTSIDE: "On {notice}, {state} is not bound by the {treaty}: there is nothing to "
    "{withdraw}.",
    Standing.SIGNATORY: "On {notice}, {state} has signed the {treaty} but is not bound by it: "
    "there is nothing to {withdraw}.",
    Standing.JOINING: "On {notice}, {state} has deposited its consent, but the {treaty} does "
    "not bind it before {until}: there is nothing to {withdraw} yet.",
    Standing.PARTY: LEAVES,
    Standing.LEAVING: LEAVES,
    Standing.SUSPENSION: LEAVES,
    Standing.NOTIFIED: "On {notice}, {state} has already deposited its notice: its {withdrawal} "
    "takes effect on {until}.",
    Standing.WITHDRAWN: "On {notice}, {state} is no longer bound: its {withdrawal} took effect on "
    "{since}.",
}
"""The answer for each standing that the state has on the day of the notice."""
UNSURE = (
    "Whether {state} is bound by the {treaty} on {notice} is not on record: it deposited its "
    "consent in {when}, on a day that was not found."
)
"""The answer where a consent known only to the month or year may bind the state already."""
NOTIFIED_IN_CONFLICT = (
    "On {notice}, {state} has already deposited its notice: its {withdrawal} does not take effect "
    "before the armed conflict ends."
)
DELAYED = (
    "If {state} deposited its notice of {withdrawal} on {notice}, it would leave the {treaty} on "
    "{effect}, when the armed conflict on record ends."
)
NO_END = (
    "If {state} deposited its notice of {withdrawal} on {notice}, it would not leave the {treaty} "
    "before the armed conflict on record ends, of which no end is on record."
)
SUSPENDED = (
    "The suspension that it declared is no notice of {withdrawal}, and the {treaty} has no clause "
    "for it."
)
NO_CLAUSE = (
    "The {treaty} has no clause on leaving it: when a notice of {state} on {notice} would take "
    "effect does not follow from it."
)
"""The answer for every state that is bound, where that is so."""
NOTIFIED_WITHOUT_CLAUSE = (
    "On {notice}, {state} has already deposited its notice. The {treaty} has no clause on leaving "
    "it, and the record has no day of effect."
)
CLAMPED = (
    "That month has no day of the same number. The {treaty} does not say what holds then; this "
    "record takes the month’s last day."
)


@dataclass(frozen=True)
class Run:
    """``count`` days in a row: a notice on any of them takes effect ``days`` days later.

    ``clamped``: the month of the effect is too short to have a day of the same number.
    """

    count: int
    days: int
    clamped: bool


@dataclass(frozen=True)
class Delay:
    """Days of notice, both ends included, whose withdrawal an armed conflict on record delays.

    ``effect`` is the day on which they take effect instead; None while the conflict goes on.
    """

    first: date
    last: date
    effect: date | None


def answers(treaty: Treaty) -> dict[Standing, str]:
    """The answer for each standing, under this treaty's rules and in its words."""
    say = Wording(treaty).say
    leaves = LEAVES_IN_PEACE if treaty.arithmetic.armed_conflict_clause else LEAVES
    if treaty.rules.withdrawal is None:
        leaves = NO_CLAUSE
    return {
        standing: say(leaves if answer == LEAVES else answer)
        for standing, answer in ANSWERS.items()
    }


def without_a_day(treaty: Treaty) -> dict[str, str]:
    """The answers where an effect waits for the end of an armed conflict, by their names in the
    browser; where none ever does, a notice has no day only for want of a clause."""
    if treaty.arithmetic.armed_conflict_clause:
        return {
            "notifiedInConflict": NOTIFIED_IN_CONFLICT,
            "delayed": DELAYED,
            "noEnd": NO_END,
        }
    return {"notifiedInConflict": NOTIFIED_WITHOUT_CLAUSE}


def leavers(treaty: Treaty) -> list[Standing]:
    """The standings of states whose notice takes effect on a day that the treaty gives."""
    if treaty.rules.withdrawal is None:
        return []
    return [standing for standing, answer in ANSWERS.items() if answer == LEAVES]


def unsure(ledger: Ledger) -> dict[str, tuple[date, str]]:
    """States with a consent that is not known to the day, by ``iso_a3``.

    With the first day on which the treaty may bind the state, counted from the first day of
    the month or year in which it deposited its consent, and with that month or year in words.
    """
    treaty = ledger.pack.treaty
    return {
        event.iso_a3: (earliest, event.date.words)
        for event in ledger.undated_consents
        if event.iso_a3
        and (
            earliest := entry_into_force(
                event.date.first, treaty.entered_into_force, treaty.arithmetic
            )
        )
    }


def runs(rules: Rules, first: date, last: date) -> Sequence[Run]:
    """How long after a notice it takes effect, for every day of notice from ``first`` on."""
    time = rules.withdrawal
    if time is None:
        return []
    lengths = [((time.after(day) - day).days, time.is_cut_short(day)) for day in _days(first, last)]
    return [Run(len([*group]), *length) for length, group in groupby(lengths)]


def delays(ledger: Ledger, first: date, last: date) -> dict[str, Sequence[Delay]]:
    """The delays by armed conflicts, for the states that have any on record."""
    rules = ledger.pack.treaty.arithmetic
    if rules.withdrawal is None:
        return {}
    found: dict[str, Sequence[Delay]] = {}
    for iso_a3, conflicts in conflicts_by_state(ledger.pack.events).items():
        effects = [(day, withdrawal_effect(day, rules, conflicts)) for day in _days(first, last)]
        late = [(day, effect) for day, effect in effects if effect != rules.withdrawal.after(day)]
        found[iso_a3] = [
            Delay(days[0], days[-1], effect)
            for effect, group in groupby(late, key=lambda entry: entry[1])
            for days in [[day for day, _ in group]]
        ]
    return found


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days) for days in range((last - first).days + 1))


def first_asked(ledger: Ledger) -> State:
    """The state that the question begins with: the first that is counted and could still leave."""
    states = shown_states(ledger)
    day = ledger.pack.treaty.verified_through
    bound = (
        state
        for state in states
        if state.group == ledger.pack.treaty.main_group and ledger.standing(state.iso_a3, day).bound
    )
    return next(bound, states[0])


def rule(treaty: Treaty) -> str:
    """What the time between notice and effect is; ``{n}`` is left for its days."""
    withdrawal = treaty.rules.withdrawal
    if withdrawal is None:
        return ""
    return (
        f"{capital(length(withdrawal.time))} after the depositary receives the notice "
        f"({withdrawal.article}): {{n}} days, on each of which it stays bound."
    )


def clause(treaty: Treaty) -> tuple[str, str] | None:
    """The armed-conflict clause in words, where no conflict is on record and where one is.

    ``{state}`` and ``{effect}`` are left open. None where the treaty has no such clause.
    """
    withdrawal = treaty.rules.withdrawal
    if withdrawal is None or not withdrawal.armed_conflict_clause:
        return None
    words = Wording(treaty).say(
        f"The armed-conflict clause ({withdrawal.article}): if {{state}} is engaged in an armed "
        "conflict on {effect}, its {withdrawal} does not take effect before that conflict ends."
    )
    return (
        f"{words} This record does not judge whether it is.",
        f"{words} What is on record of armed conflicts stands below.",
    )


ARTICLES = ("Republic of ", "Democratic Republic of ", "United ", "Central African ", "Dominican ")
NAMES = frozenset(
    {
        "Bahamas",
        "Comoros",
        "Cook Islands",
        "Gambia",
        "Holy See",
        "Maldives",
        "Marshall Islands",
        "Netherlands",
        "Philippines",
        "Solomon Islands",
        "State of Palestine",
    }
)


def within_a_sentence(name: str) -> str:
    """A state's name as it is said within a sentence: ``the Netherlands``."""
    return f"the {name}" if name in NAMES or name.startswith(ARTICLES) else name
