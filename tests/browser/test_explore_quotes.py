"""The quotes: filtered by stance and by search, counted, and never lost."""

from explore_page import Reader
from playwright.sync_api import expect

from dashboard.record.ledger import Ledger

WORDS = {
    "supports": "For",
    "opposes": "Against",
    "explains": "Explains",
    "denies_threat": "Denies threat",
}


def test_chips_count_and_filter_by_stance(reader: Reader, ledger: Ledger) -> None:
    page = reader("?date=2025-12-27")
    stances = [str(quote.stance) for quote in ledger.pack.quotes]
    expect(page.chip("All")).to_have_text(f"All{len(stances)}")
    expect(page.chip("All")).to_have_attribute("aria-pressed", "true")
    expect(page.count).to_have_text(f"{len(stances)} quotes")
    for stance, word in WORDS.items():
        number = stances.count(stance)
        page.chip(word).click()
        page.has_in_address(stance=stance)
        expect(page.chip(word)).to_have_attribute("aria-pressed", "true")
        expect(page.chip(word)).to_have_text(f"{word}{number}")
        expect(page.count).to_have_text(f"{number} of {len(stances)}")
        expect(page.cards()).to_have_count(number)
    page.chip("All").click()
    page.has_in_address(stance=None)
    expect(page.cards()).to_have_count(len(stances))


def test_search_is_deaf_to_accents_and_case(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    for wanted, speaker in (
        ("hakkanen", "Antti Häkkänen"),
        ("HÄKKÄNEN", "Antti Häkkänen"),
        ("sakaliene", "Šakalienė"),
        ("silina prime", "Evika Siliņa"),
        ("guterres", "António Guterres"),
    ):
        page.search.fill(wanted)
        page.has_in_address(q=wanted)
        expect(page.cards().first).to_contain_text(speaker)
        for card in page.cards().all():
            expect(card).to_contain_text(speaker)
        expect(page.chip("All")).to_have_text(f"All{page.cards().count()}")


def test_state_stance_and_search_filter_together(reader: Reader, ledger: Ledger) -> None:
    page = reader("?date=2025-12-27&state=FIN&stance=supports&q=mines")
    wanted = {
        quote.id
        for quote in ledger.pack.quotes
        if "FIN" in quote.iso_a3 and quote.stance == "supports" and "mines" in quote.quote.lower()
    }
    assert wanted
    found = page.cards().evaluate_all("cards => cards.map(card => card.dataset.quoteId)")
    assert set(found) >= wanted
    for card in page.cards().all():
        expect(card).to_have_attribute("data-stance", "supports")
    expect(page.search).to_have_value("mines")
    expect(page.count).to_contain_text(f"{len(found)} of ")


def test_where_nothing_fits_the_page_says_so_and_offers_all(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    empty = page.page.get_by_text("No quote on record fits this choice.")
    expect(empty).to_be_hidden()
    page.search.fill("no such words")
    expect(empty).to_be_visible()
    expect(page.cards()).to_have_count(0)
    page.page.get_by_role("button", name="Show all quotes").click()
    page.shows("2025-12-27")
    expect(page.search).to_have_value("")
    expect(page.cards()).to_have_count(page.page.locator("[data-quote-id]").count())
    expect(empty).to_be_hidden()


def test_what_a_reader_searches_for_is_only_text(reader: Reader) -> None:
    page = reader("?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.search).to_have_value("<img src=x onerror=alert(1)>")
    page.search.fill("((.*[+?\\")
    page.has_in_address(q="((.*[+?\\")
    expect(page.cards()).to_have_count(0)
    expect(page.page.locator("img")).to_have_count(0)
