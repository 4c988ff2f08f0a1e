"""The words of the preview that messengers show for a shared link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.record.dates import day_in_words
from dashboard.record.treaty import Treaty
from dashboard.story.frames import Frame, frame_on
from dashboard.story.headline import plain
from dashboard.story.verified import beyond, verified


@dataclass(frozen=True)
class Card:
    """The words of a preview, as plain text; ``alt`` describes its picture."""

    day: date
    title: str
    description: str
    alt: str


def card_of(treaty: Treaty, frames: Sequence[Frame], day: date) -> Card:
    """The card of ``day``: the day in its title, the day's headline as its description.

    After the last day that the record vouches for, the description says so.
    """
    headline = plain(frame_on(frames, day).headline(day))
    words = day_in_words(day)
    return Card(
        day=day,
        title=f"{treaty.words.subject}, {words}",
        description=f"{headline} {verified(treaty, day)}" if beyond(treaty, day) else headline,
        alt=f"Map of {treaty.words.region} by standing on {words}",
    )
