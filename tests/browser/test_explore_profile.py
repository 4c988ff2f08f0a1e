"""The profile of a state, states side by side, and how the figures are counted."""

import re

from explore_page import ExplorePage, Reader
from playwright.sync_api import expect


def unfold(page: ExplorePage) -> None:
    page.profile.locator(".more > summary").click()


def test_a_profile_tells_the_way_in_and_out(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    unfold(page)
    steps = page.profile.locator(".step-of-state")
    dates = steps.locator(".step-date").all_inner_texts()
    assert dates[:3] == ["25 November 2011", "9 January 2012", "1 July 2012"]
    assert dates[-2:] == ["10 July 2025", "10 January 2026"]
    expect(steps.last).to_have_class(re.compile("ahead"))
    expect(steps.nth(-2)).not_to_have_class(re.compile("ahead"))
    expect(page.profile.locator(".vote")).to_contain_text("157 for, 18 against, 0 abstained")
    widths = page.profile.locator(".vote-bar i").evaluate_all(
        "parts => parts.map((part) => part.getBoundingClientRect().width)"
    )
    assert 7 < widths[0] / widths[1] < 10
    expect(page.profile).to_contain_text("22 quotes: 17 for, 5 explains.")


def test_neighbours_follow_the_day_and_can_be_chosen(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=LVA")
    unfold(page)
    beside = page.profile.locator("[data-neighbour]")
    assert beside.all_inner_texts() == ["Estonia", "Lithuania", "Belarus", "Russia"]
    estonia = beside.first.locator(".swatch")
    expect(estonia).to_have_attribute("data-standing", "withdrawn")
    page.go_to("2025-12-26")
    expect(estonia).to_have_attribute("data-standing", "notified")
    beside.first.click()
    page.shows("2025-12-26", "EST")
    expect(page.profile.locator(".facts")).to_be_visible()


def test_two_to_five_states_stand_side_by_side(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    table = page.page.locator("#comparison")
    expect(table).to_be_hidden()
    add = page.page.get_by_label("Compare with")
    add.select_option("POL")
    page.has_in_address(state="FIN", compare="POL")
    expect(page.profile).to_have_count(0)
    heads = table.locator("thead th:visible > span")
    assert heads.all_inner_texts() == ["Finland", "Poland"]
    standing = table.locator("tbody tr").first
    expect(standing.locator(".days-left:visible")).to_have_text(["14 days left", "55 days left"])
    effect = table.get_by_role("row", name="Effect").locator("td:visible")
    expect(effect.first).to_contain_text("10 January 2026")
    expect(effect.first.locator(".compared")).to_have_class(re.compile("ahead"))
    for iso in ("EST", "LVA", "UKR"):
        add.select_option(iso)
    page.has_in_address(compare="POL,EST,LVA,UKR")
    expect(add).to_be_disabled()
    for iso in ("FIN", "POL", "EST", "LVA", "UKR"):
        expect(page.path(iso)).to_have_attribute("data-chosen", "true")
    page.reload()
    expect(table.locator("thead th:visible")).to_have_count(5)
    states = page.events().evaluate_all("all => all.map((event) => event.dataset.state)")
    assert {iso for state in states for iso in state.split()} >= {"FIN", "POL", "EST", "UKR"}
    table.get_by_role("button", name="Take Finland out").click()
    page.has_in_address(state="POL", compare="EST,LVA,UKR")
    for name in ("Estonia", "Latvia", "Ukraine"):
        table.get_by_role("button", name=f"Take {name} out").click()
    page.has_in_address(state="POL", compare=None)
    expect(page.profile.get_by_role("heading", name="Poland")).to_be_visible()


def test_with_the_shift_key_a_second_state_is_compared(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    page.page.keyboard.down("Shift")
    page.click_map(19.4, 52.6)
    page.page.keyboard.up("Shift")
    page.has_in_address(state="FIN", compare="POL")
    page.page.keyboard.press("Escape")
    page.has_in_address(state=None, compare=None)


def test_every_figure_says_how_it_is_counted(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    dialog = page.page.locator("#reckoning")
    page.page.locator("[data-figure=border] button").click()
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("1,718 of 3,802 km")
    expect(dialog).to_contain_text("As the depositary counts")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    page.go_to("2026-02-20")
    page.page.locator("[data-figure=main] button").press("Enter")
    expect(dialog).to_contain_text("3,611 of 3,802 km")
    page.page.mouse.click(5, 5)
    expect(dialog).to_be_hidden()


def test_the_line_of_parties_has_a_mark_at_the_day(reader: Reader) -> None:
    page = reader("?date=1997-01-01")
    mark = page.page.locator(".step-line-day")
    first = mark.bounding_box()
    page.go_to("2026-02-20")
    last = mark.bounding_box()
    line = page.page.locator(".step-line").bounding_box()
    assert first is not None
    assert last is not None
    assert line is not None
    assert abs(first["x"] - line["x"]) < 2
    assert 0.9 < (last["x"] - line["x"]) / line["width"] <= 1
