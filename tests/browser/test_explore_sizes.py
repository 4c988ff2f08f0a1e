"""Low and wide windows, other fonts, spacing and sizes of letters: nothing is lost or cut."""

from collections.abc import Iterator

import pytest
from chromium import ARGUMENTS, find
from conftest import readers
from explore_page import ExplorePage, Reader
from legibility import names_on_names, unreadable
from playwright.sync_api import Playwright

VIEWS = ("?date=2025-12-27&state=FIN", "?date=2025-12-27&view=record&cols=standing,effect")
LOW = [(1280, 420), (1366, 500), (1161, 600), (844, 390), (960, 460), (2560, 500)]
"""Frames in articles, small laptops, a phone held sideways, a page at 200 %, a strip on a wall."""
SIZES = [(320, 640), (768, 1024), (1180, 800), (1920, 1080)]

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
"""The spacing of WCAG 1.4.12."""
WIDE_LETTERS = """:root { --sans: 'DejaVu Sans', Verdana; --serif: 'DejaVu Serif', Georgia; }
  .source-list > article { content-visibility: visible; }"""
"""Wide fonts; what is far away is laid out, too, as it comes when it is read."""
LETTERS = {"wide": WIDE_LETTERS, "wide and spaced": WIDE_LETTERS + SPACED}

HIGH_AND_FILLED = """() => {
  const size = (selector) => document.querySelector(selector).getBoundingClientRect();
  const [room, drawing] = [size(".map-window"), size("#map")];
  return {
    map: room.height,
    filled: drawing.left <= room.left && drawing.right >= room.right,
    panels: size(".panels").height,
    last: document.documentElement.scrollHeight - size(".stage").bottom - scrollY,
  };
}"""


def resized(page: ExplorePage, width: int, height: int) -> None:
    """The window has this size, and the map rests in it."""
    page.page.set_viewport_size({"width": width, "height": height})
    page.page.wait_for_timeout(500)


@pytest.fixture(scope="module")
def large_letters(playwright: Playwright, address: str) -> Iterator[Reader]:
    """Readers whose browser has letters of 24 pixels, and none smaller than 16."""
    settings = "--blink-settings=defaultFontSize=24,minimumFontSize=16"
    browser = playwright.chromium.launch(executable_path=find(), args=[*ARGUMENTS, settings])
    with readers(browser, address) as reader:
        yield reader
    browser.close()


def test_map_and_panels_are_high_enough_in_a_low_window_and_the_page_scrolls(
    reader: Reader,
) -> None:
    page = reader(VIEWS[0])
    for width, height in LOW:
        resized(page, width, height)
        seen = page.page.evaluate(HIGH_AND_FILLED)
        assert seen["map"] >= 300, (width, height)
        assert seen["panels"] >= 300, (width, height)
        assert seen["last"] >= 0, (width, height)
        assert seen["filled"], (width, height)
        assert unreadable(page.page) == [], (width, height)
        assert names_on_names(page.page) == [], (width, height)


def test_a_tall_window_shows_the_whole_flank(reader: Reader) -> None:
    page = reader(VIEWS[0])
    resized(page, 1180, 2400)
    room = page.page.locator(".map-window").bounding_box()
    assert room is not None
    for name in ("Norway", "Ukraine", "Russia"):
        box = page.name_on_map(name).bounding_box()
        assert box is not None, name
        assert room["x"] < box["x"], name
        assert box["x"] + box["width"] < room["x"] + room["width"], name


def test_of_two_names_without_room_the_one_that_matters_stays(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=MDA", viewport={"width": 1180, "height": 800})
    page.page.add_style_tag(content=".map-names > span { letter-spacing: 1em }")
    resized(page, 1180, 500)
    shown = page.map.locator(".map-names > span:visible").all_text_contents()
    told = " ".join(shown)
    assert "Moldova" in told  # Chosen.
    assert "Latvia" in told or "Estonia" in told  # Leaving.
    assert "Hungary" not in told
    assert names_on_names(page.page) == []


@pytest.mark.parametrize("letters", LETTERS)
def test_other_letters_and_spacing_cut_nothing(reader: Reader, letters: str) -> None:
    page = reader(VIEWS[0])
    for view in VIEWS:
        page.open(view)
        page.page.add_style_tag(content=LETTERS[letters])
        for width, height in SIZES:
            resized(page, width, height)
            assert unreadable(page.page) == [], (view, width)
            assert names_on_names(page.page) == [], (view, width)


def test_the_page_grows_with_the_readers_letters_and_cuts_nothing(large_letters: Reader) -> None:
    page = large_letters(VIEWS[0])
    size = page.headline.evaluate("headline => parseFloat(getComputedStyle(headline).fontSize)")
    assert size >= 30
    for view in VIEWS:
        page.open(view)
        for width, height in SIZES:
            resized(page, width, height)
            assert unreadable(page.page) == [], (view, width)
            assert names_on_names(page.page) == [], (view, width)


@pytest.mark.parametrize("width", [2800, 3840])
def test_on_a_wall_letters_grow_and_countdowns_stand_on_the_map(reader: Reader, width: int) -> None:
    page = reader(VIEWS[0], viewport={"width": width, "height": width * 9 // 16})
    body = page.body.evaluate(
        "body => [getComputedStyle(body).fontSize, getComputedStyle(body).zoom]"
    )
    assert body == ["21px", "1"]  # Browsers disagree on sizes of drawings within a zoomed page.
    assert "14 days" in str(page.name_on_map("Finland").text_content())
    assert unreadable(page.page) == []
