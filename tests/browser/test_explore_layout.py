"""At every size and in both themes the page can be read, pressed and judged by the axe rules."""

import re
from typing import Any

import pytest
from explore_page import DESKTOP, ExplorePage, Reader
from legibility import names_on_names, small_targets, unreadable, violations_in_both_themes
from playwright.sync_api import expect

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
}
SCREENS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": DESKTOP},
    "desk at 200 %": {"viewport": {"width": 720, "height": 450}, "device_scale_factor": 2},
    "wall": {"viewport": {"width": 1920, "height": 1080}},
    "large wall": {"viewport": {"width": 3840, "height": 2160}},
    "tablet": {"viewport": {"width": 768, "height": 1024}, "is_mobile": True, "has_touch": True},
    "phone": PHONE,
    "small phone": PHONE | {"viewport": {"width": 320, "height": 640}},
}
VIEWS = (
    "?date=2025-06-28",
    "?date=2025-12-27&state=FIN&panel=quotes&speaker=Antti Häkkänen&q=finland",
    "?date=1998-07-01&panel=states",
    "?date=2025-09-01&state=UKR&kind=objection&panel=dates",
    "?date=2026-02-20&state=POL&compare=EST,LTU,UKR,FIN",
)
ARRIVED_AT = ("desk", "phone")
"""Screens on which every view is a page that is opened; on others one page shows one after another.
"""
LEAST, TOUCHED = 24, 44


@pytest.mark.parametrize("screen", SCREENS)
def test_all_text_can_be_read_and_all_that_is_pressed_is_large_enough(
    reader: Reader, screen: str
) -> None:
    habits = SCREENS[screen]
    page = reader(VIEWS[0], color_scheme="light", **habits)
    arrive = page.open if screen in ARRIVED_AT else page.go_back_to
    for view in VIEWS:
        arrive(view)
        assert unreadable(page.page) == [], view
        assert names_on_names(page.page) == [], view
        least = TOUCHED if habits.get("has_touch") else LEAST
        assert small_targets(page.page, least) == [], view
        assert small_letters(page) == [], view


@pytest.mark.parametrize("screen", ["desk", "wall", "phone"])
def test_all_rules_of_axe_are_kept(reader: Reader, screen: str) -> None:
    page = reader(VIEWS[1], **SCREENS[screen])
    assert violations_in_both_themes(page.page) == [], "a state and filters"
    page.open(VIEWS[4])
    assert violations_in_both_themes(page.page) == [], "states side by side"


def test_the_dialogs_keep_the_rules_of_axe(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    for name in ("help", "reckoning"):
        page.page.locator(f"[data-open={name}]").first.click()
        expect(page.page.locator(f"#{name}")).to_be_visible()
        assert violations_in_both_themes(page.page) == [], name
        page.page.keyboard.press("Escape")


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_the_page_can_be_read_from_right_to_left(reader: Reader, screen: str) -> None:
    page = reader(VIEWS[1], **SCREENS[screen])
    page.page.evaluate("document.documentElement.dir = 'rtl'")
    for view in VIEWS:
        page.go_back_to(view)
        assert unreadable(page.page) == [], view
    page.go_back_to("?date=2025-12-27")
    page.page.mouse.click(*page.spot_on_slider("2025-06-28"))
    expect(page.slider).to_have_attribute("aria-valuetext", re.compile("June 2025$"))


def small_letters(page: ExplorePage) -> list[str]:
    """The texts on the screen that are smaller than twelve pixels."""
    found: list[str] = page.page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((element) => element.checkVisibility()
            && parseFloat(getComputedStyle(element).fontSize) < 12
            && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
          .map((element) => `${element.className} ${element.textContent.slice(0, 40)}`)"""
    )
    return found


def test_a_phone_shows_one_panel_at_a_time(reader: Reader) -> None:
    page = reader("?date=2025-12-27", **SCREENS["phone"])
    for panel in ("state", "quotes", "states", "dates"):
        tab = page.page.locator(f".panel-tab[data-choose-panel={panel}]")
        tab.tap()
        expect(tab).to_have_attribute("aria-pressed", "true")
        assert page.panels() == [panel]
        page.has_in_address(panel=panel)
    page.page.locator(".panel-tab[data-choose-panel=states]").tap()
    page.page.locator('#state-list [data-iso="FIN"]').tap()
    page.shows("2025-12-27", "FIN")
    assert page.panels() == ["state"]


def test_a_wide_screen_shows_map_finding_and_time_at_once(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    for part in (page.headline, page.map, page.time_bar, page.profile, page.dates):
        expect(part).to_be_in_viewport()
    assert page.panels() == ["state", "dates", "quotes", "states"]
    assert page.page.evaluate("document.documentElement.scrollHeight <= innerHeight")
