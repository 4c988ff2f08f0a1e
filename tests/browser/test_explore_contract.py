"""What embedders, scripts and tests rely on, and that the page says what the record says."""

from datetime import date

import pytest
from explore_page import Reader
from playwright.sync_api import expect

from dashboard.record.ledger import Ledger
from dashboard.record.treaty import Purpose

pytestmark = pytest.mark.plotly

IDS = (
    "headline",
    "map",
    "time-bar",
    "date-slider",
    "dates-panel",
    "quotes-panel",
    "state-panel",
    "state-list",
    "legend",
)
TELLING_DAYS = (
    "2025-06-25",
    "2025-06-28",
    "2025-09-01",
    "2025-12-27",
    "2026-01-10",
    "2026-02-20",
    "1998-07-01",
    "2004-06-15",
    "2006-05-31",
    "2013-06-01",
)


def test_the_contract_of_ids_and_attributes_is_kept(reader: Reader, ledger: Ledger) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    for name in IDS:
        expect(page.page.locator(f"#{name}")).to_have_count(1)
    page.shows("2025-12-27", "FIN")
    quotes = page.page.locator("[data-quote-id]").evaluate_all(
        "cards => cards.map(card => [card.dataset.quoteId, card.dataset.state])"
    )
    assert dict(quotes) == {quote.id: " ".join(quote.iso_a3) for quote in ledger.pack.quotes}
    events = page.page.locator("[data-event-id]").evaluate_all(
        "entries => entries.map(entry => [entry.dataset.eventId, entry.dataset.date])"
    )
    recorded = {
        event.id: str(event.date)
        for event in ledger.pack.events
        if not event.iso_a3 or ledger.pack.purpose(event.iso_a3) is not Purpose.ELSEWHERE
    }
    assert dict(events).items() >= recorded.items()


def test_all_states_stand_where_the_record_says(reader: Reader, ledger: Ledger) -> None:
    shown = [state.iso_a3 for state in ledger.pack.states_for(Purpose.TOLD)]
    page = reader()
    for day in TELLING_DAYS:
        page.go_to(day)
        page.shows(day)
        recorded = {
            iso: str(standing)
            for iso, standing in ledger.standings(date.fromisoformat(day)).items()
            if ledger.pack.purpose(iso) is not Purpose.ELSEWHERE
        }
        assert len(recorded) == 56
        assert page.standings() == recorded, day
        drawn = page.map_standings()
        assert drawn.items() <= recorded.items(), day
        assert drawn.keys() >= set(shown), day
        told = [recorded[iso] for iso in shown]
        counts = page.page.locator("#legend li[data-standing]").evaluate_all(
            """rows => rows.map(row => [
              row.dataset.standing, Number(row.querySelector(".legend-count").textContent)])"""
        )
        assert dict(counts) == {standing: told.count(standing) for standing, _ in counts}, day


def test_without_a_day_the_page_shows_the_last_verified_one(reader: Reader, ledger: Ledger) -> None:
    page = reader()
    page.shows(ledger.pack.treaty.verified_through.isoformat())
    expect(page.page.locator("#beyond")).to_be_hidden()
    page.go_to("2026-03-01")
    expect(page.page.locator("#beyond")).to_contain_text("that does not mean that none happened")


def test_finland_has_fourteen_days_to_go(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    expect(page.profile).to_have_count(1)
    expect(page.profile.get_by_role("heading", name="Finland")).to_be_visible()
    expect(page.profile).to_contain_text("Notice given, still bound")
    expect(page.profile.locator(".days-left:visible")).to_have_text("14 days left")
    expect(page.profile).to_contain_text("Notified 10 July 2025")
    expect(page.profile).to_contain_text("Out 10 January 2026")
    expect(page.name_on_map("Finland")).to_have_text("Finlandout in 14 days")
    expect(page.path("FIN")).to_have_attribute("data-chosen", "true")
    assert page.told() == (
        "On 27 December 2025, Estonia, Latvia and Lithuania left the convention; "
        "Finland and Poland are counting down."
    )
    expect(page.in_headline("Finland")).to_have_attribute("data-standing", "notified")
    expect(page.in_headline("Latvia")).to_have_attribute("data-standing", "withdrawn")
    page.go_to("2026-01-09")
    expect(page.profile.locator(".days-left:visible")).to_have_text("1 day left")
    page.go_to("2026-01-10")
    expect(page.profile.locator(".standing-word:visible")).to_have_text("Withdrawn")
    expect(page.profile.locator(".days-left:visible")).to_have_count(0)


def test_readers_in_every_time_zone_see_the_same_day(reader: Reader) -> None:
    told = set()
    for zone in ("Europe/Moscow", "America/Los_Angeles"):
        page = reader("?date=2025-12-27&state=FIN", timezone_id=zone)
        page.shows("2025-12-27", "FIN")
        expect(page.day_tag).to_have_text("27 Dec 2025")
        expect(page.slider).to_have_attribute("aria-valuetext", "27 December 2025")
        expect(page.profile.locator(".days-left:visible")).to_have_text("14 days left")
        page.slider.press("ArrowRight")
        page.shows("2025-12-28", "FIN")
        told.add((page.told(), str(page.standings())))
    assert len(told) == 1
