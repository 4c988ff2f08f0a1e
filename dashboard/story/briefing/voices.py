"""The scenes of who argues what: quotes in whole, attributed in full, as many for as against."""

from collections.abc import Iterator, Sequence

from dashboard.record.kinds import Stance
from dashboard.record.models import Quote
from dashboard.story.briefing.as_of import AsOf
from dashboard.story.briefing.scene import Scene, SceneKind, SceneQuote, said, unique
from dashboard.story.citation import citation
from dashboard.story.standings import EXITS
from dashboard.story.words import LANGUAGES

LEAST, LARGE, LONGEST = 80, 220, 320
"""Letters that a quote has at least, up to which it is shown large, and at most."""
MOST_WORDS = 70
"""Of a scene of quotes, attribution included."""
MOST = 2


def scene_quote(known: AsOf, quote: Quote) -> SceneQuote:
    """A quote with its speaker, its day, and who reports it; state media are named as such."""
    pack = known.ledger.pack
    named = quote.organisation in quote.role or quote.organisation == quote.speaker
    organisation = "" if named else quote.organisation
    language = (
        "" if quote.language == "en" else f"in {LANGUAGES.get(quote.language, quote.language)}"
    )
    return SceneQuote(
        id=quote.id,
        words=quote.quote,
        speaker=quote.speaker,
        position=", ".join(part for part in (quote.role, organisation) if part),
        when=quote.date.words if quote.date else "",
        where="; ".join(citation(source, pack.states) for source in known.published(quote.sources)),
        language=quote.language,
        translation="; ".join(part for part in (language, quote.translation) if part),
    )


def stands_alone(quote: Quote) -> bool:
    """Whether it can be shown by itself: in English, original or translated, no mere phrase."""
    return quote.language == "en" and LEAST <= len(quote.quote) <= LONGEST


def voices(known: AsOf) -> Iterator[Scene]:
    """Who argues for leaving, who against, and what those beyond the border say of it."""
    usable = [quote for quote in known.quotes if stands_alone(quote)]
    far_side = known.ledger.pack.treaty.border_states
    beyond = [quote for quote in usable if set(quote.iso_a3) & set(far_side)]
    others = [quote for quote in usable if quote not in beyond]
    sides = [
        _one_a_speaker([quote for quote in others if quote.stance is stance])
        for stance in (Stance.SUPPORTS, Stance.OPPOSES)
    ]
    number = min([MOST, *(_fitting(known, side) for side in sides)])
    if number:
        for kind, title, side in zip(
            (SceneKind.FOR, SceneKind.AGAINST),
            ("Who argues for leaving", "Who argues against leaving"),
            sides,
            strict=True,
        ):
            yield _scene(known, kind, kind.value, title, _chosen(known, side, number))
    for iso in far_side:
        if said_there := _one_a_speaker([quote for quote in beyond if iso in quote.iso_a3]):
            name = known.ledger.pack.states[iso].name
            if most := _fitting(known, said_there):
                quotes = _chosen(known, said_there, most)
                title = f"What {name} says"
                yield _scene(known, SceneKind.OUTSIDER, name.casefold(), title, quotes)


def said_by_states(known: AsOf) -> Iterator[Scene]:
    """For each state on its way out, what its own people say of it."""
    for state in known.told:
        if known.standing(state.iso_a3) in EXITS:
            own = [q for q in known.quotes if stands_alone(q) and state.iso_a3 in q.iso_a3]
            if most := _fitting(known, own):
                quotes = _chosen(known, own, most)
                name, title = f"said-{state.iso_a3}", f"What {state.name} says"
                yield _scene(known, SceneKind.SAID, name, title, quotes, (state.iso_a3,))


def _one_a_speaker(quotes: Sequence[Quote]) -> Sequence[Quote]:
    """The latest quote of each speaker, the latest first."""
    latest: dict[str, Quote] = {}
    for quote in quotes:
        latest.setdefault(quote.organisation or quote.speaker, quote)
    return list(latest.values())


def _words(known: AsOf, quotes: Sequence[Quote]) -> int:
    shown = [scene_quote(known, quote) for quote in quotes]
    return len(" ".join(f"{quote.words} {quote.attribution}" for quote in shown).split())


def _chosen(known: AsOf, quotes: Sequence[Quote], number: int) -> Sequence[Quote]:
    """The latest ``number`` quotes that fit on one scene together; shorter ones where needed."""
    for first in quotes:
        if number == 1 and _words(known, [first]) <= MOST_WORDS - HEADING:
            return [first]
        for other in quotes[quotes.index(first) + 1 :]:
            if number > 1 and _words(known, [first, other]) <= MOST_WORDS - HEADING:
                return [first, other]
    return []


HEADING = 6
"""Words that the scene's own sentence may have."""


def _fitting(known: AsOf, quotes: Sequence[Quote]) -> int:
    return next((number for number in range(MOST, 0, -1) if _chosen(known, quotes, number)), 0)


def _scene(
    known: AsOf,
    kind: SceneKind,
    name: str,
    title: str,
    quotes: Sequence[Quote],
    about: tuple[str, ...] = (),
) -> Scene:
    shown = tuple(scene_quote(known, quote) for quote in quotes)
    return Scene(
        id=name,
        kind=kind,
        about=about,
        title=title,
        sentence=said(f"{title}."),
        quotes=shown,
        notes=tuple(f"{quote.speaker}: {quote.credit}." for quote in shown),
        sources=unique(source for quote in quotes for source in quote.sources),
    )
