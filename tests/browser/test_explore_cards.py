"""Every citation leads to its source, every mark to its disagreement, without leaving the page."""

import pytest
from explore_page import ExplorePage, Reader
from playwright.sync_api import Locator, expect

from dashboard.record.ledger import Ledger


def card(page: ExplorePage) -> Locator:
    return page.page.locator("#card")


def test_a_citation_leads_to_its_source(reader: Reader, ledger: Ledger) -> None:
    page = reader("?date=2026-01-10&state=FIN&panel=dates")
    event = page.dates.locator('[data-event-id="fin-2025-07-10-notification-effect"]')
    event.locator(".source").first.click()
    source = ledger.pack.sources["yle-2026-01-10"]
    expect(card(page)).to_be_visible()
    expect(card(page).get_by_role("heading", name=source.publisher)).to_be_visible()
    expect(card(page)).to_contain_text("10 January 2026")
    expect(card(page)).to_contain_text("Broadcaster")
    page.shows("2026-01-10", "FIN")
    card(page).get_by_role("button", name="Close").click()
    expect(card(page)).to_be_hidden()
    page.shows("2026-01-10", "FIN")


def test_a_link_to_a_public_source_stands_on_its_card(reader: Reader, ledger: Ledger) -> None:
    page = reader("?date=2025-12-27&state=NOR&panel=dates")
    page.dates.locator('[data-event-id="nor-1997-12-03-signature"] .source').first.click()
    link = card(page).get_by_role("link")
    expect(link).to_have_attribute("href", ledger.pack.sources["untc-xxvi-5"].url)
    expect(link).to_have_attribute("target", "_blank")


def test_state_media_are_named_on_their_cards(reader: Reader) -> None:
    page = reader("?date=2026-02-20&speaker=Maria Zakharova")
    page.cards().locator(".source", has_text="state media, Russia").first.click()
    expect(card(page)).to_contain_text("yes, of Russia")


def test_any_date_of_the_record_is_two_clicks_from_its_source(
    reader: Reader, ledger: Ledger
) -> None:
    page = reader("?date=2025-12-27&view=record&find=tonga")
    show = page.page.get_by_role("button", name="Sources of the dates")
    show.click()
    expect(show).to_have_attribute("aria-pressed", "true")
    row = page.page.locator('#states-table tr[data-iso="TON"]')
    consent = next(event for event in ledger.events["TON"] if event.is_consent)
    expect(row.locator(".source")).to_have_count(len(consent.sources))
    row.locator(".source").first.click()
    source = ledger.pack.sources[consent.sources[0]]
    expect(card(page).get_by_role("heading", name=source.publisher)).to_be_focused()
    page.page.keyboard.press("Escape")
    expect(row.locator(".source").first).to_be_focused()
    show.click()
    expect(row.locator(".source").first).to_be_hidden()
    page.has_in_address(cols=None)


@pytest.mark.parametrize(
    ("view", "place", "title", "said"),
    [
        (
            "?date=2025-07-10&state=FIN&panel=dates",
            '[data-event-id="fin-2025-07-10-notification"] .differ',
            "When Finland announced that it would leave",
            "announced it would leave the treaty",
        ),
        (
            "?date=2025-04-16&state=LVA&panel=dates",
            '[data-event-id="lva-2025-04-16-parliament-vote"] .differ',
            "The tally of the Saeima's vote",
            "68",
        ),
        (
            "?date=2025-12-27&state=UKR",
            "[data-profile=UKR] .differ",
            "What Ukraine did: withdrawal or suspension",
            "even before its exit",
        ),
    ],
)
def test_a_mark_leads_to_both_sides(
    reader: Reader, view: str, place: str, title: str, said: str
) -> None:
    page = reader(view)
    for fold in page.profile.locator(".more > summary").all():
        fold.click()
    mark = page.page.locator(place, has_text=title).first
    mark.click()
    expect(card(page).get_by_role("heading", name=title)).to_be_visible()
    expect(card(page)).to_contain_text(said)
    expect(card(page).locator(".verdict").first).to_be_visible()


def test_the_model_case_tells_what_was_decreed_enacted_notified_and_objected_to(
    reader: Reader,
) -> None:
    page = reader("?date=2025-12-27&state=UKR")
    page.profile.locator(".more > summary").click()
    page.profile.locator(".differ", has_text="What Ukraine did").click()
    dates = card(page).locator(".topic-date").all_inner_texts()
    for told in ("decree 441/2025", "suspension law", "tells the UN", "Switzerland objects"):
        assert [text for text in dates if told in text], told
    expect(card(page)).to_contain_text("this is not a notice of withdrawal")
    card(page).locator(".topic-date", has_text="Switzerland objects").click()
    expect(card(page)).to_be_hidden()
    page.shows("2025-10-17", "UKR")


def test_from_a_disagreement_to_a_source_and_back(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.page.locator("[data-figure=parties] button").click()
    page.page.locator("#reckoning .differ").first.click()
    back = card(page).get_by_role("button", name="Back")
    expect(back).to_be_hidden()
    heading = card(page).get_by_role("heading").first.inner_text()
    card(page).locator(".source").first.click()
    expect(back).to_be_visible()
    back.click()
    expect(card(page).get_by_role("heading").first).to_have_text(heading)
    expect(back).to_be_hidden()
    page.page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    page.shows("2025-12-27")


def test_what_all_sources_agree_on_is_not_marked(reader: Reader) -> None:
    page = reader("?date=2025-06-19&state=FIN&panel=dates")
    vote = page.dates.locator('[data-event-id="fin-2025-06-19-parliament-vote"]')
    expect(vote.locator(".differ")).to_have_count(0)


def test_the_keyboard_goes_from_card_to_card_and_back_to_where_it_was(reader: Reader) -> None:
    page = reader("?date=2025-07-10&state=FIN&panel=dates")
    mark = page.dates.locator('[data-event-id="fin-2025-07-10-notification"] .differ').first
    mark.press("Enter")
    title = card(page).get_by_role("heading").first
    expect(title).to_be_focused()
    topic = title.inner_text()
    source = card(page).locator(".source").nth(1)
    source.press("Enter")
    expect(title).not_to_have_text(topic)
    expect(title).to_be_focused()
    card(page).get_by_role("button", name="Back").press("Enter")
    expect(title).to_have_text(topic)
    expect(source).to_be_focused()
    source.press("Enter")
    page.page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(mark).to_be_focused()
    page.shows("2025-07-10", "FIN")


@pytest.mark.parametrize("width", [390, 1440])
def test_a_count_of_the_legend_leads_to_its_meaning_and_to_the_states_counted(
    reader: Reader, width: int
) -> None:
    page = reader("?date=2025-07-21", viewport={"width": width, "height": 844})
    page.page.locator('#legend [data-standing="notified"] button').click()
    found = page.page.get_by_role("dialog", name="What the colours mean")
    expect(found.get_by_role("heading")).to_be_focused()
    expect(found.get_by_role("heading")).to_be_in_viewport()
    expect(found.locator('[data-standing-names="notified"]')).to_have_text(
        "On the day shown: Estonia, Finland, Latvia, Lithuania."
    )
    expect(found.locator('[data-standing-names="withdrawn"]')).to_have_text(
        "On the day shown: none of them."
    )
    page.page.keyboard.press("Escape")
    expect(page.page.locator('#legend [data-standing="notified"] button')).to_be_focused()
