"""The scenes about all states together: how things stand, in figures, and what comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dashboard.record.dates import FIRST_DAY, day_in_short, day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.models import State
from dashboard.story.borderland import border_share, counted_since, shared_borders
from dashboard.story.briefing.as_of import AsOf
from dashboard.story.briefing.maps import finding, map_on, marked
from dashboard.story.briefing.scene import Bar, KeyFigure, Scene, SceneKind, Step, said, unique
from dashboard.story.figures import (
    border_figure,
    border_reckoning,
    main_figure,
    parties_figure,
    parties_reckoning,
)
from dashboard.story.words import capital, counted, listed

MOST_WORDS, MOST_WORDS_OF_BORDER = 45, 35


def figures_on(known: AsOf) -> tuple[KeyFigure, ...]:
    """The key figures of the day, in few words."""
    treaty = known.ledger.pack.treaty
    value, of = main_figure(treaty, known.frame)
    border_ = border_figure(treaty, known.frame)
    parties, worldwide = parties_figure(known.ledger.parties(known.day))
    return (
        KeyFigure(value.removesuffix(", 0 leaving"), of),
        *([KeyFigure(border_[0], border_[1].split(";")[0])] if border_ else ()),
        KeyFigure(parties, worldwide.split(",")[0]),
    )


def now(known: AsOf) -> Iterator[Scene]:
    """Where things stand on the day."""
    happened = [item for item in known.happenings if item.date.exact == known.day]
    scene = Scene(
        id="now",
        kind=SceneKind.NOW,
        title="Where things stand",
        sentence=finding(known.frame, known.day),
        figures=figures_on(known),
        map=map_on(known, known.day),
        notes=(
            *dict.fromkeys(f"{item.title}." for item in happened),
            *filter(None, [border_reckoning(known.ledger.pack.treaty, known.frame)]),
            parties_reckoning(known.ledger, known.day),
        ),
        sources=unique(
            [
                *known.ledger.pack.treaty.sources,
                *(source for item in happened for source in item.sources),
                *_border_sources(known),
            ]
        ),
    )
    while scene.words > MOST_WORDS:  # A long finding leaves room for fewer figures.
        scene = replace(scene, figures=scene.figures[:-1])
    yield scene


def pending(known: AsOf) -> Sequence[tuple[date, State]]:
    """The effects to come of acts deposited by the day, of the states told about."""
    due = [(known.due(state.iso_a3), state) for state in known.told]
    return sorted(
        [(day, state) for day, state in due if day], key=lambda item: (item[0], item[1].name)
    )


def border(known: AsOf) -> Iterator[Scene]:
    """The border in figures: the share outside on the day, and after each effect to come."""
    share = known.frame.border
    treaty = known.ledger.pack.treaty
    figure = border_figure(treaty, known.frame)
    if share.percent is None or figure is None:
        return
    value, caption = figure
    scene = Scene(
        id="border",
        kind=SceneKind.BORDER,
        title="The border in figures",
        sentence=said(f"{value} {caption}."),
        bars=_bars(known),
        notes=(
            border_reckoning(treaty, known.frame),
            *(f"{later} % {_leaving(states, day)}." for day, states, later in _shares(known)),
        ),
        sources=unique(_border_sources(known)),
    )
    captions = [
        [(f"{later} %", _leaving(states, day)) for day, states, later in _shares(known)],
        [(f"{later} %", f"on {day_in_short(day)}") for day, _, later in _shares(known)],
    ]
    for figures in captions:  # With many exits to come, the notes say whose they are.
        full = replace(scene, figures=tuple(KeyFigure(*figure) for figure in figures))
        if full.words <= MOST_WORDS_OF_BORDER:
            break
    yield full


def _shares(known: AsOf) -> Iterator[tuple[date, Sequence[State], int]]:
    """The share after each withdrawal to come: its day, whose it is, and the per cent outside."""
    outside: set[str] = set()
    for day in sorted({day for day, _ in pending(known)}):
        leaving = [
            state
            for when, state in pending(known)
            if when == day and known.standing(state.iso_a3) is Standing.NOTIFIED
        ]
        outside |= {state.iso_a3 for state in leaving}
        later = border_share(known.ledger, known.day, outside).percent
        if leaving and later is not None:
            yield day, leaving, later


def _leaving(states: Sequence[State], day: date) -> str:
    verb = "leaves" if len(states) == 1 else "leave"
    return f"when {listed([state.name for state in states])} {verb} on {day_in_words(day)}"


def _bars(known: AsOf) -> tuple[Bar, ...]:
    lengths: dict[str, int] = {}
    for near, _, km in shared_borders(known.ledger):
        since = counted_since(known.ledger, near)
        if since and since <= known.day:
            lengths[near.iso_a3] = lengths.get(near.iso_a3, 0) + km
    states = known.ledger.pack.states
    return tuple(
        Bar(iso, states[iso].name, km, f"{km:,} km", known.standing(iso))
        for iso, km in sorted(lengths.items(), key=lambda item: -item[1])
    )


def _border_sources(known: AsOf) -> Iterator[str]:
    told = {state.iso_a3 for state in known.told}
    for row in known.ledger.pack.borders:
        if row.iso_a3 in told and row.neighbour in told:
            yield from row.sources


def world(known: AsOf) -> Iterator[Scene]:
    """Parties worldwide: a step for every day on which their number changed."""
    counts = [count for count in known.ledger.party_counts if count.day <= known.day]
    if not counts:
        return
    peak = max(counts, key=lambda count: count.by_deposit)
    today = counts[-1].by_deposit
    high = f"; at most {peak.by_deposit}, from {day_in_words(peak.day)}"
    yield Scene(
        id="world",
        kind=SceneKind.WORLD,
        title="Parties worldwide",
        sentence=said(
            capital(counted(today, "party", "parties"))
            + (high if peak.by_deposit != today else "")
            + "."
        ),
        figures=(
            KeyFigure(
                str(counts[-1].in_force),
                f"of them with the {known.ledger.pack.treaty.words.treaty} in force",
            ),
        ),
        steps=(
            Step(max(known.ledger.pack.treaty.opened, FIRST_DAY), 0),
            *(Step(count.day, count.by_deposit) for count in counts),
        ),
        notes=(parties_reckoning(known.ledger, known.day),),
        sources=unique(known.ledger.pack.treaty.sources),
    )


def _on_leaving(known: AsOf) -> str:
    treaty = known.ledger.pack.treaty
    clause = treaty.rules.withdrawal
    return f"{capital(treaty.words.withdrawal)}s: {clause.article}. " if clause else ""


def coming(known: AsOf) -> Iterator[Scene]:
    """What comes next: effects to come of acts deposited by the day, if nothing changes."""
    effects = pending(known)
    if not effects:
        return
    rules = known.ledger.pack.treaty.rules
    (first, _), names = effects[0], [state for day, state in effects if day == effects[0][0]]
    leaving = known.standing(names[0].iso_a3) is Standing.NOTIFIED
    verb = ("leaves" if len(names) == 1 else "leave") if leaving else "will be bound"
    yield Scene(
        id="next",
        kind=SceneKind.NEXT,
        title="What comes next",
        sentence=said(
            "If nothing changes, ",
            *marked(names, {state.iso_a3: known.standing(state.iso_a3) for state in names}),
            f" {verb} in {counted((first - known.day).days, 'day', 'days')}.",
        ),
        figures=tuple(
            KeyFigure(
                counted((day - known.day).days, "day", "days"),
                f"{listed([state.name for when, state in effects if when == day])}, "
                f"{day_in_short(day)}",
            )
            for day in dict.fromkeys(day for day, _ in effects)
        ),
        notes=(
            f"{_on_leaving(known)}Entry into force: {rules.entry_into_force.article}. "
            "Only acts deposited by the day shown are counted on.",
        ),
        sources=unique(
            source
            for _, state in effects
            if (change := known.ledger.timelines[state.iso_a3].change_on(known.day))
            for source in change.event.sources
        ),
    )
