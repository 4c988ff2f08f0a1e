"""On paper: what was found, and nothing to press."""

from explore_page import Reader
from playwright.sync_api import expect


def test_paper_shows_finding_map_dates_and_quotes_and_no_controls(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    page.page.emulate_media(media="print")
    for part in (page.headline, page.map, page.profile, page.dates, page.quotes):
        expect(part).to_be_visible()
    for control in (page.time_bar, page.search, page.theme):
        expect(control).to_be_hidden()
    assert page.visible_ahead().first.is_hidden()


def test_the_whole_flank_is_on_the_paper(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.page.emulate_media(media="print")
    window = page.page.locator(".map-window").bounding_box()
    assert window is not None
    for state in ("NOR", "FIN", "BGR", "UKR"):
        box = page.path(state).bounding_box()
        assert box is not None
        assert window["x"] <= box["x"]
        assert box["x"] + box["width"] <= window["x"] + window["width"]
        assert box["y"] + box["height"] <= window["y"] + window["height"] + 1
