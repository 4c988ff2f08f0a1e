"""How many states of each group hold each standing, over time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.record.dates import FIRST_DAY, day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.frames import shown_groups
from dashboard.story.standings import RANKED, standings
from dashboard.story.trends.trend import Point, Row, Series, Trend, in_order, shown

TITLE = "Standings by group of states"

STACKED = (
    Standing.PARTY,
    Standing.LEAVING,
    Standing.NOTIFIED,
    Standing.SUSPENSION,
    Standing.WITHDRAWN,
    Standing.JOINING,
    Standing.SIGNATORY,
    Standing.OUTSIDE,
)
"""The order in which they lie on one another: who is bound at the bottom."""


@dataclass(frozen=True)
class GroupStep:
    """From ``first`` on, how many states of ``group`` hold each standing; ``states`` changed it."""

    first: date
    group: str
    counts: Mapping[Standing, int]
    states: tuple[str, ...] = ()


def group_steps(ledger: Ledger) -> tuple[GroupStep, ...]:
    """For every group on the page: a step for the first day, and for each on which one changes."""
    return tuple(
        step
        for group in shown_groups(ledger.pack.treaty)
        for step in _of_group(ledger, group, ledger.pack.group(group))
    )


def _of_group(ledger: Ledger, group: str, states: Sequence[State]) -> list[GroupStep]:
    changed: dict[date, list[str]] = {FIRST_DAY: []}
    for state in states:
        for change in ledger.timelines[state.iso_a3].changes:
            changed.setdefault(max(change.day, FIRST_DAY), []).append(state.iso_a3)
    return [
        GroupStep(
            day,
            group,
            Counter(ledger.standing(state.iso_a3, day) for state in states),
            tuple(isos),
        )
        for day, isos in sorted(changed.items())
        if states
    ]


def standings_trend(ledger: Ledger) -> Trend:
    """The trend, with a row for every step of a group; only standings that ever are held."""
    treaty, steps = ledger.pack.treaty, group_steps(ledger)
    held = [standing for standing in STACKED if any(step.counts[standing] for step in steps)]
    words = standings(treaty)
    return Trend(
        id="standings",
        title=TITLE,
        columns=("From", "Group", *(words[standing].label for standing in held)),
        rows=[
            Row(
                step.first,
                (
                    day_in_words(step.first),
                    treaty.groups[step.group],
                    *(step.counts[standing] for standing in held),
                ),
                step.first,
                step.states,
            )
            for step in sorted(steps, key=lambda step: step.first)
        ],
        series=[
            Series(standing, words[standing].label, _points(ledger, steps, group, standing), group)
            for group in dict.fromkeys(step.group for step in steps)
            for standing in held
        ],
        says=_sentences(ledger, steps),
        sources=in_order([treaty.sources]),
        tables=("changes", "figures", "states"),
        empty="The record has no states on the page.",
    )


def _points(
    ledger: Ledger, steps: Sequence[GroupStep], group: str, standing: Standing
) -> list[Point]:
    treaty = ledger.pack.treaty
    label = standings(treaty)[standing].label
    return [
        Point(
            step.first,
            step.counts[standing],
            f"{treaty.groups[group]}, from {day_in_words(step.first)}",
            f"{label}: {step.counts[standing]}",
            shown(step.first),
            step.states,
        )
        for step in steps
        if step.group == group
    ]


def _sentences(ledger: Ledger, steps: Sequence[GroupStep]) -> list[tuple[date, str]]:
    now: dict[str, Mapping[Standing, int]] = {}
    said: dict[date, str] = {}
    for step in sorted(steps, key=lambda step: step.first):
        now[step.group] = step.counts
        groups = ". ".join(
            _group_in_words(ledger, group, now[group])
            for group in shown_groups(ledger.pack.treaty)
            if group in now
        )
        said[step.first] = f"On {{day}}: {groups}."
    return list(said.items())


def _group_in_words(ledger: Ledger, group: str, counts: Mapping[Standing, int]) -> str:
    table = standings(ledger.pack.treaty)
    parts = [
        f"{counts[standing]} {table[standing].stands[counts[standing] > 1]}"
        for standing in RANKED
        if counts[standing]
    ]
    title = ledger.pack.treaty.groups[group]
    return f"{title} ({sum(counts.values())}): {', '.join(parts)}"
