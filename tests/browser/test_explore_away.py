"""The server is stopped, or there is no line to it any more: the page that is open goes on."""

from browser.cut_line import Complaints, is_of_one_day
from browser.sites import Serving
from explore_page import DESKTOP, ExplorePage
from playwright.sync_api import Browser, expect

from dashboard.panels.screens import RECORD


def test_everything_works_without_the_server_once_the_page_is_whole(
    browser: Browser, serving: Serving
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    complaints = Complaints().listen(tab := context.new_page())
    with serving() as address:
        page = ExplorePage(tab, address).open("?date=2025-12-27").is_whole()
    page.go_to("2026-01-10")
    page.shows("2026-01-10")
    expect(page.headline).to_contain_text("On 10 January 2026")
    expect(page.path("FIN")).to_have_attribute("data-standing", "withdrawn")
    assert is_of_one_day(tab)

    page.choose_in_list("FIN")
    page.shows("2026-01-10", "FIN")
    expect(page.profile).to_contain_text("Finland")
    page.dates.locator("[data-card]:visible").first.click()
    expect(tab.locator("#card-content h3")).to_be_focused()
    tab.keyboard.press("Escape")
    tab.locator("#compare-with").select_option("POL")
    expect(tab.locator("#comparison")).to_be_visible()
    page.clear.click()

    every = page.cards().count()
    tab.locator("[data-choose-stance=opposes]").click()
    expect(page.cards()).not_to_have_count(every)
    page.search.fill("finland")
    assert page.cards().count() < every

    tab.get_by_role("link", name="Record", exact=True).click()
    expect(tab.locator("[data-section]")).to_have_count(len(RECORD.fragments))
    expect(tab.locator("#record-screen .awaited")).to_have_count(0)
    expect(tab.locator('#states-table tr[data-iso="FIN"]')).to_have_attribute(
        "data-standing", "withdrawn"
    )
    tab.get_by_role("link", name="Explore", exact=True).click()
    tab.go_back()
    expect(tab.locator("#states-table")).to_be_visible()
    context.close()
    assert complaints.others == complaints.lost == []
