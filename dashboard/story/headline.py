"""The finding of a day in one sentence, with the states in it marked by their standing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from dashboard.record.kinds import BOUND, Standing
from dashboard.record.models import State
from dashboard.record.treaty import Treaty
from dashboard.story.standings import CHANGES, EXITS, NOT_JOINED, Verbs
from dashboard.story.standings import standings as standings_of
from dashboard.story.words import counted

MOST_NAMED = 6
"""With more states than this in one clause they are counted, not named."""


@dataclass(frozen=True)
class Segment:
    """A piece of a sentence. Of a state: its code and the standing whose colour it carries."""

    text: str
    iso_a3: str | None = None
    standing: Standing | None = None


Sentence: TypeAlias = tuple[Segment, ...]


def clause(states: Sequence[State], standing: Standing, verbs: Verbs) -> Sentence:
    """``A, B and C left the convention``; many states are counted instead."""
    verb = " " + verbs[len(states) > 1]
    if len(states) > MOST_NAMED:
        return (Segment(counted(len(states), "state", "states"), None, standing), Segment(verb))
    segments: list[Segment] = []
    ordered = sorted(states, key=lambda state: state.name)
    for index, state in enumerate(ordered):
        if index:
            segments.append(Segment(" and " if index == len(ordered) - 1 else ", "))
        segments.append(Segment(state.name, state.iso_a3, standing))
    return (*segments, Segment(verb))


def _sentence(clauses: Sequence[Sentence]) -> Sentence:
    segments: list[Segment] = []
    for index, part in enumerate(clauses):
        segments += [Segment("; ")] * bool(index) + list(part)
    return (*segments, Segment("."))


def _with(
    states: Sequence[State], standings: Mapping[str, Standing], standing: Standing
) -> list[State]:
    return [state for state in states if standings[state.iso_a3] is standing]


def treaty_news(treaty: Treaty, day: date) -> Sentence | None:
    """What happened to the treaty itself on the day, if anything."""
    happened = {
        treaty.adopted: "was adopted",
        treaty.opened: "was opened for signature",
        treaty.entered_into_force: "entered into force",
    }
    return (Segment(f"the {treaty.short_title} {happened[day]}"),) if day in happened else None


def news(
    states: Sequence[State],
    before: Mapping[str, Standing],
    after: Mapping[str, Standing],
    treaty: Treaty,
    opening: Sentence | None = None,
) -> Sentence | None:
    """What happened on the day on which standings changed; None if nothing did.

    ``states`` are those that the sentence is about. ``before`` and ``after`` hold their standings
    by ``iso_a3``; ``opening`` says what happened to the treaty.
    """
    changed = [state for state in states if before[state.iso_a3] is not after[state.iso_a3]]
    if not changed and not opening:
        return None
    rows = standings_of(treaty)
    clauses = [opening] if opening else []
    clauses += [
        clause(group, standing, rows[standing].changed)
        for standing in CHANGES
        if (group := _with(changed, after, standing))
    ]
    unchanged = [state for state in states if state not in changed]
    aftermath = [
        clause(group, standing, rows[standing].stands)
        for standing in EXITS
        if rows[standing].under_way and (group := _with(unchanged, after, standing))
    ]
    if not aftermath and _with(changed, after, Standing.WITHDRAWN):
        aftermath = [_out(treaty, states, after)]
    return _sentence([*clauses, *aftermath[:1]])


def state_of_play(
    treaty: Treaty, states: Sequence[State], standings: Mapping[str, Standing], day: date
) -> Sentence:
    """How things stand on a day without news."""
    if day < treaty.adopted:
        return (Segment(f"the {treaty.short_title} has not been adopted yet."),)
    if day < treaty.opened:
        return (Segment(f"the {treaty.short_title} is adopted, but not open for signature yet."),)
    rows = standings_of(treaty)
    exits = [
        clause(group, standing, rows[standing].stands)
        for standing in EXITS
        if (group := _with(states, standings, standing))
    ]
    if exits:
        return _sentence(exits)
    main = _main(treaty, states)
    if day < treaty.entered_into_force:
        opening = (Segment(f"the {treaty.short_title} is not in force yet"),)
        return _sentence([opening, _counts(treaty, main, standings)])
    return _sentence([_bound(treaty, main, standings), *_not_bound(treaty, main, standings)])


def _counts(treaty: Treaty, main: Sequence[State], standings: Mapping[str, Standing]) -> Sentence:
    """``of the 10 states in the region, 6 have signed but not ratified, 4 …``"""
    parts, rows = [], standings_of(treaty)
    for standing in NOT_JOINED:
        if number := len(_with(main, standings, standing)):
            parts.append(f"{number} {rows[standing].stands[number > 1]}")
    return (Segment(f"of the {len(main)} {treaty.words.members}, {', '.join(parts)}"),)


def _main(treaty: Treaty, states: Sequence[State]) -> list[State]:
    """Those of the states that are counted."""
    return [state for state in states if state.group == treaty.main_group]


def _out(treaty: Treaty, states: Sequence[State], standings: Mapping[str, Standing]) -> Sentence:
    main = _main(treaty, states)
    out = len(_with(main, standings, Standing.WITHDRAWN))
    return (Segment(f"{_of_all(treaty, out, main)} {_is(out)} out"),)


def _of_all(treaty: Treaty, number: int, main: Sequence[State]) -> str:
    return f"{number} of the {len(main)} {treaty.words.members}"


def _bound(treaty: Treaty, main: Sequence[State], standings: Mapping[str, Standing]) -> Sentence:
    bound = sum(standings[state.iso_a3] in BOUND for state in main)
    if bound == len(main):
        subject = f"all {len(main)} {treaty.words.members} are"
    elif bound == 0:
        subject = f"none of the {len(main)} {treaty.words.members} is"
    else:
        subject = f"{_of_all(treaty, bound, main)} {_is(bound)}"
    return (Segment(f"{subject} bound by the {treaty.words.treaty}"),)


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _not_bound(
    treaty: Treaty, main: Sequence[State], standings: Mapping[str, Standing]
) -> list[Sentence]:
    rows = standings_of(treaty)
    return [
        clause(group, standing, rows[standing].stands)
        for standing in NOT_JOINED
        if (group := _with(main, standings, standing))
    ]


def plain(sentence: Sentence) -> str:
    """The sentence as plain text."""
    return "".join(segment.text for segment in sentence)
