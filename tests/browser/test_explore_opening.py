"""Before any script has run, and where none may: the map, the headline and the list of the day."""

import pytest
from playwright.sync_api import Browser, expect

MIDDLES = """names => names.map(name => {
  const box = (name.querySelector("tspan") || name).getBoundingClientRect();
  return [(name.querySelector("tspan") || name).textContent, box.x + box.width / 2];
})"""


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
    expect(page.locator(".first-map svg")).to_be_visible()
    expect(page.locator('.first-map .land-layer path[data-standing="withdrawn"]')).to_have_count(3)
    expect(page.locator(".without-scripts")).to_be_visible()
    expect(page.locator(".first-map span", has_text="Estonia")).to_be_visible()
    expect(page.get_by_text("Loading...")).to_be_hidden()
    context.close()


def test_the_drawn_map_takes_the_place_of_the_first(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}?date=2025-12-27")
    expect(page.locator("#map")).to_have_attribute("data-drawn", "yes")
    expect(page.locator(".first-map")).to_be_hidden()
    # Where a state was seen, it is still: nothing jumps.
    page.add_style_tag(content=".map-window .first-map { display: block !important }")
    first = dict(page.locator(".first-map span").evaluate_all(MIDDLES))
    drawn = dict(page.locator("#map .scatterlayer text").evaluate_all(MIDDLES))
    assert first.keys() == drawn.keys()
    for name, middle in first.items():
        assert abs(drawn[name] - middle) < 3, name
    context.close()
