"""Statements for and against, by month: the quotes of the record by their stance."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Stance
from dashboard.record.ledger import Ledger
from dashboard.record.models import Quote
from dashboard.story.trends.trend import Point, Row, Series, Trend, in_order, shown
from dashboard.story.words import STANCE, counted

TITLE = "Statements for and against, by month"

DRAWN = (Stance.SUPPORTS, Stance.OPPOSES)
"""The stances of the chart; the others are in the table."""
NO_DAY = "Day not known"


@dataclass(frozen=True)
class Month:
    """How many quotes of known days there are of each stance in a ``month``.

    ``last`` is the last day of one of them; ``states`` are those for which they were said.
    """

    month: PartialDate
    counts: Mapping[Stance, int]
    last: date
    states: tuple[str, ...]


def statement_months(ledger: Ledger) -> tuple[Month, ...]:
    """Every month in which a quote was said on a known day."""
    quotes = _dated(ledger)
    months = dict.fromkeys((day.year, day.month) for day, _ in quotes)
    return tuple(_month(PartialDate(*month), quotes) for month in months)


def undated(ledger: Ledger) -> tuple[Quote, ...]:
    """The quotes of which no day is known, or only the month or the year."""
    return tuple(
        quote for quote in ledger.pack.quotes if quote.date is None or quote.date.exact is None
    )


def _dated(ledger: Ledger) -> list[tuple[date, Quote]]:
    found = [
        (day, quote)
        for quote in ledger.pack.quotes
        if quote.date is not None and (day := quote.date.exact) is not None
    ]
    return sorted(found, key=lambda said: (said[0], said[1].id))


def _month(month: PartialDate, quotes: Sequence[tuple[date, Quote]]) -> Month:
    own = [(day, quote) for day, quote in quotes if month.first <= day <= month.last]
    return Month(
        month,
        Counter(quote.stance for _, quote in own),
        own[-1][0],
        in_order(quote.iso_a3 for _, quote in own),
    )


def statements_trend(ledger: Ledger) -> Trend:
    """The trend, with a row for every month with a quote, and one for those without a day."""
    months, without = statement_months(ledger), undated(ledger)
    apart = Counter(quote.stance for quote in without)
    rows = [
        Row(
            month.month.first,
            (month.month.words, *(month.counts[stance] for stance in Stance)),
            shown(month.last),
            month.states,
        )
        for month in months
    ]
    if without:
        states = in_order(quote.iso_a3 for quote in without)
        rows.append(Row(None, (NO_DAY, *(apart[stance] for stance in Stance)), None, states))
    return Trend(
        id="statements",
        title=TITLE,
        columns=("Month", *(STANCE[stance] for stance in Stance)),
        rows=rows,
        series=[
            Series(stance, STANCE[stance], [_point(month, stance) for month in months])
            for stance in DRAWN
        ],
        says=_sentences(ledger),
        sources=in_order(quote.sources for quote in ledger.pack.quotes),
        tables=("quotes",),
        empty="No quote is on record.",
        note=_note(without, apart),
    )


def _note(without: Sequence[Quote], apart: Mapping[Stance, int]) -> str:
    """What is said of the quotes that are in no month."""
    for_and_against = "For and against what each quote is about."
    if not without:
        return for_and_against
    return (
        f"{for_and_against} Apart, since no day is known: "
        f"{counted(len(without), 'quote', 'quotes')} ({_stances(apart)})."
    )


def _stances(counts: Mapping[Stance, int]) -> str:
    return ", ".join(
        f"{STANCE[stance].lower()} {counts[stance]}" for stance in Stance if counts[stance]
    )


def _point(month: Month, stance: Stance) -> Point:
    when, words = month.month.words, _stances(month.counts)
    value, leads = month.counts[stance], shown(month.last)
    return Point(month.month.first, value, when, words, leads, month.states)


def _sentences(ledger: Ledger) -> list[tuple[date, str]]:
    said = {date.min: "Up to {day}, no quote of a known day is on record."}
    counts: Counter[Stance] = Counter()
    by_month: Counter[tuple[int, int]] = Counter()
    for day, quote in _dated(ledger):
        counts[quote.stance] += 1
        by_month[day.year, day.month] += 1
        busiest = max(by_month, key=lambda month: by_month[month])
        said[day] = (
            f"Up to {{day}}, {counted(counts.total(), 'quote', 'quotes')} of a known day "
            f"{'is' if counts.total() == 1 else 'are'} on record ({_stances(counts)}). Most in a "
            f"month: {by_month[busiest]}, in {PartialDate(*busiest).words}."
        )
    return list(said.items())
