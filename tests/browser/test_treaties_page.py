"""A site with several treaties: a reader goes from one to another, and keeps day and state."""

from collections.abc import Iterator
from functools import partial

import pytest
from browser.conftest import readers
from browser.legibility import violations
from browser.sites import Serving
from once import Once
from playwright.sync_api import Browser, expect

from dashboard.paths import SHIPPED

VIEW = "?date=2025-06-05&state=LTU"


@pytest.fixture(scope="session")
def both(serving: Serving, once: Once) -> Iterator[str]:
    """The address of a site with both treaties that ship."""
    packs = [part for pack in SHIPPED for part in ("--pack", str(pack))]
    with once.share("both", partial(serving, *packs)) as address:
        yield address


def test_from_one_treaty_to_the_other_and_back(browser: Browser, both: str) -> None:
    with readers(browser, both, plotly=True) as reader:
        page = reader(VIEW)
        other = page.profile.locator(".other-standing:visible")
        expect(other).to_have_text("Withdrew; not bound since 6 March 2025.")
        page.page.locator("#date-field").fill("2025-03-05")
        page.page.locator("#date-field").press("Enter")
        expect(other).to_contain_text("Notice of withdrawal received on 6 September 2024")
        names = page.page.locator("#treaties")
        names.locator("summary").click()
        page.page.keyboard.press("Escape")
        expect(names).not_to_have_attribute("open", "")
        expect(names.locator("summary")).to_be_focused()
        expect(page.body).to_have_attribute("data-state", "LTU")  # Escape was for the list alone.
        page.page.keyboard.press("Enter")
        assert violations(page.page) == []
        page.page.get_by_role("link", name="The Convention on Cluster Munitions").click()
        page.is_drawn().is_whole()
        page.shows("2025-03-05", "LTU")
        expect(page.profile.locator(".standing-word:visible")).to_have_text(
            "Notice given, still bound"
        )
        assert page.map_standings()["LTU"] == "notified"
        page.page.get_by_role("link", name="Ottawa Convention", exact=True).click()
        page.is_drawn()
        page.shows("2025-03-05", "LTU")


def test_on_a_phone_the_list_stays_within_the_screen(browser: Browser, both: str) -> None:
    with readers(browser, both) as reader:
        page = reader(VIEW, viewport={"width": 360, "height": 740})
        page.page.locator("#treaties summary").click()
        box = page.page.locator(".treaty-links").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert page.page.evaluate("document.documentElement.scrollWidth") == 360
        page.page.locator("#headline").click()
        expect(page.page.locator("#treaties")).not_to_have_attribute("open", "")
