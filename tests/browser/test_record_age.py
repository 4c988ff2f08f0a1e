"""The page says how old the record is once nobody has checked it for long."""

import pytest
from playwright.sync_api import Browser, expect

FOOTNOTE = ".stage > .footnote"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-06-01", "Record verified through 3 March 2026. "),
        ("2026-06-02", "Record verified through 3 March 2026, 91 days ago. "),
    ],
)
def test_a_record_older_than_ninety_days_says_so(
    browser: Browser, address: str, today: str, said: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.clock.set_fixed_time(f"{today}T12:00:00Z")
    page.goto(address)
    expect(page.locator("#map")).to_have_attribute("data-drawn", "yes")
    expect(page.locator(FOOTNOTE)).to_contain_text(said)
    context.close()


@pytest.mark.parametrize("width", [390, 1440, 1920])
def test_saying_so_moves_nothing(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.clock.set_fixed_time("2027-06-02T12:00:00Z")
    page.goto(address)
    expect(page.locator(FOOTNOTE)).to_contain_text("456 days ago")
    with_age = page.locator(FOOTNOTE).bounding_box()
    page.locator("#record-age").evaluate("age => age.remove()")
    assert page.locator(FOOTNOTE).bounding_box() == with_age
    context.close()
