"""At every size and in both themes the page can be read, pressed and judged by the axe rules."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from explore_page import DESKTOP, ExplorePage, Reader
from legibility import small_targets, unreadable
from playwright.sync_api import expect

SCREENS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": DESKTOP},
    "wall": {"viewport": {"width": 1920, "height": 1080}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}
VIEWS = (
    ("2025-06-28", None),
    ("2025-12-27", "FIN"),
    ("1998-07-01", None),
    ("2025-09-01", "UKR"),
)
LEAST = 24


@pytest.mark.parametrize("screen", SCREENS)
def test_all_text_can_be_read_and_all_rules_of_axe_are_kept(reader: Reader, screen: str) -> None:
    page = reader("?date=2025-12-27", color_scheme="light", **SCREENS[screen])
    for day, state in VIEWS:
        look_at(page, day, state)
        assert unreadable(page.page) == [], day
        assert names_on_names(page) == [], day
        assert small_targets(page.page, LEAST) == [], day
    assert violations(page) == []


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_the_dark_theme_keeps_the_rules_of_axe_too(reader: Reader, screen: str) -> None:
    page = reader("?date=2025-12-27", color_scheme="dark", **SCREENS[screen])
    for day, state in (VIEWS[1], VIEWS[2]):
        look_at(page, day, state)
        assert unreadable(page.page) == [], day
        assert violations(page) == [], day


def look_at(page: ExplorePage, day: str, state: str | None) -> None:
    """Bring a day and a state on the screen, whatever was there before."""
    page.go_to(day)
    expect(page.body).to_have_attribute("data-date", day)
    wanted = state or page.body.get_attribute("data-state")
    if wanted and page.body.get_attribute("data-state") != state:
        page.page.locator(f'#state-list [data-iso="{wanted}"]').dispatch_event("click")
    page.shows(day, state or "")


def violations(page: ExplorePage) -> list[str]:
    """The rules of axe that the view breaks, everything that can be unfolded unfolded."""
    page.page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found = Axe().run(page.page).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


def names_on_names(page: ExplorePage) -> list[str]:
    """The names on the map that lie on one another."""
    overlaps: list[str] = page.page.locator("#map .scatterlayer tspan").evaluate_all(
        """lines => {
          const boxes = lines.filter((line) => line.checkVisibility() && line.textContent)
            .map((line) => ({ text: line.textContent, box: line.getBoundingClientRect() }));
          const meet = (one, other) =>
            one.left < other.right && other.left < one.right
            && one.top + one.height / 4 < other.bottom - other.height / 4
            && other.top + other.height / 4 < one.bottom - one.height / 4;
          return boxes.flatMap((one, index) => boxes.slice(index + 1)
            .filter((other) => meet(one.box, other.box))
            .map((other) => `${one.text} | ${other.text}`));
        }"""
    )
    return overlaps


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
