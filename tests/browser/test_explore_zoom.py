"""A larger map: by buttons, keys, wheel and drag; names and choices go with it."""

import pytest
from explore_page import ExplorePage, Reader
from playwright.sync_api import expect

pytestmark = pytest.mark.plotly


def level(page: ExplorePage) -> float:
    """How many times larger than the whole map it is shown."""
    return float(page.map.evaluate("map => getComputedStyle(map).getPropertyValue('--zoom')"))


def middle(page: ExplorePage, iso: str) -> tuple[float, float]:
    box = page.path(iso).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def press(page: ExplorePage, name: str) -> None:
    page.page.get_by_role("button", name=name, exact=True).click()


def test_buttons_enlarge_and_give_back_the_whole_map(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    whole = page.path("FIN").bounding_box()
    press(page, "Larger")
    press(page, "Larger")
    larger = page.path("FIN").bounding_box()
    assert whole is not None
    assert larger is not None
    assert larger["height"] > 2 * whole["height"]
    press(page, "Smaller")
    assert 1 < level(page) < 2
    press(page, "Whole map")
    assert page.path("FIN").bounding_box() == whole
    off = page.page.get_by_role("button", name="Smaller", exact=True)
    expect(off).to_have_attribute("aria-disabled", "true")


def test_names_keep_their_size_and_have_room_for_more_words(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    name = page.name_on_map("Slovakia")
    before = name.bounding_box()
    expect(name.locator(".below")).to_have_text("")
    press(page, "Larger")
    press(page, "Larger")
    expect(name.locator(".below")).to_have_text("party since 1 Aug 1999")
    after = name.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["height"] - before["height"]) < 1.5


def test_the_chosen_state_comes_to_the_middle_and_others_come_into_view(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=EST")
    press(page, "Larger")
    press(page, "Larger")
    window = page.page.locator(".map-window").bounding_box()
    assert window is not None
    x, y = middle(page, "EST")
    assert abs(x - window["x"] - window["width"] / 2) < 60
    assert abs(y - window["y"] - window["height"] / 2) < 60
    press(page, "Larger")
    page.choose_in_list("BGR")
    page.shows("2025-12-27", "BGR")
    expect(page.path("BGR")).to_be_in_viewport(ratio=0.9)


def test_a_drag_moves_the_large_map_and_chooses_nothing(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    press(page, "Larger")
    press(page, "Larger")
    x, y = middle(page, "LTU")
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x + 60, y + 40, steps=6)
    page.page.mouse.up()
    moved = middle(page, "LTU")
    assert abs(moved[0] - x - 60) < 12
    assert abs(moved[1] - y - 40) < 12
    page.shows("2025-12-27")
    page.page.mouse.click(*moved)
    page.shows("2025-12-27", "LTU")


def test_ctrl_and_the_wheel_enlarge_what_lies_under_the_pointer(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    x, y = middle(page, "EST")
    page.page.mouse.move(x, y)
    page.page.mouse.wheel(0, -300)
    assert level(page) == 1
    page.page.keyboard.down("Control")
    page.page.mouse.wheel(0, -300)
    page.page.keyboard.up("Control")
    page.page.wait_for_function(
        "Number(document.getElementById('map').style.getPropertyValue('--zoom')) > 2"
    )
    there = middle(page, "EST")
    assert abs(there[0] - x) < 8
    assert abs(there[1] - y) < 8


def test_names_on_a_whole_map_carry_the_day_of_their_standing(reader: Reader) -> None:
    page = reader("?date=2026-02-20", viewport={"width": 1920, "height": 1080})
    expect(page.name_on_map("Poland").locator(".below")).to_have_text("out since 20 Feb 2026")
    expect(page.name_on_map("Romania").locator(".below")).to_have_text("party since 1 May 2001")
    expect(page.name_on_map("Ukraine").locator(".below")).to_contain_text("suspension, disputed")
    expect(page.name_on_map("Russia").locator(".below")).to_have_text("not joined")
    page.go_to("2025-05-01")
    expect(page.name_on_map("Poland").locator(".below")).to_contain_text("Mar 2025")


def test_names_carry_their_days_again_after_the_window_changed(reader: Reader) -> None:
    page = reader("?date=2026-02-20")
    expect(page.map).to_have_attribute("data-layer", "plotly")
    page.page.set_viewport_size({"width": 1920, "height": 1080})
    expect(page.name_on_map("Poland").locator(".below")).to_have_text("out since 20 Feb 2026")
