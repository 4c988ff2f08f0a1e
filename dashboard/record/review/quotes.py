"""Doubts about quotes: their day, their language, their speaker, and words that stand twice."""

import re
from collections.abc import Iterator

from dashboard.record.models import Quote
from dashboard.record.review.findings import Desk, Doubt, Finding, finding

READERS = "en"
"""The language of the dashboard."""


def rows(desk: Desk) -> Iterator[Finding]:
    """Quotes without a day, and quotes that no state and no organisation answers for."""
    table = desk.tables.quotes
    for located in table.rows:
        quote = located.row
        if quote.date is None or quote.date.exact is None:
            found = f"'{quote.date}' is not a day" if quote.date else "is empty"
            message = f"{found} (expected the day on which the words were said)"
            yield finding(table, located, "date", message, Doubt.INEXACT_QUOTE)
        if not (quote.iso_a3 or quote.organisation):
            message = "is empty (expected whom the speaker spoke for: states or an organisation)"
            yield finding(table, located, "organisation", message, Doubt.STATELESS_QUOTE)


def languages(desk: Desk) -> Iterator[Finding]:
    """Words that readers cannot read, and translations that pass for the speaker's own words.

    Whether English words were said in English shows only where the original is on record too:
    the same speaker, the same day, another language.
    """
    table = desk.tables.quotes
    spoken = {(row.row.language == READERS, *_occasion(row.row)) for row in table.rows}
    for located in table.rows:
        quote = located.row
        if quote.language != READERS and (True, *_occasion(quote)) not in spoken:
            message = f"'{quote.language}' (expected an English quote of that day beside it)"
            yield finding(table, located, "language", message, Doubt.FOREIGN_QUOTE)
        original = (False, *_occasion(quote)) in spoken
        if quote.language == READERS and original and not quote.translation:
            message = "is empty, while the original is on record (expected who translated)"
            yield finding(table, located, "translation", message, Doubt.UNNAMED_TRANSLATION)


def _occasion(quote: Quote) -> tuple[str, str]:
    return quote.speaker, str(quote.date)


def words(desk: Desk) -> Iterator[Finding]:
    """Quotes of the same words, whatever their case and punctuation, that say no topic for it."""
    table = desk.tables.quotes
    first: dict[str, str] = {}
    for located in table.rows:
        quote = located.row
        said = " ".join(re.findall(r"\w+", quote.quote.casefold()))
        if said in first and not quote.disagreement:
            message = (
                f"are the words of {first[said]!r} (expected one row with both sources, or the "
                "topic in disagreement)"
            )
            yield finding(table, located, "quote", message, Doubt.SAME_WORDS)
        first.setdefault(said, quote.id)
