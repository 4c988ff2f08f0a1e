"""The map in a browser of 2023: drawn, in its colours, with the words below the names."""

import pytest
from explore_page import Reader
from playwright.sync_api import expect

SPOTS = {"party": (25.0, 46.6), "outside": (40.0, 57.0), "withdrawn": (22.3, 56.8)}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_browser_of_2023_draws_the_map_in_its_colours(old_reader: Reader, theme: str) -> None:
    page = old_reader("?date=2025-12-27", color_scheme=theme)
    assert page.page.evaluate("CSS.supports('color', 'light-dark(red, blue)')") is False
    assert page.is_dark() is (theme == "dark")
    seen = page.colours([page.place(*spot) for spot in SPOTS.values()])
    assert seen == [page.token(standing) for standing in SPOTS]
    expect(page.name_on_map("Finland")).to_contain_text("out in 14 days")


def test_a_browser_of_2023_changes_day_state_and_theme(old_reader: Reader) -> None:
    page = old_reader("?date=2025-12-27", color_scheme="light")
    page.press_step("Next change")
    page.click_map(26.5, 63.0)
    page.shows("2026-01-10", "FIN")
    assert page.map_standings()["FIN"] == "withdrawn"
    page.theme.click()
    assert page.is_dark()
