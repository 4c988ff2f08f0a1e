"""Who joined and who left, year by year."""

from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.membership import Moves
from dashboard.story.trends.trend import Point, Row, Series, Trend, number, shown
from dashboard.story.wording import Wording

TITLE = "Joining and leaving, by year"

LABELS = {
    "deposited": "Consent deposited",
    "entered_into_force": "In force for a state",
    "left": "Left",
}
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Year:
    """How many states did each of these in a ``year``; on the ``last`` day the last of them did."""

    year: int
    signed: int = 0
    deposited: int = 0
    entered_into_force: int = 0
    left: int = 0
    last: date | None = None
    states: tuple[str, ...] = ()


def join_years(ledger: Ledger, until: date = date.max) -> tuple[Year, ...]:
    """Every year from the adoption to the last that is vouched for, or has a known move.

    Only moves up to the day ``until`` count.
    """
    treaty, days = ledger.pack.treaty, list(ledger.moves)
    first = min([treaty.adopted, *days[:1]]).year
    last = max([treaty.verified_through, *days[-1:]]).year
    return tuple(_year(ledger, year, until) for year in range(first, last + 1))


def _year(ledger: Ledger, year: int, until: date = date.max) -> Year:
    moves = {day: moved for day, moved in ledger.moves.items() if day.year == year and day <= until}

    def of(name: str) -> list[str]:
        return [iso for moved in moves.values() for iso in getattr(moved, name)]

    signed, deposited, bound, left = map(of, ("signed", "deposited", "bound", "left"))
    return Year(
        year=year,
        signed=len(signed),
        deposited=len(deposited),
        entered_into_force=len(bound),
        left=len(left),
        last=max(moves, default=None),
        states=tuple(dict.fromkeys([*signed, *deposited, *bound, *left])),
    )


def joins_trend(ledger: Ledger) -> Trend:
    """The trend, with a row for every year."""
    treaty, years = ledger.pack.treaty, join_years(ledger)
    return Trend(
        id="joins",
        title=TITLE,
        columns=("Year", "Signed", *LABELS.values()),
        rows=[
            Row(
                date(year.year, 1, 1),
                (year.year, year.signed, year.deposited, year.entered_into_force, year.left),
                shown(year.last),
                year.states,
            )
            for year in years
        ],
        series=[
            Series(name, label, [_point(year, name, label) for year in years])
            for name, label in LABELS.items()
        ],
        says=_sentences(ledger),
        sources=treaty.sources,
        tables=("parties", "events"),
    )


def _point(year: Year, name: str, label: str) -> Point:
    value: int = getattr(year, name)
    when, words = str(year.year), f"{label}: {value}"
    return Point(date(year.year, 1, 1), value, when, words, shown(year.last), year.states)


def _sentences(ledger: Ledger) -> list[tuple[date, str]]:
    """One for every day on which a state moves, and for every New Year."""
    adopted = ledger.pack.treaty.adopted
    years = join_years(ledger)
    starts = [date(year.year, 1, 1) for year in years]
    days = sorted({*starts, *ledger.moves, date(years[-1].year + 1, 1, 1)})
    say, moves = Wording(ledger.pack.treaty).say, ledger.moves
    deposits: dict[int, int] = {}
    exits: dict[int, int] = {}
    said = [(date.min, say(f"The {{treaty}} is of {day_in_words(adopted)}: on {{day}}, no state "
                           "has joined or left it."))]  # fmt: skip
    for day in days:
        if day < adopted:
            continue
        moved = moves.get(day, Moves())
        deposits[day.year] = deposits.get(day.year, 0) + len(moved.deposited)
        exits[day.year] = exits.get(day.year, 0) + len(moved.left)
        now = _year(ledger, day.year, day)
        text = (
            f"In {day.year}, up to {{day}}, "
            f"{number(now.deposited, 'state has', 'states have')} deposited consent, the "
            f"{{treaty}} has entered into force for {now.entered_into_force or 'none'}, and "
            f"{now.left or 'none'} "
            f"{'has' if now.left < 2 else 'have'} left."
        )
        said.append((day, say(text + _most(deposits, exits))))
    return said


def _most(deposits: dict[int, int], exits: dict[int, int]) -> str:
    """The years with the most of each so far; nothing where there were none."""
    busiest = max(deposits, key=lambda year: deposits[year])
    if not deposits[busiest]:
        return ""
    text = f" Most joined in {busiest}: {deposits[busiest]}"
    gone = max(exits, key=lambda year: exits[year])
    return f"{text}; most left in {gone}: {exits[gone]}." if exits[gone] else f"{text}."
