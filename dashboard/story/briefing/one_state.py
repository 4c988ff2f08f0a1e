"""The scenes about one state: its way out, or its contested suspension."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.record.dates import day_in_short, day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.models import State
from dashboard.story.borderland import shared_borders
from dashboard.story.briefing.as_of import AsOf
from dashboard.story.briefing.maps import map_on, standing_sentence
from dashboard.story.briefing.scene import KeyFigure, Scene, SceneKind, SceneQuote, said, unique
from dashboard.story.briefing.voices import scene_quote, stands_alone
from dashboard.story.chronicle import Happening, tally
from dashboard.story.headline import Segment, Sentence
from dashboard.story.standings import EXITS, STANDINGS
from dashboard.story.wording import Wording
from dashboard.story.words import counted, listed

ON_THE_WAY = [standing for standing in EXITS if not STANDINGS[standing].disputed]
MOST_WORDS = 55
MOST_LETTERS = 170
"""Of a quote and who said it, below the figures of a state, in letters that are read from afar."""
NO_CLAUSE = "The {treaty} has no clause for it."


def exits(known: AsOf) -> Iterator[Scene]:
    """A scene for each state that left or is leaving."""
    for state in known.told:
        if known.standing(state.iso_a3) in ON_THE_WAY:
            yield _exit(known, state)


def _exit(known: AsOf, state: State) -> Scene:
    iso = state.iso_a3
    own = [item for item in known.happenings if item.iso_a3 == iso]
    change = known.ledger.timelines[iso].change_on(known.day)
    scene = Scene(
        id=iso,
        kind=SceneKind.EXIT,
        about=(iso,),
        title=state.name,
        sentence=_finding(known, state),
        figures=tuple(_figures(known, state, own)),
        map=map_on(known, known.day, [iso]),
        notes=(
            f"{state.name}: {standing_sentence(known, iso)}",
            *(f"{item.date.words}: {item.title}." for item in own if item.role in NOTED),
        ),
        sources=unique(
            [
                *(change.event.sources if change else ()),
                *(source for item in own if item.role in NOTED for source in item.sources),
            ]
        ),
    )
    shorter = replace(scene, figures=tuple(_figures(known, state, own, in_few_words=True)))
    quote = _quote(known, iso, MOST_WORDS - shorter.words)
    if quote is None:
        return scene
    words, sources = quote
    return replace(
        shorter,
        quotes=(words,),
        notes=(*scene.notes, f"{words.speaker}: {words.credit}."),
        sources=unique([*scene.sources, *sources]),
    )


NOTED = ("vote", "notice", "effect", "suspension")
"""The roles of dates that the notes of a state tell."""


def _finding(known: AsOf, state: State) -> Sentence:
    standing = known.standing(state.iso_a3)
    name = Segment(state.name, state.iso_a3, standing)
    change = known.ledger.timelines[state.iso_a3].change_on(known.day)
    since = day_in_words(change.day) if change else ""
    due = known.due(state.iso_a3)
    if standing is Standing.WITHDRAWN:
        return said(name, f" is out since {since}.")
    if standing is Standing.NOTIFIED and due:
        left = counted((due - known.day).days, "day", "days")
        return said(name, f" leaves in {left}, on {day_in_words(due)}.")
    if standing is Standing.NOTIFIED:
        return said(name, f" gave notice on {since}; the day of effect is open.")
    return said(name, f" is moving to leave since {since}; no notice is deposited.")


def _figures(
    known: AsOf, state: State, own: Sequence[Happening], in_few_words: bool = False
) -> Iterator[KeyFigure]:
    """Votes, notice and border. Beside a quote each has a line only; the notes say the rest."""
    votes = [item for item in own if item.role == "vote" and tally(item.votes)]
    if votes:
        for_, against, _ = votes[-1].votes
        value = tally(votes[-1].votes) if None in (for_, against) else f"{for_}–{against}"
        when = "" if in_few_words else f", {votes[-1].date.words}"
        yield KeyFigure(value, f"in parliament{when}")
    notices = [item for item in own if item.role == "notice"]
    if notices and notices[-1].date.exact:
        yield KeyFigure(day_in_short(notices[-1].date.exact), "notice")
    km = sum(km for near, _, km in shared_borders(known.ledger) if near.iso_a3 == state.iso_a3)
    if km:
        names = {far.name for near, far, _ in shared_borders(known.ledger) if near == state}
        neighbours = listed(sorted(names, reverse=True))
        yield KeyFigure(f"{km:,} km", "of border" if in_few_words else f"border with {neighbours}")


def _quote(known: AsOf, iso_a3: str, room: int) -> tuple[SceneQuote, tuple[str, ...]] | None:
    """The latest quote of the state that has room, with its sources."""
    for quote in known.quotes:
        if iso_a3 in quote.iso_a3 and stands_alone(quote):
            shown = scene_quote(known, quote)
            told = f"{shown.words} {shown.attribution}"
            if len(told.split()) <= room and len(told) <= MOST_LETTERS:
                return shown, quote.sources
    return None


def suspensions(known: AsOf) -> Iterator[Scene]:
    """A scene for each state that declares the treaty suspended: what it told, and who objects."""
    for state in known.told:
        if known.standing(state.iso_a3) is Standing.SUSPENSION:
            yield _suspension(known, state)


def _suspension(known: AsOf, state: State) -> Scene:
    iso = state.iso_a3
    treaty = known.ledger.pack.treaty
    own = [item for item in known.happenings if iso in item.states and item.role in CONTESTED]
    told = next(item for item in own if item.role == "suspension")
    objections = [item for item in own if item.role == "objection" and item.about == iso]
    withdrawal = treaty.rules.withdrawal
    say = Wording(treaty).say
    clause = withdrawal and say(
        f"{withdrawal.article}: a {{withdrawal}} does not take effect while the state is in an "
        "armed conflict."
    )
    return Scene(
        id=iso,
        kind=SceneKind.SUSPENSION,
        about=(iso,),
        title=state.name,
        sentence=said(
            Segment(state.name, iso, Standing.SUSPENSION),
            say(f" told the depositary on {told.date.words} that it suspends the {{treaty}}."),
        ),
        lines=(
            say(NO_CLAUSE),
            *([_objected(known, objections)] if objections else []),
            *([clause] if clause and treaty.arithmetic.armed_conflict_clause else []),
        ),
        map=map_on(known, known.day, [iso]),
        notes=tuple(f"{item.date.words}: {item.title}." for item in own),
        sources=unique(source for item in own for source in item.sources),
    )


CONTESTED = ("decision", "vote", "suspension", "objection")


def _objected(known: AsOf, objections: Sequence[Happening]) -> str:
    """``Objected: A (17 October 2025); B and C (2025).``"""
    by_day: dict[str, list[str]] = {}
    for item in objections:
        if item.iso_a3:
            name = known.ledger.pack.states[item.iso_a3].name
            by_day.setdefault(item.date.words, []).append(name)
    said_ = "; ".join(f"{listed(names)} ({day})" for day, names in by_day.items())
    return f"Objected: {said_}."
