"""The tags (Open Graph) from which messengers and networks make previews of shared links."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from dashboard.publish.card import Card, card_of
from dashboard.publish.picture_forms import FORMS
from dashboard.record.treaty import Treaty
from dashboard.story.frames import Frame
from dashboard.web.address import Query

SITE = "Flankwatch"


@dataclass(frozen=True)
class Sharing:
    """Makes these tags for any day.

    ``public_url`` is the address at which readers reach the dashboard, or nothing.
    """

    treaty: Treaty
    frames: Sequence[Frame]
    public_url: str

    def tags(self, query: Query, day: date | None) -> str:
        """The tags of the view in an address, as HTML; nothing of its query but its ``day``.

        Without a day that can be shown, they are those of the last day the record vouches for.
        """
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
    width, height = FORMS["wide"].size
    tags = {
        "og:site_name": SITE,
        "og:type": "website",
        "og:title": card.title,
        "og:description": card.description,
        "og:image": f"{public_url}preview/{card.day}.png",
        "og:image:type": "image/png",
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": card.alt,
    }
    if public_url and view is not None:
        tags["og:url"] = public_url + view
    lines = [_tag("property", name, content) for name, content in tags.items()]
    return "".join([*lines, _tag("name", "twitter:card", "summary_large_image")])


def _tag(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">\n'
