"""Before any script has run, and where none may: the map, the headline and the list of the day."""

import re

import pytest
from playwright.sync_api import Browser, expect

from dashboard.panels.screens import RECORD

BOXES = """paths => Object.fromEntries(paths.map(path => {
  const { x, y, width, height } = path.getBoundingClientRect();
  return [path.dataset.iso, [x, y, x + width, y + height]];
}))"""


@pytest.mark.live
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_without_scripts_the_map_of_the_day_is_seen(
    browser: Browser, address: str, size: tuple[int, int]
) -> None:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{address}?date=2025-12-27")
    expect(page.locator("#headline")).to_contain_text("On 27 December 2025")
    expect(page.locator(".map-svg")).to_be_visible()
    expect(page.locator('.map-svg .land-layer path[data-standing="withdrawn"]')).to_have_count(3)
    expect(page.locator(".without-scripts")).to_be_visible()
    expect(page.locator(".map-names span", has_text="Estonia")).to_be_visible()
    expect(page.get_by_text("Loading...")).to_be_hidden()
    context.close()


def test_plotlys_drawing_takes_the_place_of_the_first_without_a_jump(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}?date=2025-12-27&state=FIN")
    expect(page.locator("#map")).to_have_attribute("data-drawn", "yes")
    told = page.locator('#map path[data-iso][data-context="false"]')
    first = told.evaluate_all(BOXES) if page.locator(".map-svg").count() else None
    name = page.locator('.map-names [data-iso="FIN"]').bounding_box()
    expect(page.locator("#map")).to_have_attribute("data-layer", "plotly")
    expect(page.locator(".map-svg")).to_have_count(0)
    second = told.evaluate_all(BOXES)
    top = page.locator("#map").evaluate("map => map.getBoundingClientRect().top")
    assert first is not None
    assert first.keys() == second.keys()
    for iso, box in first.items():
        if box[1] >= top:  # What lies beyond the map is not in the second.
            # Kaliningrad and islands are finer in the second.
            assert second[iso] == pytest.approx(box, abs=3), iso
    assert page.locator('.map-names [data-iso="FIN"]').bounding_box() == name
    expect(page.locator("#map .chosen-outline")).to_have_attribute("d", re.compile("^M"))
    context.close()


@pytest.mark.live
def test_without_scripts_the_record_and_a_profile_are_pages_of_their_own(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?state=FIN")
    profile = page.locator('#profiles [data-profile="FIN"]')
    expect(profile).to_be_visible()
    expect(profile).to_contain_text("Russia")
    expect(page.locator("#trouble")).to_be_hidden()
    page.get_by_role("link", name="Record", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?view=record$"))
    expect(page.locator("#states-table tbody tr:visible").nth(100)).to_be_visible()
    expect(page.locator("[data-section]:visible")).to_have_count(len(RECORD.fragments))
    expect(page.locator("#record-screen .awaited")).to_have_count(0)
    expect(page.locator("#sources .source-card a").first).to_be_visible()
    context.close()
