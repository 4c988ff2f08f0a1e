"""What of the record was known on a day: nothing that happened or was said after it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from dashboard.record.dates import MONTHS, PartialDate
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import Claim, Quote, Source, State
from dashboard.story.chronicle import Happening, chronicle
from dashboard.story.frames import Frame, frame_on, told_states

DAY_IN_TEXT = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<of>[12]\d{{3}}))"
    r"|(?P<iso>[12]\d{3}-\d{2}(?:-\d{2})?)|\b(?P<year>[12]\d{3})\b"
)


class AsOf:
    """The record as it stood on ``day``, both for what happened and for what was said."""

    def __init__(self, ledger: Ledger, frames: Sequence[Frame], day: date) -> None:
        self.ledger = ledger
        self.frames = frames
        self.day = day
        self.frame = frame_on(frames, day)

    @cached_property
    def happenings(self) -> Sequence[Happening]:
        """Every date of the record up to the day. One known to the month counts from its end."""
        return [item for item in chronicle(self.ledger) if item.date.last <= self.day]

    @cached_property
    def quotes(self) -> Sequence[Quote]:
        """The dated quotes that were said and reported by the day, the latest first."""
        known = [
            (quote.date.last, quote)
            for quote in self.ledger.pack.quotes
            if quote.date and quote.date.last <= self.day and self.published(quote.sources)
        ]
        return [quote for _, quote in sorted(known, key=lambda item: item[0], reverse=True)]

    def published(self, sources: Iterable[str]) -> Sequence[Source]:
        """Those of the sources (ids) that are not of a later day; of some no day is known."""
        found = (self.ledger.pack.sources[source] for source in sources)
        return [source for source in found if not source.date or source.date.last <= self.day]

    @cached_property
    def told(self) -> Sequence[State]:
        """The states that headlines and counts are about."""
        return told_states(self.ledger)

    def standing(self, iso_a3: str) -> Standing:
        """The standing of a state on the day."""
        return self.ledger.standing(iso_a3, self.day)

    def due(self, iso_a3: str) -> date | None:
        """The day on which an act deposited by now takes effect, where that is still to come."""
        change = self.ledger.timelines[iso_a3].change_on(self.day)
        return change.effect if change and change.effect and change.effect > self.day else None

    def knows(self, claim: Claim) -> bool:
        """Whether a side of a disagreement was published by the day and speaks of nothing later."""
        sources = [self.ledger.pack.sources[source] for source in claim.sources]
        published = all(source.date and source.date.last <= self.day for source in sources)
        return published and not any(
            speaks_of_later(text, self.day) for text in (claim.value, claim.record)
        )


def speaks_of_later(text: str, day: date) -> bool:
    """Whether a text names a day, month or year that begins after ``day``."""
    return any(first_day(found) > day for found in DAY_IN_TEXT.finditer(text))


def first_day(found: re.Match[str]) -> date:
    """The first day of what `DAY_IN_TEXT` found in a text."""
    if found["year"]:
        return date(int(found["year"]), 1, 1)
    if found["iso"]:
        text = found["iso"]
    else:
        text = f"{found['of']}-{MONTHS.index(found['month']) + 1:02}"
        text += f"-{int(found['day']):02}" if found["day"] else ""
    try:
        return PartialDate.parse(text).first
    except ValueError:
        return date.min  # It only looks like a day.
