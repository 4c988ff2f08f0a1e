"""Records far longer than the shipped one: the page holds what is near, and more when asked."""

import re

import pytest
from explore_page import ExplorePage, Reader
from playwright.sync_api import Locator, expect

from dashboard.panels.elements import AROUND, PORTION

LATEST = "?date=2026-02-20"


def going_on(page: ExplorePage, name: str) -> Locator:
    return page.page.get_by_role("button", name=name).locator("visible=true")


def said(page: ExplorePage) -> Locator:
    return page.page.locator("#said [data-quote-id]")


def days(page: ExplorePage) -> list[str]:
    """The last days on which the dates that the page holds may lie, from the top."""
    found: list[str] = page.events().evaluate_all("rows => rows.map(row => row.dataset.last)")
    return found


def test_quotes_come_portion_by_portion(long_reader: Reader) -> None:
    page = long_reader(LATEST)
    expect(page.count).to_have_text("800 quotes")
    expect(said(page)).to_have_count(AROUND)
    going_on(page, "Show 250 more of 775").click()
    expect(said(page)).to_have_count(AROUND + PORTION)
    # The keyboard goes on with the first quote that came.
    expect(said(page).nth(AROUND)).to_be_focused()
    going_on(page, "Show 250 more of 525").click()
    going_on(page, "Show 250 more of 275").click()
    going_on(page, "Show 25 more of 25").click()
    expect(said(page)).to_have_count(800)
    expect(going_on(page, "more of")).to_have_count(0)


def test_quotes_that_are_not_held_are_counted_searched_and_filtered(long_reader: Reader) -> None:
    page = long_reader(LATEST)
    first = page.cards().first.get_attribute("data-quote-id")
    page.search.fill("zakharova")
    page.has_in_address(q="zakharova")
    expect(page.count).to_have_text(re.compile(r"^\d+ of 800$"))
    found = int(page.count.inner_text().split()[0])
    left = found - AROUND
    assert 0 < left < PORTION
    going_on(page, f"Show {left} more of {left}").click()
    expect(page.cards()).to_have_count(found)
    for card in page.cards().all():
        expect(card).to_contain_text("Maria Zakharova")
    expect(going_on(page, "more of")).to_have_count(0)
    page.search.fill("")
    expect(page.count).to_have_text("800 quotes")
    expect(said(page)).to_have_count(AROUND)
    assert page.cards().first.get_attribute("data-quote-id") == first


def test_quotes_follow_the_day_through_a_long_record(long_reader: Reader) -> None:
    page = long_reader(LATEST)
    for day in ("2025-06-19", "1998-01-01", "2025-12-27"):
        page.go_to(day)
        page.has_in_address(date=day)
        told = said(page).evaluate_all("cards => cards.map(card => card.dataset.last)")
        assert len(told) <= AROUND
        assert all(last <= day for last in told)
        assert told == sorted(told, reverse=True)
        later = page.page.locator("#said-later [data-quote-id]")
        coming = later.evaluate_all("cards => cards.map(card => card.dataset.last)")
        assert len(coming) <= AROUND
        assert all(last > day for last in coming)
        assert coming == sorted(coming)
        assert told or coming


@pytest.mark.parametrize("day", ["1999-06-01", "2012-05-05", "2025-06-19", "2026-02-20"])
def test_dates_are_held_around_the_day_shown(long_reader: Reader, day: str) -> None:
    page = long_reader(f"?date={day}")
    held = days(page)
    assert held == sorted(held)
    assert 0 < len(held) <= 2 * AROUND
    nearest = max(held_day for held_day in held if held_day <= day)
    # The list is scrolled to the day, as it is in a short record.
    row = page.dates.locator(f'[data-event-id][data-last="{nearest}"]').first
    expect(row).to_be_in_viewport()


def test_dates_are_held_around_the_day_after_every_choice(long_reader: Reader) -> None:
    page = long_reader("?date=2010-05-05")
    page.go_to("2012-05-05")
    page.has_in_address(date="2012-05-05")
    before = days(page)
    # One step to another day and a state, and one step back from each.
    page.dates.locator('[data-lane="FIN"] .lane-mark[data-role="vote"]').click()
    page.has_in_address(state="FIN", date="2025-06-19")
    page.headline.focus()
    page.page.keyboard.press("Escape")
    page.has_in_address(state=None)
    page.go_to("2012-05-05")
    page.has_in_address(date="2012-05-05")
    assert days(page) == before


def test_earlier_and_later_dates_are_asked_for(long_reader: Reader) -> None:
    page = long_reader("?date=2020-05-05")
    before = days(page)
    going_on(page, "earlier dates of").click()
    more = days(page)
    assert more[-len(before) :] == before
    assert len(more) == len(before) + PORTION
    expect(page.page.locator(":focus")).to_have_attribute("data-last", more[PORTION - 1])
    going_on(page, "later dates of").click()
    expect(page.page.locator(":focus")).to_be_in_viewport()
    assert days(page)[: len(more)] == more
    assert len(days(page)) == len(more) + PORTION


def test_a_long_profile_comes_portion_by_portion(long_reader: Reader) -> None:
    page = long_reader("?date=2025-06-18&state=FIN")
    page.profile.locator("summary").click()
    steps = page.profile.locator(".step-of-state")
    expect(steps).to_have_count(PORTION)
    page.profile.get_by_role("button", name="Show 250 more of").first.click()
    expect(steps).to_have_count(2 * PORTION)
    # What lies after the day shown looks so, also in what came just now.
    expect(steps.last).to_have_class("step-of-state ahead")
    marks = page.page.locator('[data-lane="FIN"] .lane-mark[data-role="vote"]')
    expect(marks).to_have_count(1)


def test_marks_of_a_search_stay_when_the_day_moves(reader: Reader) -> None:
    page = reader("?date=2026-02-20&q=mines")
    marked = """() => [...CSS.highlights.get("match")].filter(range => !range.collapsed).length"""
    number = page.page.evaluate(marked)
    assert number > 0
    page.go_to("2025-03-18")
    page.shows("2025-03-18")
    assert page.page.evaluate(marked) == number
