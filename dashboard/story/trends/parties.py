"""Parties, signatories and states that left, over time and worldwide."""

from dataclasses import dataclass
from datetime import date

from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.membership import Moves
from dashboard.story.standings import standings
from dashboard.story.trends.trend import Point, Row, Series, Trend, number, shown
from dashboard.story.wording import Wording

TITLE = "Parties, signatories and exits worldwide"

LABELS = {
    "signatories": "Signed, whatever they did since",
    "parties": "Parties, as the depositary counts",
    "in_force": "In force for them",
}


@dataclass(frozen=True)
class PartyStep:
    """Numbers of states worldwide from ``first`` on.

    ``parties`` counts by deposit, ``withdrawn`` the states that are out and have not come back;
    ``states`` are those that moved on that first day.
    """

    first: date
    signatories: int
    parties: int
    in_force: int
    withdrawn: int
    states: tuple[str, ...] = ()


def party_steps(ledger: Ledger) -> tuple[PartyStep, ...]:
    """A step for the adoption and for every day on which any of the numbers changes."""
    return tuple(_step(ledger, day) for day in sorted({ledger.pack.treaty.adopted, *ledger.moves}))


def _step(ledger: Ledger, day: date) -> PartyStep:
    count, moved = ledger.parties(day), ledger.moves.get(day, Moves())
    return PartyStep(
        first=day,
        signatories=ledger.signatories(day),
        parties=count.by_deposit,
        in_force=count.in_force,
        withdrawn=list(ledger.standings(day).values()).count(Standing.WITHDRAWN),
        states=tuple(dict.fromkeys([*moved.signed, *moved.deposited, *moved.bound, *moved.left])),
    )


def parties_trend(ledger: Ledger) -> Trend:
    """The trend, with a row for every step."""
    treaty, steps = ledger.pack.treaty, party_steps(ledger)
    labels = {**LABELS, "withdrawn": standings(treaty)[Standing.WITHDRAWN].label}
    return Trend(
        id="parties",
        title=TITLE,
        columns=("From", *labels.values()),
        rows=[
            Row(
                step.first,
                (day_in_words(step.first), *(getattr(step, name) for name in labels)),
                shown(step.first),
                step.states,
            )
            for step in steps
        ],
        series=[
            Series(name, label, [_point(step, name, label) for step in steps])
            for name, label in labels.items()
        ],
        says=[
            (date.min, f"On {{day}}, no state has signed the {treaty.words.treaty} yet."),
            *_sentences(ledger, steps),
        ],
        sources=treaty.sources,
        tables=("parties", "events"),
    )


def _point(step: PartyStep, name: str, label: str) -> Point:
    value: int = getattr(step, name)
    when, words = f"From {day_in_words(step.first)}", f"{label}: {value}"
    return Point(step.first, value, when, words, shown(step.first), step.states)


def _sentences(ledger: Ledger, steps: tuple[PartyStep, ...]) -> list[tuple[date, str]]:
    said, most = [], steps[0]
    say = Wording(ledger.pack.treaty).say
    for step in steps:
        if step.parties > most.parties:
            most = step
        signed, out = step.signatories or "none", step.withdrawn or "none"
        text = (
            f"On {{day}}, {number(step.parties, 'state is a party', 'states are parties')} to the "
            f"{{treaty}}, which is in force for {step.in_force or 'none'}; {signed} "
            f"{'has' if step.signatories < 2 else 'have'} signed it, and {out} "
            f"{'is' if step.withdrawn < 2 else 'are'} out of it."
        )
        if most.parties > step.parties:
            text += f" The most so far were {most.parties}, from {day_in_words(most.first)} on."
        said.append((step.first, say(text)))
    return said
