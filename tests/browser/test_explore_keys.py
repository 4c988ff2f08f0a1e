"""Single keys, where nothing else wants them; the list of states as one stop of the keyboard."""

from explore_page import Reader
from playwright.sync_api import expect


def test_keys_step_play_search_and_go_to_the_latest_day(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    keyboard = page.page.keyboard
    keyboard.press("ArrowRight")
    page.shows("2026-01-10")
    keyboard.press("ArrowLeft")
    page.shows("2025-12-27")
    keyboard.press("l")
    page.shows("2026-03-03")
    keyboard.press("t")
    expect(page.theme).to_have_attribute("aria-pressed", "true")
    keyboard.press("+")
    expect(page.page.locator(".map-window")).to_have_attribute("data-zoomed", "true")
    keyboard.press("0")
    expect(page.page.locator(".map-window")).to_have_attribute("data-zoomed", "false")
    keyboard.press("d")
    expect(page.field).to_be_focused()
    page.field.press("Tab")
    keyboard.press("/")
    expect(page.search).to_be_focused()


def test_keys_mean_letters_where_a_reader_writes(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.search.focus()
    page.page.keyboard.type("tl?p/+")
    expect(page.search).to_have_value("tl?p/+")
    page.shows("2025-12-27")
    expect(page.page.locator("#help")).to_be_hidden()
    page.slider.press("ArrowRight")
    page.shows("2025-12-28")
    page.page.locator("#quotes-speaker").focus()
    page.page.keyboard.press("l")
    page.shows("2025-12-28")


def test_the_list_of_keys_opens_with_a_question_mark_and_switches_them_off(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    keyboard = page.page.keyboard
    keyboard.press("?")
    dialog = page.page.locator("#help")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Previous and next change")
    keyboard.press("l")
    page.shows("2025-12-27", "FIN")
    dialog.get_by_role("button", name="Switch single keys off").click()
    keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.shows("2025-12-27", "FIN")
    page.headline.focus()
    keyboard.press("l")
    page.reload()
    keyboard.press("l")
    page.shows("2025-12-27", "FIN")
    page.page.get_by_role("button", name="Keys").click()
    dialog.get_by_role("button", name="Switch single keys on").click()
    dialog.get_by_role("button", name="Close").click()
    page.headline.focus()
    keyboard.press("l")
    page.shows("2026-03-03", "FIN")


def test_keys_with_modifiers_are_left_to_the_browser(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    for chord in ("Control+l", "Alt+l", "Meta+l"):
        page.page.keyboard.press(chord)
    page.shows("2025-12-27")


def test_the_list_of_states_is_one_stop_with_arrows_and_letters(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    keyboard = page.page.keyboard
    stops = page.page.locator("#state-list [tabindex='0']")
    expect(stops).to_have_count(1)
    keyboard.press("s")
    expect(stops).to_be_focused()
    expect(stops).to_have_attribute("data-iso", "BGR")
    for key, iso in (
        ("ArrowDown", "EST"),
        ("ArrowUp", "BGR"),
        ("End", "USA"),
        ("Home", "BGR"),
        ("l", "LVA"),
        ("l", "LTU"),
    ):
        keyboard.press(key)
        page.page.wait_for_timeout(750 if key == "l" else 0)
        expect(page.page.locator(f'#state-list [data-iso="{iso}"]')).to_be_focused()
        expect(stops).to_have_count(1)
    outline = page.page.locator("#map .pointed-outline")
    assert outline.get_attribute("d") == page.path("LTU").get_attribute("d")
    keyboard.type("norw")
    expect(page.page.locator('#state-list [data-iso="NOR"]')).to_be_focused()
    keyboard.press("Enter")
    page.shows("2025-12-27", "NOR")
    expect(page.page.locator('#state-list [data-iso="NOR"]')).to_have_attribute(
        "aria-selected", "true"
    )


def test_a_tab_of_a_wide_screen_takes_the_keyboard_to_its_panel(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    for name in ("Quotes", "States", "Dates"):
        page.page.locator(".panel-tabs .panel-tab", has_text=name).last.press("Enter")
        heading = page.page.get_by_role("heading", name=name, exact=True)
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()


PRESS = """([key, code]) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }))"""


def test_keys_act_by_their_place_on_cyrillic_and_greek_layouts(reader: Reader) -> None:
    page = reader("?date=2025-12-27", color_scheme="light")

    def press(key: str, code: str) -> None:
        page.page.evaluate(PRESS, [key, code])

    press("д", "KeyL")
    page.shows("2026-03-03")
    press("е", "KeyT")
    expect(page.theme).to_have_attribute("aria-pressed", "true")
    press("τ", "KeyT")
    expect(page.theme).to_have_attribute("aria-pressed", "false")
    press("δ", "KeyD")
    expect(page.field).to_be_focused()
    page.headline.focus()
    press("І", "KeyS")
    expect(page.page.locator('#state-list [data-iso="BGR"]')).to_be_focused()
    press("т", "KeyN")  # In the list letters look for names, which are written in Latin ones.
    expect(page.page.locator('#state-list [data-iso="NOR"]')).to_be_focused()
    page.headline.focus()
    press("/", "Backslash")  # Where these layouts have it, with the shift key.
    expect(page.search).to_be_focused()
    page.headline.focus()
    press("?", "Digit7")
    expect(page.page.locator("#help")).to_be_visible()


def test_letters_of_latin_layouts_are_what_they_write(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    for key, code in (("d", "KeyL"), ("à", "Digit0"), ("ł", "KeyL"), ("Unidentified", "KeyL")):
        page.page.evaluate(PRESS, [key, code])
        page.headline.focus()
    page.shows("2025-12-27")


def test_play_is_paused_by_a_capital_letter_too(reader: Reader) -> None:
    page = reader("?date=2025-01-01")
    play = page.page.locator("#play")
    for playing in ("true", "false"):
        page.page.evaluate(PRESS, ["P", "KeyP"])
        expect(play).to_have_attribute("data-playing", playing)
