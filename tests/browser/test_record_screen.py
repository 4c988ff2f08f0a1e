"""From Explore to Record and back: one view, one address, nothing lost, and easy to read."""

from typing import Any

import pytest
from explore_page import ExplorePage, Reader
from legibility import small_targets, unreadable, violations_in_both_themes
from playwright.sync_api import expect
from record_page import RecordScreen

SCREENS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1440, "height": 900}},
    "wall": {"viewport": {"width": 1920, "height": 1080}},
    "tablet": {"viewport": {"width": 768, "height": 1024}, "has_touch": True},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}

ALONE = """() => {
  for (const part of document.querySelectorAll("#record-screen > *")) {
    part.hidden = !part.matches("#states-section, #arithmetic");
  }
}"""
"""Leaves the table and the question; the sections that are read are tried on their own."""


def go(page: ExplorePage, name: str) -> None:
    page.page.get_by_role("navigation", name="Screens").get_by_role("link", name=name).click()


def current(page: ExplorePage) -> list[str]:
    return page.page.locator("[aria-current=page]").all_inner_texts()


def test_links_lead_from_screen_to_screen_and_back_and_forward_too(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    record = RecordScreen(page)
    expect(record.table).to_be_hidden()
    assert current(page) == ["Explore"]
    go(page, "Record")
    record.is_shown()
    assert current(page) == ["Record"]
    assert page.page.title() == "Record, 27 December 2025 – Flankwatch"
    page.shows("2025-12-27", "FIN")
    for part in (page.map, page.dates, page.quotes):
        expect(part).to_be_hidden()
    for shown in (page.headline, page.time_bar):
        expect(shown).to_be_visible()
    page.press_step("Next change")
    page.shows("2026-01-10", "FIN")
    page.page.go_back()
    page.shows("2025-12-27", "FIN")
    record.is_shown()
    page.page.go_back()
    page.has_in_address(view=None)
    expect(page.map).to_be_visible()
    expect(record.table).to_be_hidden()
    assert page.page.title() == "Finland, 27 December 2025 – Flankwatch"
    page.page.go_forward()
    record.is_shown()
    go(page, "Explore")
    expect(page.path("FIN")).to_be_visible()
    expect(page.profile).to_be_in_viewport()


def test_links_to_screens_are_links(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    link = page.page.get_by_role("link", name="Record")
    expect(link).to_have_attribute("href", "?date=2025-12-27&state=FIN&view=record")
    with page.page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    other = ExplorePage(opened.value, page.address).is_drawn()
    RecordScreen(other).is_shown()
    other.shows("2025-12-27", "FIN")
    page.has_in_address(view=None)


def test_the_map_is_whole_when_one_comes_from_the_record(reader: Reader) -> None:
    page = reader("?date=2025-12-27&view=record")
    go(page, "Explore")
    expect(page.path("FIN")).to_be_visible()
    box = page.page.locator(".map-window").bounding_box()
    assert box is not None
    assert box["width"] > 600
    assert box["height"] > 500
    page.click_map(26, 63)
    page.shows("2025-12-27", "FIN")


def test_the_time_bar_moves_the_table(reader: Reader) -> None:
    page = reader("?date=2025-12-26&view=record")
    record = RecordScreen(page).is_shown()
    expect(record.row("EST")).to_have_attribute("data-standing", "notified")
    page.slider.press("ArrowRight")
    expect(record.row("EST")).to_have_attribute("data-standing", "withdrawn")
    expect(record.caption).to_have_text("All 177 states on 27 December 2025")
    page.shows("2025-12-27")
    page.press_step("Previous change")
    page.shows("2025-08-20")


def test_keys_look_for_states_in_the_table(reader: Reader) -> None:
    page = reader("?date=2025-12-27&view=record")
    record = RecordScreen(page)
    for key in ("/", "s"):
        page.headline.focus()
        page.page.keyboard.press(key)
        expect(record.find).to_be_focused()
    page.headline.focus()
    page.page.keyboard.press("+")
    go(page, "Explore")
    expect(page.page.locator(".map-window")).not_to_have_attribute("data-zoomed", "true")


def test_the_keyboard_keeps_a_place_from_screen_to_screen(reader: Reader) -> None:
    page = reader("?date=2025-12-27&view=record")
    record = RecordScreen(page).is_shown()
    name = record.row("FIN").get_by_role("button")
    name.focus()
    name.press("Enter")
    page.shows("2025-12-27", "FIN")
    expect(page.profile.get_by_role("heading", name="Finland")).to_be_focused()
    page.page.go_back()
    record.is_shown()
    expect(page.headline).to_be_focused()


@pytest.mark.parametrize("screen", SCREENS)
def test_all_can_be_read_pressed_and_judged_by_axe(reader: Reader, screen: str) -> None:
    page = reader("?date=2025-12-27&view=record&for=UKR", **SCREENS[screen])
    record = RecordScreen(page).is_shown()
    expect(record.answer).to_contain_text("Ukraine")
    page.page.evaluate(ALONE)
    assert unreadable(page.page) == []
    assert small_targets(page.page, 24) == []
    if screen in ("tablet", "phone"):
        controls = page.page.locator("#record-screen :is(button, input, select, summary):visible")
        heights = controls.evaluate_all("all => all.map(one => one.offsetHeight)")
        assert len(heights) > 60
        assert min(heights) >= 44
    record.columns.click()
    expect(page.page.get_by_label("NATO since")).to_be_visible()
    assert violations_in_both_themes(page.page, each_look_once=True) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1170, 1440])
def test_only_the_table_scrolls_sideways(reader: Reader, width: int) -> None:
    every = "state,standing,since,signature,consent,force,notice,effect,left,nato,group"
    page = reader(
        f"?date=1998-07-01&view=record&cols={every}", viewport={"width": width, "height": 800}
    )
    record = RecordScreen(page).is_shown()
    assert page.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    record.region.focus()
    record.region.press("End")
    page.page.wait_for_function("() => document.getElementById('states-region').scrollTop > 1000")
    expect(record.sort("state")).to_be_in_viewport()
    expect(record.row("ZWE")).to_be_in_viewport()


def test_paper_has_the_whole_table(reader: Reader) -> None:
    page = reader("?date=2025-12-27&view=record")
    record = RecordScreen(page).is_shown()
    page.page.emulate_media(media="print")
    expect(record.find).to_be_hidden()
    expect(page.map).to_be_hidden()
    assert record.region.evaluate("region => region.scrollHeight === region.clientHeight")
    expect(record.answer).to_be_visible()


def test_a_wall_shows_the_table_with_the_question_beside_it(reader: Reader) -> None:
    page = reader("?date=2025-12-27&view=record", **SCREENS["wall"])
    boxes = {
        name: page.page.locator(name).bounding_box()
        for name in ("#states-section", "#arithmetic", "#disagreements")
    }
    table, question, sections = boxes.values()
    assert table is not None
    assert question is not None
    assert sections is not None
    assert table["width"] > 3 * question["width"]
    assert question["x"] > table["x"] + table["width"]
    assert abs(question["y"] - table["y"]) < 2
    assert sections["width"] > table["width"] + question["width"]
