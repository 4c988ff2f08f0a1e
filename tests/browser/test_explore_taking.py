"""What a reader takes along: the address, the title, a quote with its citation."""

import re

from explore_page import Reader
from playwright.sync_api import expect

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def test_the_title_says_the_view(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    expect(page.page).to_have_title("Finland, 27 December 2025 – Flankwatch")
    page.page.keyboard.press("Escape")
    expect(page.page).to_have_title("27 December 2025 – Flankwatch")


def test_the_link_that_is_copied_leads_back_to_the_view(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN", **CLIPBOARD)
    page.page.get_by_role("button", name="Copy link").click()
    expect(page.page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.page.evaluate("navigator.clipboard.readText()")
    assert link == f"{page.address}?date=2025-12-27&state=FIN"
    expect(page.page.get_by_role("button", name="Copy link")).to_be_visible()


def test_a_quote_is_copied_with_who_said_it_when_and_where_it_is_reported(reader: Reader) -> None:
    page = reader("?date=2025-12-27&q=imperialist", **CLIPBOARD)
    card = page.quotes.locator('[data-quote-id="stubb-2025-06"]')
    card.get_by_role("button", name="Copy with citation").click()
    expect(card.get_by_role("button", name="Copied")).to_be_visible()
    assert page.page.evaluate("navigator.clipboard.readText()") == (
        "“The reality in the endgame is that we have as our neighbouring country an aggressive, "
        "imperialist state called Russia, which itself is not a member of the Ottawa Treaty and "
        "which itself uses landmines ruthlessly,” – Alexander Stubb, President of Finland, "
        "June 2025. Source: Reuters, 19 June 2025; Euronews; RT (state media, Russia), "
        "10 January 2026."
    )
    page.shows("2025-12-27")


def test_without_a_clipboard_of_its_own_the_page_copies_all_the_same(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.page.get_by_role("button", name="Copy link").click()
    expect(page.page.get_by_role("button", name="Copied")).to_be_visible()
    expect(page.page.locator("textarea:not(#copy-text)")).to_have_count(0)


def test_what_the_search_found_is_marked_in_words_and_names(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.search.fill("hakkanen risk")
    expect(page.cards()).to_have_count(1)
    marked = page.page.evaluate(
        "[...CSS.highlights.get('match')].map((range) => String(range))"
        ".filter((text) => text !== 'risk')"
    )
    assert set(marked) == {"Häkkänen"}
    page.search.fill("")
    assert page.page.evaluate("CSS.highlights.get('match').size") == 0


NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
REFUSED = "document.execCommand = () => false"


def test_copying_by_keyboard_without_a_clipboard_keeps_the_keyboard_in_its_place(
    reader: Reader,
) -> None:
    page = reader("?date=2025-12-27")
    page.page.evaluate(NO_CLIPBOARD)
    button = page.page.locator("[data-copy=view]")
    button.press("Enter")
    expect(button).to_have_text("Copied")
    expect(button).to_be_focused()
    expect(page.page.locator("#announcement")).to_have_text("Copied")


def test_where_copying_is_refused_the_page_says_so_and_shows_what_to_copy(reader: Reader) -> None:
    page = reader("?date=2025-12-27&q=imperialist")
    page.page.evaluate(f"{NO_CLIPBOARD}; {REFUSED}")
    button = page.page.locator('[data-quote-id="stubb-2025-06"] [data-copy]')
    button.press("Enter")
    dialog = page.page.get_by_role("dialog", name="Copy by hand")
    expect(dialog).to_be_visible()
    text = dialog.get_by_role("textbox")
    expect(text).to_be_focused()
    expect(text).to_have_value(
        re.compile("^“The reality in the endgame .* ruthlessly,” – Alexander Stubb")
    )
    assert text.evaluate("area => area.selectionEnd - area.selectionStart === area.value.length")
    expect(button).to_have_text("Not copied")
    expect(page.page.locator("#announcement")).to_have_text(re.compile("^Not copied"))
    page.page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_text("Copy with citation")
