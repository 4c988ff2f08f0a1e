"""The calendar: every legal date, in a form that calendars accept."""

from datetime import UTC, date, timedelta

import pytest
from icalendar import Calendar
from icalendar import Event as Entry
from samples import PackCopy, day

from dashboard.publish.calendar_file import calendar_file
from dashboard.publish.takeaway import Takeaway
from dashboard.record.errors import PackError
from dashboard.record.ledger import Ledger
from dashboard.story.legal import legal_dates

PUBLIC = "https://mines.example.org/flank/"


def entries(content: bytes) -> dict[str, Entry]:
    """The entries of a calendar by their UID, each of which must be there once."""
    found = Calendar.from_ical(content).walk("VEVENT")
    by_uid = {str(entry["UID"]).removesuffix("@mine-ban.flankwatch"): entry for entry in found}
    assert len(by_uid) == len(found)
    return by_uid


@pytest.fixture(scope="module")
def told(takeaway: Takeaway) -> dict[str, Entry]:
    return entries(takeaway.file("dates.ics"))


def test_an_entry_says_what_happened_on_which_whole_day_and_who_says_so(
    told: dict[str, Entry],
) -> None:
    vote = told["fin-2025-06-19-parliament-vote"]
    assert vote["DTSTART"].dt == date(2025, 6, 19)
    assert vote["DTSTART"].params["VALUE"] == "DATE"
    assert vote["DTEND"].dt == date(2025, 6, 20)
    assert vote["SUMMARY"] == "Finland: Parliament consents to withdrawal"
    assert "157 for, 18 against, 0 abstained" in vote["DESCRIPTION"]
    assert "\nSources: " in vote["DESCRIPTION"]
    assert vote["CATEGORIES"].cats == ["Parliament, to leave", "Finland"]
    assert (vote["STATUS"], vote["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    assert "URL" not in vote


@pytest.mark.parametrize(
    ("id_", "when"),
    [
        ("treaty-1997-09-18-adoption", "1997-09-18"),
        ("treaty-1997-12-03-opening", "1997-12-03"),
        ("treaty-1998-09-16-milestone", "1998-09-16"),
        ("treaty-1999-03-01-entry-into-force", "1999-03-01"),
        ("pol-1997-12-04-signature", "1997-12-04"),
        ("fin-2012-01-09-accession", "2012-01-09"),
        ("fin-2012-01-09-accession-effect", "2012-07-01"),
        ("fin-2025-07-10-notification", "2025-07-10"),
        ("fin-2025-07-10-notification-effect", "2026-01-10"),
        ("pol-2025-08-20-notification-effect", "2026-02-20"),
        ("ukr-2025-07-18-notification", "2025-07-18"),
        ("ukr-2025-07-21-circulation", "2025-07-21"),
        ("ukr-2010-06-01-deadline", "2010-06-01"),
        ("che-2025-10-17-objection", "2025-10-17"),
    ],
)
def test_the_legal_dates_are_there(told: dict[str, Entry], id_: str, when: str) -> None:
    assert told[id_]["DTSTART"].dt == day(when)


def test_the_legal_dates_of_states_elsewhere_are_there_too(told: dict[str, Entry]) -> None:
    assert told["afg-2002-09-11-accession-effect"]["DTSTART"].dt == date(2003, 3, 1)
    assert told["jpn-1997-12-03-signature"]["CATEGORIES"].cats == ["Signature", "Japan"]
    assert told["lbn-2026-01-12-government-decision"]["DTSTART"].dt == date(2026, 1, 12)
    assert told["che-2025-10-15-government-decision"]["DTSTART"].dt == date(2025, 10, 15)


def test_the_calendar_has_every_legal_date_that_is_a_day(
    told: dict[str, Entry], ledger: Ledger
) -> None:
    legal = {item.id: item.date.exact for item in legal_dates(ledger)}
    assert set(told) == {id_ for id_, when in legal.items() if when}
    unknown = {"aut-2025-objection", "bel-2025-objection", "nor-2025-objection"}
    assert unknown < {id_ for id_, when in legal.items() if when is None}


def test_talk_unknown_days_and_other_treaties_are_not(
    told: dict[str, Entry], ledger: Ledger
) -> None:
    events = {event.id: event for event in ledger.pack.events}
    for id_ in told:
        event = events[id_.removesuffix("-effect")]
        assert event.date.exact
        assert event.kind not in ("statement", "meeting", "production")
        assert event.aim != "other_treaty"


def test_what_is_not_certain_is_tentative(told: dict[str, Entry], ledger: Ledger) -> None:
    for event in ledger.pack.events:
        if event.id in told:
            status = "CONFIRMED" if event.confidence == "high" else "TENTATIVE"
            assert told[event.id]["STATUS"] == status


def test_a_computed_date_to_come_is_there_and_says_by_which_rule(pack: PackCopy) -> None:
    pack.let_romania_leave()
    found = entries(calendar_file(Ledger(pack.read()), ""))["rou-2026-02-19-notification-effect"]
    assert found["DTSTART"].dt == date(2026, 8, 19)
    assert "computed: notified 19 February 2026, Art. 20" in found["DESCRIPTION"]


def test_the_file_changes_only_with_the_record(ledger: Ledger, told: dict[str, Entry]) -> None:
    assert calendar_file(ledger, "") == calendar_file(ledger, "")
    for entry in told.values():
        assert entry["DTSTAMP"].dt.date() == date(2026, 3, 3)
        assert entry["DTSTAMP"].dt.tzinfo == UTC or entry["DTSTAMP"].dt.utcoffset() == timedelta()
        assert entry["LAST-MODIFIED"].dt == entry["DTSTAMP"].dt


def test_every_entry_about_a_state_names_it(told: dict[str, Entry], ledger: Ledger) -> None:
    for item in legal_dates(ledger):
        if item.id in told:
            entry = told[item.id]
            names = [ledger.pack.states[iso].name for iso in item.states]
            assert all(name in entry["DESCRIPTION"] for name in names), item.id
            assert not names or names[0] in entry["SUMMARY"], item.id


VOTE = "fin-2025-06-19-parliament-vote"


@pytest.mark.parametrize(
    ("column", "corrected"),
    [
        ("title", "Parliament approves the withdrawal"),
        ("sources", "untc-xxvi-5"),
        ("votes_for", "156"),
    ],
)
def test_a_corrected_entry_has_another_stamp_and_no_other_entry_has(
    pack: PackCopy, told: dict[str, Entry], column: str, corrected: str
) -> None:
    header, *rows = pack.records("events.csv")
    for row in rows:
        if row[0] == VOTE:
            row[header.index(column)] = corrected
    pack.write_records("events.csv", [header, *rows])
    found = entries(calendar_file(Ledger(pack.read()), ""))
    moved = {uid for uid in told if found[uid]["DTSTAMP"].dt != told[uid]["DTSTAMP"].dt}
    assert moved == {VOTE}


def test_the_noted_day_of_a_correction_moves_an_entry_forward(
    pack: PackCopy, told: dict[str, Entry]
) -> None:
    pack.write("treaty.toml", f"{pack.text('treaty.toml')}\n[revised]\n{VOTE} = 2026-03-13\n")
    found = entries(calendar_file(Ledger(pack.read()), ""))
    assert found[VOTE]["DTSTAMP"].dt.date() == date(2026, 3, 13)
    assert found[VOTE]["SEQUENCE"] == told[VOTE]["SEQUENCE"] + 10
    assert all(found[uid] == told[uid] for uid in told if uid != VOTE)


def test_a_correction_of_what_is_no_event_is_refused(pack: PackCopy) -> None:
    pack.write("treaty.toml", f"{pack.text('treaty.toml')}\n[revised]\nnothing = 2026-03-13\n")
    with pytest.raises(
        PackError, match=r"revised.nothing: 'nothing' is not an event in events.csv"
    ):
        pack.read()


def test_lines_are_as_long_and_end_as_rfc_5545_wants_them(takeaway: Takeaway) -> None:
    content = takeaway.file("dates.ics")
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()  # No letter is torn apart by the folding.


def test_entries_link_to_their_view_where_the_address_is_known(ledger: Ledger) -> None:
    linked = entries(calendar_file(ledger, PUBLIC))
    notice = linked["fin-2025-07-10-notification"]
    assert notice["URL"] == f"{PUBLIC}?date=2025-07-10&state=FIN"
    assert linked["treaty-1997-09-18-adoption"]["URL"] == f"{PUBLIC}?date=1997-09-18"
    # Japan is no state that the page lets a reader choose.
    assert linked["jpn-1997-12-03-signature"]["URL"] == f"{PUBLIC}?date=1997-12-03"


def test_a_calendar_says_how_far_it_reaches(takeaway: Takeaway) -> None:
    calendar = Calendar.from_ical(takeaway.file("dates.ics"))
    assert calendar["VERSION"] == "2.0"
    assert calendar["X-WR-CALNAME"] == "Ottawa Convention: dates"
    assert calendar["X-WR-CALDESC"] == (
        "Legal dates that are known to the day. Record verified through 3 March 2026."
    )
