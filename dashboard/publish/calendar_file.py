"""The dates as a calendar that others subscribe to or import (iCalendar, RFC 5545)."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from dashboard.publish.addresses import view_address
from dashboard.publish.printable import printable
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.story.chronicle import Happening, tally
from dashboard.story.citation import citation
from dashboard.story.legal import legal_dates
from dashboard.story.words import GROUP_ORDER


def calendar_file(ledger: Ledger, public_url: str) -> bytes:
    """Every legal date of every state and of the treaty that is known to the day.

    Each is an entry of a whole day, past or to come; a calendar cannot hold what is known only to
    the month or year. An entry has the same UID for ever, and as its stamp the last day that the
    record vouches for, so that the file changes only with the record. Entries link to
    ``public_url`` if there is one.
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
    entry = Entry()
    entry.add("uid", f"{item.id}@{treaty.id}.flankwatch")
    entry.add("dtstamp", datetime.combine(treaty.verified_through, time(), UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", printable(item.title))
    entry.add("description", printable(_description(ledger, item)))
    entry.add("categories", [printable(word) for word in (item.label, *names)])
    entry.add("status", "CONFIRMED" if item.certain else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    if public_url:
        entry.add("url", view_address(public_url, day, _choosable(ledger, item.iso_a3)))
    return entry


def _choosable(ledger: Ledger, iso_a3: str | None) -> str | None:
    """The state, if it is one that can be chosen on the page."""
    return iso_a3 if iso_a3 and ledger.pack.states[iso_a3].group in GROUP_ORDER else None


def _description(ledger: Ledger, item: Happening) -> str:
    sources, states = ledger.pack.sources, ledger.pack.states
    cited = "; ".join(citation(sources[source], states) for source in item.sources)
    told = [item.label, item.detail, tally(item.votes), item.rule]
    return "\n".join([*filter(None, told), f"Sources: {cited}"])
