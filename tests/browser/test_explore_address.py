"""The address bar holds the view: it can be kept, walked through, and mistyped."""

from explore_page import Reader
from playwright.sync_api import expect


def test_back_and_forward_walk_through_the_views(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.chip("Against").click()
    page.has_in_address(stance="opposes")
    page.in_headline("Finland").click()
    page.shows("2025-12-27", "FIN")
    page.press_step("Next change")
    page.shows("2026-01-10", "FIN")
    page.page.go_back()
    page.shows("2025-12-27", "FIN")
    expect(page.chip("Against")).to_have_attribute("aria-pressed", "true")
    page.page.go_back()
    page.shows("2025-12-27")
    expect(page.chip("Against")).to_have_attribute("aria-pressed", "true")
    page.search.fill("guterres")
    page.has_in_address(q="guterres", stance="opposes")
    page.choose_in_list("EST")
    page.shows("2025-12-27", "EST")
    page.page.go_back()
    page.shows("2025-12-27")
    expect(page.search).to_have_value("guterres")
    expect(page.cards().first).to_contain_text("António Guterres")
    page.page.go_forward()
    page.shows("2025-12-27", "EST")


def test_a_reload_keeps_the_view(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.choose_in_list("LTU")
    page.press_step("Next change")
    page.search.fill("mines")
    page.chip("For").click()
    page.has_in_address(stance="supports", q="mines", state="LTU", date="2026-01-10")
    cards = page.cards().count()
    address = page.page.url
    page.reload()
    assert page.page.url == address
    page.shows("2026-01-10", "LTU")
    expect(page.search).to_have_value("mines")
    expect(page.chip("For")).to_have_attribute("aria-pressed", "true")
    expect(page.cards()).to_have_count(cards)
    expect(page.notice).to_be_hidden()


NONSENSE: list[tuple[str, list[str]]] = [
    (
        "?date=2025-02-30&state=XXX&panel=zzz&view=boast",
        ["day “2025-02-30”", "state “XXX”", "panel “zzz”", "view “boast”"],
    ),
    (
        f"?date={'9' * 3000}&state={'%F0%9F%98%80' * 40}&q={'x' * 3000}",
        ["day “" + "9" * 40 + "…”", "…”, which is not on record"],
    ),
    (
        "?date=<b>x</b>&state=<img src=x onerror=alert(1)>",
        ["<b>x</b>", "<img src=x onerror=alert(1)>"],
    ),
    ("?date=%00&state=%00", ["which is not a day", "which is not on record"]),
    ("?date=%ED%A0%80&state=%ED%BF%BF&panel=%E0%A4%A", ["which is not a day"]),
    ("?date=&state=__proto__&panel=constructor", ["day “”", "state “__proto__”"]),
    ("?date=1996-12-31", ["day “1996-12-31”", "Showing 3 March 2026 instead"]),
]


def test_nonsense_in_the_address_is_said_and_does_no_harm(reader: Reader) -> None:
    page = reader()
    for query, said in NONSENSE:
        page.open(query)
        page.shows("2026-03-03")
        for words in said:
            expect(page.notice).to_contain_text(words)
        expect(page.notice.locator("img, b")).to_have_count(0)
    page.notice.get_by_role("button", name="Close").click()
    expect(page.notice).to_be_hidden()
    page.shows("2026-03-03")
    page.press_step("Previous change")
    page.shows("2026-02-20")


def test_of_what_an_address_gives_twice_the_first_counts_and_the_rest_is_said(
    reader: Reader,
) -> None:
    page = reader("?state=fin&state=EST&date=2025-12-27&date=1999-01-01&other=thing")
    page.shows("2025-12-27", "FIN")
    for left_out in ("gives “state” more than once; the first one counts, “EST”", "“1999-01-01”"):
        expect(page.notice).to_contain_text(left_out)


def test_a_panel_in_the_address_is_brought_into_view(reader: Reader) -> None:
    page = reader("?date=2025-12-27&panel=quotes")
    expect(page.quotes.get_by_role("heading", name="Quotes")).to_be_in_viewport()
    page.page.locator("[data-choose-panel=states]").click()
    page.has_in_address(panel="states")
    expect(page.page.locator("#state-list")).to_be_in_viewport()
    page.page.go_back()
    page.has_in_address(panel="quotes")
    expect(page.quotes.get_by_role("heading", name="Quotes")).to_be_in_viewport()
