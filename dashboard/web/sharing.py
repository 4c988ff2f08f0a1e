"""What the head of the page tells those who show previews of shared links (Open Graph)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TypeAlias

from dashboard.panels.phrases import BLANKS, ENDS
from dashboard.publish.card import Card, card_of
from dashboard.publish.preview import HEIGHT, WIDTH
from dashboard.record.dates import FIRST_DAY, PartialDate
from dashboard.record.models import Treaty
from dashboard.story.frames import Frame

SITE = "Flankwatch"

Query: TypeAlias = Sequence[tuple[str, str]]
"""What stands behind the question mark of an address: names and values, in their order."""


@dataclass(frozen=True)
class Sharing:
    """What previews of shared links show, for any day from 1997 to ``last``.

    ``public_url`` is the address at which readers reach the dashboard, or nothing.
    """

    treaty: Treaty
    frames: Sequence[Frame]
    last: date
    public_url: str

    def day(self, text: str) -> date | None:
        """The day that a text names as YYYY-MM-DD; None if it is none, or cannot be shown."""
        try:
            day = PartialDate.parse(text).exact
        except ValueError:
            return None
        return day if day and FIRST_DAY <= day <= self.last else None

    def asked(self, query: Query) -> tuple[date | None, bool]:
        """The day that an address asks for, and whether it names one that cannot be shown.

        It is read as ``assets/given.js`` reads it: names in any case, the first value of a name,
        without what a sentence around the address has left on it.
        """
        given = next((value for name, value in query if name.lower() == "date"), None)
        if given is None:
            return None, False
        day = self.day(given.lstrip(BLANKS).rstrip(BLANKS + ENDS))
        return day, day is None

    def tags(self, query: Query) -> str:
        """The tags of the view in an address, as HTML; nothing of its query but its day.

        Without a day that can be shown, they are those of the last day the record vouches for.
        """
        day, _ = self.asked(query)
        card = card_of(self.treaty, self.frames, day or self.treaty.verified_through)
        # Networks send readers to og:url, not to the address that was shared: it must not lose
        # the state or the search of a view, nor may it repeat what somebody wrote into them.
        if not query:
            return _tags(card, self.public_url, "")
        whole = day and {name.lower() for name, _ in query} == {"date"}
        return _tags(card, self.public_url, f"?date={day}" if whole else None)


def _tags(card: Card, public_url: str, view: str | None) -> str:
    """The tags of a card; ``view`` is the address to go to, below ``public_url``.

    Where no public address is set, that of the picture is relative, which some who show previews
    follow and others do not. The request's Host is no way out: whoever asks chooses it, caches in
    between may hand the answer to others, and behind a proxy it says neither scheme nor host.
    """
    tags = {
        "og:site_name": SITE,
        "og:type": "website",
        "og:title": card.title,
        "og:description": card.description,
        "og:image": f"{public_url}preview/{card.day}.png",
        "og:image:type": "image/png",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
        "og:image:alt": card.alt,
    }
    if public_url and view is not None:
        tags["og:url"] = public_url + view
    lines = [_tag("property", name, content) for name, content in tags.items()]
    return "".join([*lines, _tag("name", "twitter:card", "summary_large_image")])


def _tag(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">\n'
