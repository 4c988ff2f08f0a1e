"""Parts of the page that are files of their own: they come late, or do not come, and it is said."""

from browser.cut_line import without
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.panels.screens import RECORD

FRAGMENTS = r"/page/[^/]+/.+\.html"
FAILED = "[role=alert]:not(#trouble, [hidden])"


def try_again(place: Locator) -> None:
    place.get_by_role("button", name="Try again").first.click()


def opened(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("data-start", "done")


def test_what_does_not_arrive_is_said_where_it_is_missed_and_can_be_tried_again(
    browser: Browser, address: str
) -> None:
    with without(browser, FRAGMENTS, f"{address}?date=2025-12-27") as page:
        opened(page)
        places = {
            "dates": page.locator("#dates-panel"),
            "quotes": page.locator("#quotes-panel"),
            "profile": page.locator("#profiles"),
            "comparison": page.locator("#comparison-place"),
        }
        page.locator('#state-list [data-iso="FIN"]').click()
        for name in ("dates", "quotes", "profile"):
            expect(places[name].locator(FAILED)).to_contain_text("could not be")
        page.locator("#compare-with").select_option("EST")
        expect(places["comparison"].locator(FAILED)).to_contain_text("could not be")
        citation = page.locator("#dates-panel [data-card]:visible").first
        citation.click()
        card = page.locator("#card-content")
        expect(card.locator(FAILED)).to_contain_text("could not be")
        expect(page.locator("#trouble")).to_be_hidden()

        page.unroute_all()
        try_again(card)
        expect(card.locator("h3")).to_be_visible()
        page.keyboard.press("Escape")
        for name in ("dates", "quotes"):
            try_again(places[name])
            expect(places[name].locator(FAILED)).to_have_count(0)
        try_again(places["comparison"])
        expect(page.locator("#comparison")).to_be_visible()
        page.locator("#state-tools").get_by_role("button", name="Clear").click()
        page.locator('#state-list [data-iso="FIN"]').click()
        expect(page.locator('#profiles [data-profile="FIN"] h2')).to_be_visible()


def test_sections_of_the_record_that_do_not_arrive_are_all_tried_again(
    browser: Browser, address: str
) -> None:
    with without(browser, FRAGMENTS, f"{address}?date=2025-12-27") as page:
        opened(page)
        page.get_by_role("link", name="Record", exact=True).click()
        screen = page.locator("#record-screen")
        expect(screen.locator(FAILED)).to_have_count(len(RECORD.fragments))
        expect(page.locator("#headline")).to_contain_text("On 27 December 2025")
        page.unroute_all()
        try_again(screen)  # Where one of them can be had, the others are tried by themselves.
        expect(screen.locator(FAILED)).to_have_count(0)
        expect(page.locator("[data-section]")).to_have_count(len(RECORD.fragments))
        expect(page.locator('#states-table tr[data-iso="EST"]')).to_have_attribute(
            "data-standing", "withdrawn"
        )


def test_one_that_does_not_arrive_keeps_none_of_the_others(browser: Browser, address: str) -> None:
    with without(browser, r"/profiles\.html", f"{address}?date=2025-12-27") as page:
        with page.expect_response("**/record/about.html"):
            opened(page)
        page.locator('#state-list [data-iso="LVA"]').click()
        expect(page.locator('#profiles [data-profile="LVA"] h2')).to_be_visible()
        assert page.locator("body").get_attribute("data-whole") is None
