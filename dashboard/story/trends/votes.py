"""Votes in parliaments, as they are on record: each with its own tally, none summed or rounded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.record.kinds import Kind
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event
from dashboard.story.trends.trend import (
    UNKNOWN,
    Point,
    Row,
    Series,
    Trend,
    in_order,
    shown,
)
from dashboard.story.words import AIM, counted

TITLE = "Votes in parliaments"

TALLY = {
    "votes_for": "For",
    "votes_against": "Against",
    "votes_abstain": "Abstaining",
}
"""What is drawn of a tally."""
BESIDE = {"votes_absent": "Absent", "votes_not_cast": "Not cast"}
"""What stands beside it in the table."""


@dataclass(frozen=True)
class Vote:
    """A vote, and the name of the state in whose parliament it was."""

    event: Event
    state: str

    @property
    def tally(self) -> dict[str, int | None]:
        """What is known of it, by the names of the columns; None where that was not found."""
        return {name: getattr(self.event, name) for name in (*TALLY, *BESIDE)}

    @property
    def in_words(self) -> str:
        """``99 for, 1 against, abstaining not known``; or that none of it is known."""
        own = {TALLY[name]: value for name, value in self.tally.items() if name in TALLY}
        if all(value is None for value in own.values()):
            return "tally not known"
        return ", ".join(
            f"{word.lower()} {UNKNOWN}" if value is None else f"{value:,} {word.lower()}"
            for word, value in own.items()
        )


def votes(ledger: Ledger) -> tuple[Vote, ...]:
    """Every vote in a parliament, in order of its day; one known to the month at its end."""
    states = ledger.pack.states
    found = [event for event in ledger.pack.events if event.kind is Kind.PARLIAMENT_VOTE]
    return tuple(
        Vote(event, states[event.iso_a3].name if event.iso_a3 else "")
        for event in sorted(found, key=lambda event: (event.date.last, event.id))
    )


def votes_trend(ledger: Ledger) -> Trend:
    """The trend, with a row for every vote; the value of a point is a number of votes."""
    found = votes(ledger)
    return Trend(
        id="votes",
        title=TITLE,
        columns=("Day", "State", "Vote", "About", *TALLY.values(), *BESIDE.values()),
        rows=[
            Row(
                vote.event.date.last,
                (
                    vote.event.date.words,
                    vote.state,
                    vote.event.title,
                    AIM[vote.event.aim] if vote.event.aim else "",
                    *vote.tally.values(),
                ),
                shown(vote.event.date.exact),
                _states(vote),
            )
            for vote in found
        ],
        series=[
            Series(name, label, [_point(vote, name) for vote in found])
            for name, label in TALLY.items()
        ],
        says=_sentences(found),
        sources=in_order(vote.event.sources for vote in found),
        tables=("events",),
        empty="No vote in a parliament is on record.",
        note="Tallies are as the sources give them: what they do not say is not known, and not "
        "taken to be none.",
    )


def _states(vote: Vote) -> tuple[str, ...]:
    return (vote.event.iso_a3,) if vote.event.iso_a3 else ()


def _point(vote: Vote, name: str) -> Point:
    event = vote.event
    when = ", ".join(filter(None, [vote.state, event.date.words]))
    return Point(
        event.date.last,
        vote.tally[name] or 0,
        when,
        f"{event.title}: {vote.in_words}",
        shown(event.date.exact),
        _states(vote),
    )


def _sentences(found: Sequence[Vote]) -> list[tuple[date, str]]:
    said = {date.min: "Up to {day}, no vote in a parliament is on record."}
    for number, vote in enumerate(found, start=1):
        known = sum(each.event.votes_for is not None for each in found[:number])
        last = f"{vote.event.title} ({vote.event.date.words}): {vote.in_words}"
        where = f"{vote.state}: " if vote.state else ""
        said[vote.event.date.last] = (
            f"Up to {{day}}, {counted(number, 'vote', 'votes')} in parliaments "
            f"{'is' if number == 1 else 'are'} on record{_known(number, known)}. "
            f"The latest: {where}{last}."
        )
    return list(said.items())


def _known(number: int, known: int) -> str:
    """Of how many of the votes the tallies are known."""
    if number == 1:
        return f"; its tally is {'' if known else 'not '}known"
    if known == number:
        return ", with their tallies"
    if known == 1:
        return "; the tally of 1 of them is known"
    return f"; the tallies of {known or 'none'} of them are known"
