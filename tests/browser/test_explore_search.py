"""Searching as readers write: phrases, other dashes, days, and states by all of their names."""

from explore_page import Reader
from playwright.sync_api import expect


def test_quotes_are_found_by_phrase_dash_day_and_state(reader: Reader) -> None:
    page = reader("?date=2025-12-27")

    def found(text: str) -> list[str]:
        page.search.fill(text)
        page.has_in_address(q=text)
        return [str(card.get_attribute("data-quote-id")) for card in page.cards().all()]

    hyphen = found("Kosiniak-Kamysz")
    assert hyphen
    for written in ("Kosiniak–Kamysz", "Kosiniak\u2011Kamysz", "Kosiniak-\u200bKamysz"):
        assert found(written) == hyphen
    phrase = found("“imperialist state”")
    assert phrase[0] == "stubb-2025-06"
    assert found("“state imperialist”") == []
    assert found("state imperialist") == phrase
    marked = "[...CSS.highlights.get('match')].map(String)"
    found('"imperialist state"')
    assert set(page.page.evaluate(marked)) == {"imperialist state"}
    days = page.quotes.locator("[data-quote-id]").evaluate_all(
        "cards => cards.filter(({ dataset }) => dataset.date === '2025-12-27').length"
    )
    assert days > 1
    assert len(found("27 December 2025")) >= days
    assert len(found("2025-12-27")) == days
    finnish = page.quotes.locator('[data-quote-id][data-state~="FIN"]').count()
    assert len(found("Finland")) >= finnish
    assert len(found("UK")) < len(found("Ukraine"))


NAMED = [
    ("UK", "GBR"),
    ("uk", "GBR"),
    ("ukr", "UKR"),
    ("Turkey", "TUR"),
    ("Turkiye", "TUR"),
    ("Vatican", "VAT"),
    ("Swaziland", "SWZ"),
    ("Ivory Coast", "CIV"),
    ("Great Britain", "GBR"),
    ("USA", "USA"),
    ("Guinea–Bissau", "GNB"),
    ("“united states”", "USA"),
]


def test_states_are_found_in_the_table_by_all_their_names(reader: Reader) -> None:
    page = reader("?date=2025-12-27&view=record").page
    rows = page.locator("#states-table tbody tr:not([hidden])")
    for written, iso in NAMED:
        page.locator("#states-find").fill(written)
        expect(rows).to_have_count(1)
        expect(rows).to_have_attribute("data-iso", iso)


def test_letters_in_the_list_of_states_mean_other_names_too(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    options = page.page.locator("#state-list [data-iso]")
    listed = {str(option.get_attribute("data-iso")) for option in options.all()}
    for letters, iso in (("uk", "GBR"), ("ukr", "UKR"), ("turkey", "TUR"), ("turkiye", "TUR")):
        assert iso in listed
        page.page.locator('#state-list [data-iso="BGR"]').focus()
        page.page.wait_for_timeout(750)  # What was typed before is forgotten.
        page.page.keyboard.type(letters)
        expect(page.page.locator(f'#state-list [data-iso="{iso}"]')).to_be_focused()
