"""What a reader takes away of the day shown: files that come, that take a while, or that fail."""

from collections.abc import Iterator

import pytest
from explore_page import DESKTOP, ExplorePage, Reader
from playwright.sync_api import Browser, Locator, Route, expect

pytestmark = pytest.mark.live  # What files have in place of this is told in test_copy.py.
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def opened(page: ExplorePage) -> Locator:
    page.page.get_by_role("button", name="Take away", exact=True).click()
    dialog = page.page.get_by_role("dialog", name="Take away")
    expect(dialog).to_be_visible()
    return dialog


def test_files_are_of_the_day_shown_and_the_state_chosen(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    dialog = opened(page)
    expect(dialog).to_contain_text("27 December 2025, Finland")
    link = dialog.get_by_role("link", name="Handout")
    expect(link).to_have_attribute("href", "handout/2025-12-27.pdf?state=FIN")
    table = dialog.get_by_role("link", name="Table")
    expect(table).to_have_attribute("href", "data/standing/2025-12-27.csv")
    page.page.keyboard.press("Escape")
    page.page.keyboard.press("Escape")
    page.go_to("2026-02-20")
    dialog = opened(page)
    expect(dialog.get_by_role("link", name="Handout")).to_have_attribute(
        "href", "handout/2026-02-20.pdf"
    )


def test_a_handout_is_saved_under_a_name_that_says_what_it_is(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    dialog = opened(page)
    with page.page.expect_download() as download:
        dialog.get_by_role("link", name="Handout").click()
    assert download.value.suggested_filename == "flankwatch-mine-ban-2025-12-27-FIN.pdf"
    assert download.value.path().read_bytes().startswith(b"%PDF-1.7")
    expect(dialog.get_by_role("status")).to_be_empty()


def test_what_takes_a_while_says_so_and_can_be_left(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.page.route("**/handout/**", lambda _: None)  # It is being made for ever.
    dialog = opened(page)
    dialog.get_by_role("link", name="Handout").click()
    expect(dialog.get_by_role("status")).to_have_text("Being made: Handout …")
    dialog.get_by_role("button", name="Leave it").click()
    expect(dialog.get_by_role("status")).to_be_empty()
    expect(dialog.get_by_role("button", name="Leave it")).to_be_hidden()


@pytest.fixture
def refused(browser: Browser, address: str) -> Iterator[ExplorePage]:
    """A reader whose browser may say that files were refused."""
    context = browser.new_context(viewport=DESKTOP)
    context.set_default_timeout(30_000)
    yield ExplorePage(context.new_page(), address).open("?date=2025-12-27")
    context.close()


def test_while_the_server_is_busy_it_is_asked_again(refused: ExplorePage) -> None:
    asked: list[str] = []

    def busy_once(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(status=503, headers={"Retry-After": "1"}, body="Ask again.\n")
        else:
            route.continue_()

    refused.page.route("**/handout/**", busy_once)
    dialog = opened(refused)
    with refused.page.expect_download():
        dialog.get_by_role("link", name="Handout").click()
        expect(dialog.get_by_role("status")).to_contain_text("Trying again: Handout")
    assert len(asked) == 2


def test_what_fails_says_that_in_a_sentence(refused: ExplorePage) -> None:
    refused.page.route("**/picture/**", lambda route: route.fulfill(status=404, body="No.\n"))
    dialog = opened(refused)
    dialog.get_by_role("link", name="Drawing").click()
    expect(dialog.get_by_role("status")).to_contain_text("Drawing could not be made")


def test_a_frame_for_another_site_is_copied(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN", **CLIPBOARD)
    dialog = opened(page)
    dialog.get_by_role("button", name="Copy the frame").click()
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        f'<iframe src="{page.address}?view=embed&amp;date=2025-12-27&amp;state=FIN" '
        'title="On 27 December 2025, Estonia, Latvia and Lithuania left the convention; Finland '
        'and Poland are counting down." width="100%" height="640" loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        'style="border: 0"></iframe>'
    )
