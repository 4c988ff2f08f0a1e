"""The map of the world: how readers come to it, choose on it, and go back."""

from collections.abc import Iterator

import pytest
from browser.cut_line import without
from browser.legibility import violations
from explore_page import Reader
from playwright.sync_api import Browser, Page, expect

WORLD = "?date=2025-12-27&extent=world"
LISTED = 177
"""States of the shipped record; 56 are those of the page."""
DRAWN = """() => Object.fromEntries(
  [...document.querySelectorAll("#world-graph path[data-iso]")]
    .map(({ dataset }) => [dataset.iso, dataset.standing]))"""
ROTATION = "document.getElementById('world-graph').layout.geo.projection.rotation"
TURNED, TURNED_UP = f"{ROTATION}.lon", f"{ROTATION}.lat"


def is_there(page: Page) -> None:
    expect(page.locator("#map")).to_have_attribute("data-layer", "world")


def option(page: Page, iso: str) -> str | None:
    return page.locator(f"#state-list [data-iso={iso}]").get_attribute("data-standing")


def test_a_reader_goes_round_the_world_and_comes_back(reader: Reader) -> None:
    explore = reader("?date=2025-12-27")
    page = explore.page
    page.keyboard.press("w")
    is_there(page)
    explore.has_in_address(extent="world")
    expect(page.locator("#state-list [role=option]")).to_have_count(LISTED)
    on_map = page.evaluate(DRAWN)
    assert (on_map["BRA"], on_map["EST"], on_map["TUV"]) == ("party", "withdrawn", "party")
    assert explore.standings().items() >= {(iso, on_map[iso]) for iso in ("BRA", "EST", "USA")}
    page.locator("#world-graph path[data-iso=BRA]").click()
    explore.shows("2025-12-27", "BRA")
    expect(explore.profile.locator(".state-title")).to_have_text("Brazil")
    expect(page.locator("#dates-empty")).to_contain_text("stand in their profiles")
    expect(page.locator("#compare-with")).to_be_hidden()
    page.locator("#date-field").fill("1999-03-01")
    page.locator("#date-field").press("Enter")
    expect(page.locator("#world-graph path[data-iso=BRA]")).to_have_attribute(
        "data-standing", "signatory"
    )
    assert option(page, "BRA") == "signatory"
    assert violations(page) == []
    page.locator("[data-choose-extent=globe]").click()
    explore.has_in_address(extent="globe", state="BRA")
    expect(page.locator("[data-turn=east]")).to_be_visible()
    page.wait_for_function(f"() => {TURNED_UP} < 0")
    before = page.evaluate(TURNED)
    page.locator("[data-turn=east]").click()
    page.wait_for_function(f"() => Math.round({TURNED} - {before}) === 45")
    explore.go_to("1999-10-01")  # While only the day moves, it stays as the reader turned it.
    assert round(page.evaluate(TURNED) - before) == 45
    page.locator("[data-choose-extent='']").click()
    explore.has_in_address(extent=None, state=None)  # Brazil is not on the map of the region.
    expect(page.locator("#map")).to_have_attribute("data-layer", "svg")
    expect(page.locator("#state-list [role=option]")).to_have_count(56)
    page.go_back()
    is_there(page)
    explore.has_in_address(extent="globe", state="BRA")


def test_the_keyboard_reaches_every_state_and_small_ones_are_dots(reader: Reader) -> None:
    explore = reader(f"{WORLD}&state=TUV", color_scheme="dark")
    page = explore.page
    is_there(page)
    dot = page.locator("#world-graph path[data-dot][data-iso=TUV]")
    expect(dot).to_have_attribute("data-chosen", "true")
    assert page.locator("#world-graph .chosen-outline").get_attribute("d")
    page.keyboard.press("s")
    page.keyboard.press("End")
    last = page.locator("#state-list [role=option]").last
    expect(last).to_be_focused()
    page.keyboard.type("naur")
    expect(page.locator("#state-list [data-iso=NRU]")).to_be_focused()
    page.keyboard.press("Enter")
    explore.shows("2025-12-27", "NRU")
    assert violations(page) == []


def test_a_state_elsewhere_in_the_address_is_shown_on_the_world(reader: Reader) -> None:
    explore = reader("?date=2025-12-27&state=BRA")
    is_there(explore.page)
    explore.has_in_address(extent="world", state="BRA")
    other = reader("?extent=moon")
    expect(other.notice).to_contain_text("names the extent “moon” of the map")


@pytest.fixture
def cut(browser: Browser, address: str) -> Iterator[Page]:
    with without(browser, r"/geodata/world\.json", f"{address}?date=2025-12-27") as page:
        yield page


def test_where_the_world_does_not_come_the_region_stays_and_it_can_be_tried_again(
    cut: Page,
) -> None:
    expect(cut.locator("#map")).to_have_attribute("data-drawn", "yes")
    cut.keyboard.press("w")
    note = cut.locator("#world-note")
    expect(note).to_contain_text("could not be loaded")
    expect(cut.locator("#map")).not_to_have_attribute("data-layer", "world")
    cut.unroute_all()
    note.get_by_role("button", name="Try again").click()
    is_there(cut)
    expect(note).to_be_hidden()
