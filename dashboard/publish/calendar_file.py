"""The dates as a calendar that others subscribe to or import (iCalendar, RFC 5545)."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from dashboard.publish.addresses import view_address
from dashboard.publish.printable import printable
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Group, Kind
from dashboard.record.ledger import Ledger
from dashboard.story.chronicle import Happening, chronicle, tally
from dashboard.story.citation import citation

LEGAL_ROLES = frozenset(
    {"decision", "vote", "notice", "effect", "suspension", "objection", "joining"}
)
LEGAL_KINDS = frozenset(
    {
        Kind.ADOPTION,
        Kind.OPENING,
        Kind.MILESTONE,
        Kind.ENTRY_INTO_FORCE,
        Kind.CIRCULATION,
        Kind.DEADLINE,
    }
)


def calendar_file(ledger: Ledger, public_url: str) -> bytes:
    """Every legal date of the states of the page and of the treaty, past and to come.

    Each is an entry of a whole day; dates known only to the month or year have none. An entry
    has the same UID for ever, and as its stamp the last day that the record vouches for, so that
    the file changes only with the record. Entries link to ``public_url`` if there is one.
    """
    treaty = ledger.pack.treaty
    calendar = Calendar()
    calendar.add("prodid", "-//Flankwatch//Dates//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{treaty.short_title}: dates")
    calendar.add(
        "x-wr-caldesc",
        f"Record verified through {day_in_words(treaty.verified_through)}.",
    )
    for happening in legal_dates(ledger):
        calendar.add_component(_entry(ledger, happening, public_url))
    content: bytes = calendar.to_ical()
    return content


def legal_dates(ledger: Ledger) -> Sequence[Happening]:
    """What changes a state's legal position or is a step to that, on days that are known."""
    return [
        item
        for item in chronicle(ledger)
        if item.date.exact
        and (item.role in LEGAL_ROLES or item.kind in LEGAL_KINDS)
        and (item.iso_a3 is None or ledger.pack.states[item.iso_a3].group is not Group.WORLD)
    ]


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
        entry.add("url", view_address(public_url, day, item.iso_a3))
    return entry


def _description(ledger: Ledger, item: Happening) -> str:
    sources, states = ledger.pack.sources, ledger.pack.states
    cited = "; ".join(citation(sources[source], states) for source in item.sources)
    told = [item.label, item.detail, tally(item.votes), item.rule]
    return "\n".join([*filter(None, told), f"Sources: {cited}"])
