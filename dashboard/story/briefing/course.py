"""The scenes that tell how it came to this: joining, the turns of the story, who leaves when."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Standing
from dashboard.story.briefing.as_of import AsOf
from dashboard.story.briefing.lanes import lane
from dashboard.story.briefing.maps import finding, map_on, marked, standing_sentence
from dashboard.story.briefing.scene import KeyFigure, Lanes, Scene, SceneKind, said, unique
from dashboard.story.chronicle import Happening
from dashboard.story.frames import frame_on
from dashboard.story.headline import Segment
from dashboard.story.standings import EXITS, STANDINGS
from dashboard.story.words import capital, counted

TURNS = frozenset(EXITS) - {Standing.LEAVING}
"""The standings whose first day is a turn of the story."""
STEPS = ("decision", "vote")
"""The roles of acts inside a state."""
MOST_TURNS = 7
AROUND = timedelta(days=45)
"""What the lanes of exits show before the first step and after the last effect or the day."""


def before(known: AsOf) -> Iterator[Scene]:
    """How all came to be bound: from signature to entry into force, as lanes."""
    since = {
        state: day for state in known.told if (day := _bound_since(known, state.iso_a3)) is not None
    }
    if not since:
        return
    treaty = known.ledger.pack.treaty
    first, last = min(since.values()), max(since.values())
    end = min(date(last.year, 12, 31), known.day)
    bound = {state.iso_a3: Standing.PARTY for state in since}
    words = {first: "first", last: "last"} if first < last else {first: "all"}
    pieces: list[Segment] = []
    for day, word in words.items():
        pieces += [
            Segment("; " if pieces else ""),
            *marked([state for state in since if since[state] == day], bound),
            Segment(f" {word} on {day_in_words(day)}"),
        ]
    yield Scene(
        id="before",
        kind=SceneKind.BEFORE,
        title="How they came to be bound",
        sentence=said(
            f"{capital(counted(len(since), 'state', 'states'))} in view came to be bound: ",
            *pieces,
            ".",
        ),
        lanes=Lanes(
            treaty.adopted,
            end,
            tuple(lane(known, state, treaty.adopted, end) for state in since),
        ),
        notes=(
            f"The {treaty.short_title} was opened for signature on {day_in_words(treaty.opened)}; "
            f"it entered into force on {day_in_words(treaty.entered_into_force)}.",
        ),
        sources=unique(treaty.sources),
    )


def _bound_since(known: AsOf, iso_a3: str) -> date | None:
    changes = known.ledger.timelines[iso_a3].changes
    party = (change.day for change in changes if change.standing is Standing.PARTY)
    return next((day for day in party if day <= known.day), None)


def turn_days(known: AsOf) -> Sequence[date]:
    """The days up to the day on which a notice, a suspension or an exit changed the map."""
    changes = (
        change for state in known.told for change in known.ledger.timelines[state.iso_a3].changes
    )
    days = {change.day for change in changes if change.standing in TURNS}
    return sorted(day for day in days if day <= known.day)


def turns(known: AsOf) -> Iterator[Scene]:
    """How it came to this: a scene for each day of notice, suspension or effect.

    The steps before the first notice share one scene. Of more than seven, the latest are told.
    """
    days = turn_days(known)
    told = {state.iso_a3 for state in known.told}
    early = [
        item
        for item in known.happenings
        if item.role in STEPS
        and item.iso_a3 in told
        and item.date.exact
        and (not days or item.date.last < days[0])
    ]
    scenes = [_steps(known, early)] if early else []
    scenes += [_turn(known, day) for day in days]
    yield from scenes[-MOST_TURNS:]


def _steps(known: AsOf, early: Sequence[Happening]) -> Scene:
    """The steps inside states before the first notice, on the last day of any."""
    day = early[-1].date.last
    frame = frame_on(known.frames, day)
    acted = {item.iso_a3 for item in early}
    moving = [
        state
        for state in known.told
        if state.iso_a3 in acted and frame.standings[state.iso_a3] is Standing.LEAVING
    ]
    votes = [item for item in early if item.role == "vote"]
    verb = "is moving" if len(moving) == 1 else "are moving"
    return Scene(
        id=f"turn-{day}",
        kind=SceneKind.STEPS,
        title=f"Before the first notice, {day_in_words(day)}",
        sentence=said(
            *marked(moving, frame.standings), f" {verb} to leave; no notice is deposited."
        ),
        figures=(
            (KeyFigure(str(len(votes)), "votes in parliaments on record by then"),)
            if len(votes) > 1
            else ()
        ),
        map=map_on(known, day, [state.iso_a3 for state in moving]),
        about=tuple(state.iso_a3 for state in moving),
        notes=tuple(f"{item.date.words}: {item.title}." for item in votes or early),
        sources=unique(source for item in early for source in item.sources),
    )


def _turn(known: AsOf, day: date) -> Scene:
    frame = frame_on(known.frames, day)
    changed = [
        state.iso_a3
        for state in known.told
        if frame.standings[state.iso_a3]
        is not known.ledger.standing(state.iso_a3, day - timedelta(days=1))
    ]
    happened = [item for item in known.happenings if item.date.exact == day]
    return Scene(
        id=f"turn-{day}",
        kind=SceneKind.TURN,
        title=day_in_words(day),
        sentence=finding(frame, day),
        map=map_on(known, day, changed),
        about=tuple(changed),
        notes=tuple(dict.fromkeys(f"{item.title}." for item in happened)),
        sources=unique(source for item in happened for source in item.sources),
    )


def leaves(known: AsOf) -> Iterator[Scene]:
    """Who leaves when: the lanes of the states that left, leave, move to, or suspended."""
    leaving = [state for state in known.told if known.standing(state.iso_a3) in EXITS]
    if not leaving:
        return
    begun = [
        change
        for state in leaving
        for change in known.ledger.timelines[state.iso_a3].changes
        if change.standing in EXITS and change.day <= known.day
    ]
    ends = [day for state in leaving if (day := known.due(state.iso_a3))]
    first, last = min(change.day for change in begun) - AROUND, max([known.day, *ends]) + AROUND
    yield Scene(
        id="leaves",
        kind=SceneKind.LEAVES,
        title="Who leaves when",
        sentence=said(_on_the_way_out([known.standing(state.iso_a3) for state in leaving])),
        lanes=Lanes(first, last, tuple(lane(known, state, first, last) for state in leaving)),
        notes=tuple(f"{state.name}: {standing_sentence(known, state.iso_a3)}" for state in leaving),
        sources=unique(source for change in begun for source in change.event.sources),
    )


def _on_the_way_out(standings: Sequence[Standing]) -> str:
    """``Of 6 states on the way out: 3 out, 3 counting down.``, or ``4 states are out.``"""
    found = [(standings.count(standing), STANDINGS[standing].exiting) for standing in EXITS]
    counts = [f"{number} {word}" for number, word in found if number]
    states = counted(len(standings), "state", "states")
    if len(counts) > 1:
        return f"Of {states} on the way out: {', '.join(counts)}."
    word = next(word for number, word in found if number)
    return f"{states} {'is' if len(standings) == 1 else 'are'} {word}."
