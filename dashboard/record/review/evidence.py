"""Doubts about what the record rests on: its sources, and how they bear what they are cited for."""

from collections.abc import Iterator

from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Confidence, SourceKind
from dashboard.record.models import Source
from dashboard.record.review.findings import Desk, Doubt, Finding, finding

DOUBTFUL_KINDS = frozenset({SourceKind.UNCONFIRMED, SourceKind.BLOG})


def unfindable(source: Source) -> bool:
    """Whether a reader has nothing to find the publication by but its publisher."""
    return not (source.date or source.title or source.url)


def weakness(source: Source) -> str:
    """Why a source should not stand alone; empty where it may."""
    if source.kind in DOUBTFUL_KINDS:
        return f"is of the kind {source.kind}"
    if source.state_media:
        return f"is a state medium ({source.state_media})"
    return "has no date, title or address" if unfindable(source) else ""


def events(desk: Desk) -> Iterator[Finding]:
    """Events of which the record is not sure, or is sure on the word of one weak source."""
    table, sources = desk.tables.events, desk.ledger.pack.sources
    for located in table.rows:
        event = located.row
        alone = sources[event.sources[0]] if len(event.sources) == 1 else None
        if event.confidence is not Confidence.HIGH:
            message = f"'{event.confidence}' (expected a source that settles it)"
            yield finding(table, located, "confidence", message, Doubt.UNSURE_EVENT)
        elif alone and (reason := weakness(alone)):
            message = f"{alone.id!r} {reason} and stands alone (expected a second source)"
            yield finding(table, located, "sources", message, Doubt.WEAK_SOURCE)


def days(desk: Desk) -> Iterator[Finding]:
    """Events and quotes cited to nothing but publications that are older: none can report them."""
    events, quotes = desk.tables.events, desk.tables.quotes
    for event in events.rows:
        if _older(desk, event.row.sources, event.row.date):
            yield finding(events, event, "sources", OLDER, Doubt.EARLY_SOURCE)
    for quote in quotes.rows:
        if quote.row.date and _older(desk, quote.row.sources, quote.row.date):
            yield finding(quotes, quote, "sources", OLDER, Doubt.EARLY_SOURCE)


OLDER = "are all older than the date of this row (expected one that can report it)"


def _older(desk: Desk, cited: tuple[str, ...], when: PartialDate) -> bool:
    published = [desk.ledger.pack.sources[name].date for name in cited]
    return all(day is not None and day.last < when.first for day in published)


def sources(desk: Desk) -> Iterator[Finding]:
    """Sources that nothing cites, that nobody could find, or that stand twice."""
    table, cited = desk.tables.sources, _cited(desk)
    first: dict[str, str] = {}
    for located in table.rows:
        source = located.row
        if source.id not in cited:
            message = f"{source.id!r} is cited by nothing (expected a row that needs it)"
            yield finding(table, located, "id", message, Doubt.UNCITED_SOURCE)
        if unfindable(source) and source.kind is not SourceKind.UNCONFIRMED:
            message = "is empty, as are date and address (expected what a reader can find it by)"
            yield finding(table, located, "title", message, Doubt.UNFINDABLE_SOURCE)
        if source.url and source.url in first:
            message = f"is that of {first[source.url]!r} too (expected one row a publication)"
            yield finding(table, located, "url", message, Doubt.SAME_ADDRESS)
        first.setdefault(source.url, source.id)


def _cited(desk: Desk) -> set[str]:
    pack = desk.ledger.pack
    cited = set(pack.treaty.sources)
    for state in pack.states.values():
        cited |= {*state.sources, *state.member_sources, *state.borders_sources}
    for event in pack.events:
        cited |= {*event.sources, *event.effect_sources}
    for rows in (pack.quotes, pack.claims, pack.borders):
        cited |= {source for row in rows for source in row.sources}
    return cited
