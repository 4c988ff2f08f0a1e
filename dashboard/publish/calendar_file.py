"""The dates as a calendar that others subscribe to or import (iCalendar, RFC 5545)."""

from collections.abc import Sequence
from datetime import timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from dashboard.publish.addresses import view_address
from dashboard.publish.printable import printable
from dashboard.publish.revision import revised_on, stamp
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.treaty import Purpose
from dashboard.story.chronicle import Happening, tally
from dashboard.story.citation import citation
from dashboard.story.legal import legal_dates


def calendar_file(ledger: Ledger, public_url: str) -> bytes:
    """Every legal date of every state and of the treaty that is known to the day.

    Each is an entry of a whole day, past or to come; a calendar cannot hold what is known only to
    the month or year. An entry has the same UID for ever. Its stamp lies on the last day that the
    record vouches for, or on the later one on which its event was corrected, at a time that
    follows from its words; so the file changes only with the record, and a corrected entry is a
    newer one. Entries link to ``public_url`` if there is one.
    """
    treaty = ledger.pack.treaty
    calendar = Calendar()
    calendar.add("prodid", "-//Flankwatch//Dates//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", printable(f"{treaty.short_title}: dates"))
    calendar.add(
        "x-wr-caldesc",
        "Legal dates that are known to the day. Record verified through "
        f"{day_in_words(treaty.verified_through)}.",
    )
    for happening in legal_dates(ledger):
        if happening.date.exact:
            calendar.add_component(_entry(ledger, happening, public_url))
    content: bytes = calendar.to_ical()
    return content


def _entry(ledger: Ledger, item: Happening, public_url: str) -> Entry:
    treaty, day = ledger.pack.treaty, item.date.first
    names = [ledger.pack.states[iso].name for iso in item.states]
    title, description = _title(item, names), _description(ledger, item, names)
    revised = revised_on(treaty, [item.event], treaty.verified_through)
    moment = stamp(revised, [str(day), title, description, item.label, str(item.certain)])
    entry = Entry()
    entry.add("uid", f"{item.id}@{treaty.id}.flankwatch")
    entry.add("dtstamp", moment)
    entry.add("last-modified", moment)
    entry.add("sequence", (revised - treaty.adopted).days)
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", printable(title))
    entry.add("description", printable(description))
    entry.add("categories", [printable(word) for word in (item.label, *names)])
    entry.add("status", "CONFIRMED" if item.certain else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    if public_url:
        entry.add("url", view_address(public_url, day, _choosable(ledger, item.iso_a3)))
    return entry


def _choosable(ledger: Ledger, iso_a3: str | None) -> str | None:
    """The state, if it is one that can be chosen on the page."""
    return iso_a3 if iso_a3 and ledger.pack.purpose(iso_a3) is not Purpose.ELSEWHERE else None


def _title(item: Happening, names: Sequence[str]) -> str:
    """The title with the state that acted before it, where it does not name that state."""
    if item.iso_a3 and names[0] not in item.title:
        return f"{names[0]}: {item.title}"
    return item.title


def _description(ledger: Ledger, item: Happening, names: Sequence[str]) -> str:
    sources, states = ledger.pack.sources, ledger.pack.states
    cited = "; ".join(citation(sources[source], states) for source in item.sources)
    lines = [item.label, f"States: {', '.join(names)}" if names else ""]
    lines += [item.detail, tally(item.votes), item.rule]
    return "\n".join([*filter(None, lines), f"Sources: {cited}"])
