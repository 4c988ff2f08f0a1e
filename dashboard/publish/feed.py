"""The changes as a feed that others subscribe to (Atom, RFC 4287)."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from xml.etree import ElementTree as Xml

from dashboard.publish.addresses import view_address
from dashboard.publish.printable import printable
from dashboard.publish.revision import revised_on, stamp
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.record.standing import Change
from dashboard.story.citation import citation
from dashboard.story.frames import Frame, told_states
from dashboard.story.headline import plain
from dashboard.story.standings import standings
from dashboard.story.words import capital

AUTHORITY = "flankwatch.invalid,2026"
"""Whoever runs the dashboard, an entry is the same: its id names no host that is anybody's."""
PAGE = "../"
"""The page, as seen from the feed."""


def feed_file(ledger: Ledger, frames: Sequence[Frame], public_url: str) -> bytes:
    """An entry for every day with news, the latest first, up to the last day vouched for.

    Ids follow from the day alone. An entry is updated on its day, or on the later one on which an
    event behind it was corrected, at a time that follows from its words: the file changes only
    with the record, and a corrected entry is known as such. Links
    are whole addresses where ``public_url`` is set, else relative to the feed.
    """
    treaty = ledger.pack.treaty
    with_news = [frame for frame in frames if frame.news and frame.day <= treaty.verified_through]
    entries = [_entry(ledger, frame, public_url or PAGE) for frame in reversed(with_news)]
    latest = max([entry.findtext("updated", "") for entry in entries], default="")
    feed = Xml.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en"})
    _add(feed, "title", f"{treaty.words.subject}: changes")
    _add(feed, "subtitle", f"Record verified through {day_in_words(treaty.verified_through)}.")
    _add(feed, "id", _tag(treaty.id))
    _add(feed, "updated", latest or f"{treaty.adopted}T00:00:00Z")
    _add(_add(feed, "author"), "name", "Flankwatch")
    _add(
        feed, "link", rel="self", href=f"{public_url}data/feed.atom" if public_url else "feed.atom"
    )
    _add(feed, "link", rel="alternate", type="text/html", href=public_url or PAGE)
    feed.extend(entries)
    Xml.indent(feed)
    content: bytes = Xml.tostring(feed, "utf-8", xml_declaration=True)
    return content


def _entry(ledger: Ledger, frame: Frame, page: str) -> Xml.Element:
    day, headline = frame.day, plain(frame.headline(frame.day))
    title, changes = capital(plain(frame.news or ())), list(_changes(ledger, day))
    items = "".join(f"<li>{escape(_in_words(ledger, *change))}</li>" for change in changes)
    content = f"<p>{escape(headline)}</p>" + (f"<ul>{items}</ul>" if items else "")
    events = [change.event.id for _, change in changes]
    updated = stamp(revised_on(ledger.pack.treaty, events, day), [title, content])
    entry = Xml.Element("entry")
    _add(entry, "title", title)
    _add(entry, "id", _tag(f"{ledger.pack.treaty.id}/{day}"))
    _add(entry, "published", f"{day}T00:00:00Z")
    _add(entry, "updated", updated.strftime("%Y-%m-%dT%H:%M:%SZ"))
    _add(entry, "link", rel="alternate", type="text/html", href=view_address(page, day))
    _add(entry, "summary", headline)
    _add(entry, "content", content, type="html")
    return entry


def _changes(ledger: Ledger, day: date) -> Iterator[tuple[State, Change]]:
    """What changed for each of the states that headlines are about."""
    for state in told_states(ledger):
        change = ledger.timelines[state.iso_a3].change_on(day)
        if change and change.day == day:
            yield state, change


def _in_words(ledger: Ledger, state: State, change: Change) -> str:
    """The change of a state, and which source says so."""
    cited = "; ".join(
        citation(ledger.pack.sources[source], ledger.pack.states) for source in change.event.sources
    )
    return f"{state.name}: {standings(ledger.pack.treaty)[change.standing].label} ({cited})"


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, name, attributes)
    element.text = printable(text) or None
    return element


def _tag(of: str) -> str:
    return f"tag:{AUTHORITY}:{of}"
