"""Small courtesies: the reader's place, words and choices are never lost."""

from explore_page import ExplorePage, Reader
from playwright.sync_api import Locator, expect

PHONE = {"width": 390, "height": 844}


def has_a_place(page: ExplorePage) -> None:
    """The keyboard is somewhere on the page, on something that is in view."""
    page.page.wait_for_function(
        """() => {
          const { tagName } = document.activeElement;
          const box = document.activeElement.getBoundingClientRect();
          return tagName !== "BODY" && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
        }"""
    )


def press(button: Locator) -> None:
    """Press a button by keyboard, however far down it is."""
    button.focus()
    button.press("Enter")


def test_the_keyboard_stays_where_something_can_be_done(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    press(page.in_headline("Finland"))
    page.shows("2025-12-27", "FIN")
    has_a_place(page)
    press(page.clear)
    page.shows("2025-12-27")
    has_a_place(page)
    page.search.fill("no such words")
    press(page.page.get_by_role("button", name="Show all quotes"))
    expect(page.search).to_have_value("")
    has_a_place(page)
    page.go_to("tomorrow")
    press(page.notice.get_by_role("button", name="Close"))
    expect(page.notice).to_be_hidden()
    has_a_place(page)


def test_the_keyboard_is_in_view_after_a_choice_far_down_the_list(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    press(page.page.locator('#state-list [data-iso="USA"]'))
    page.shows("2025-12-27", "USA")
    expect(page.profile).to_be_in_viewport()
    has_a_place(page)


def test_the_keyboard_follows_from_the_list_to_the_state_on_a_phone(reader: Reader) -> None:
    page = reader("?date=2025-12-27&panel=states", viewport=PHONE)
    press(page.page.locator('#state-list [data-iso="FIN"]'))
    page.shows("2025-12-27", "FIN")
    has_a_place(page)


def test_fields_show_the_view_when_they_are_left_again(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.go_to("2025-06-28")
    page.shows("2025-06-28")
    page.press_step("Next change")
    page.shows("2025-06-29")
    page.field.focus()
    page.field.press("Tab")
    page.choose_in_list("FIN")
    page.shows("2025-06-29", "FIN")
    page.search.fill("no such words")
    page.page.get_by_role("button", name="Show all quotes").click()
    page.shows("2025-06-29")
    page.search.focus()
    page.search.press("Tab")
    page.choose_in_list("FIN")
    page.shows("2025-06-29", "FIN")
    expect(page.search).to_have_value("")


def test_the_theme_button_follows_the_system_while_the_page_is_open(reader: Reader) -> None:
    page = reader("?date=2025-12-27", color_scheme="light")
    page.page.emulate_media(color_scheme="dark")
    expect(page.theme).to_have_attribute("aria-pressed", "true")


def test_escape_clears_the_state_while_the_slider_has_the_keyboard(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    page.slider.press("ArrowLeft")
    page.shows("2025-12-26", "FIN")
    page.slider.press("Escape")
    page.shows("2025-12-26")


def test_search_finds_names_however_they_are_typed(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.search.fill("wladyslaw")
    expect(page.cards()).to_have_count(2)
    found = set()
    for apostrophe in "'’":
        page.search.fill(f"finland{apostrophe}s risk")
        page.has_in_address(q=f"finland{apostrophe}s risk")
        found.add(page.cards().count())
    assert found == {1}


def test_a_quote_of_several_states_keeps_the_chosen_one(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=LVA")
    card = page.quotes.locator('[data-quote-id="defence-ministers-2025-03-18-2"]')
    card.locator(".quote-day").click()
    page.shows("2025-03-18", "LVA")


def test_back_leads_to_where_the_slider_was_taken_from(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.in_headline("Finland").click()
    page.shows("2025-12-27", "FIN")
    page.page.mouse.click(*page.spot_on_slider("2025-06-28"))
    expect(page.path("FIN")).to_have_attribute("data-standing", "leaving")
    page.page.go_back()
    page.shows("2025-12-27", "FIN")


def test_an_unknown_stance_in_the_address_is_said(reader: Reader) -> None:
    page = reader("?date=2025-12-27&stance=zzz")
    expect(page.notice).to_contain_text("zzz")


def test_a_phone_can_go_to_the_latest_day(reader: Reader) -> None:
    page = reader("?date=2004-06-15", viewport=PHONE)
    page.page.get_by_role("button", name="Latest day").click()
    page.shows("2026-03-03")
