"""Whatever part of the page does not arrive: nothing seen is of two days, and the page says so."""

import re
from collections.abc import Iterator

import pytest
from browser.cut_line import is_of_one_day, without
from browser.sites import Serving
from once import Once
from playwright.sync_api import Browser, Page, Route, expect

from dashboard.paths import ASSETS

THREE_OUT = "?date=2025-12-27"
OUT = {"27 December 2025": 3, "3 March 2026": 5}
"""How many states of the map are out on the days that a document may be of."""
BEFORE = "2024-06-01"
WITHDRAWN = '.map-svg .land-layer path[data-standing="withdrawn"]'
FRAGMENTS = r"/page/[^/]+/.+\.html"


@pytest.fixture(scope="session")
def address(serving_modules: Serving, once: Once) -> Iterator[str]:
    """The address of a dashboard whose modules come one by one: any of them may be missing."""
    with once.share("modules", serving_modules) as address:
        yield address


def go_to(page: Page, day: str) -> None:
    page.locator("#date-field").fill(day)
    page.locator("#date-field").press("Enter")


def has_started(page: Page, how: str = "done") -> None:
    expect(page.locator("html")).to_have_attribute("data-start", how)


@pytest.mark.parametrize(
    "part",
    [r"/plotly[^/]*\.min\.js", r"/geodata/", r"/_dash-component-suites/", r"/_dash-layout"],
)
def test_the_map_follows_the_day_where_the_finer_one_does_not_arrive(
    browser: Browser, address: str, part: str
) -> None:
    with without(browser, part, address + THREE_OUT) as page:
        with page.expect_event("requestfailed", lambda request: re.search(part, request.url)):
            has_started(page)
        expect(page.locator(WITHDRAWN)).to_have_count(3)
        go_to(page, BEFORE)
        expect(page.locator("#headline")).to_contain_text("On 1 June 2024")
        expect(page.locator(WITHDRAWN)).to_have_count(0)
        assert is_of_one_day(page)
        name = page.locator(".map-names [data-iso=EST]")
        expect(name).to_have_attribute("data-standing", "party")
        expect(page.locator('.map-svg path[style*="hatch"]')).to_have_count(0)
        poland = page.locator('.map-svg path[data-iso="POL"]')
        poland.hover()
        expect(page.locator("#map-tip")).to_contain_text("Poland: Party")
        poland.click()
        expect(page.locator("body")).to_have_attribute("data-state", "POL")
        expect(poland).to_have_attribute("data-chosen", "true")
        page.locator("[data-zoom=in]").click()
        expect(page.locator("body")).to_have_attribute("data-whole", "yes")
        expect(page.locator("#map")).to_have_attribute("data-layer", "svg")
        expect(page.locator("#trouble")).to_be_hidden()


def test_the_first_map_has_the_borders_of_the_members_on_the_day(
    browser: Browser, address: str
) -> None:
    with without(browser, r"/plotly[^/]*\.min\.js", f"{address}?date=2023-04-03") as page:
        finland = page.locator('.map-svg path[data-border="FIN"]')
        has_started(page)
        expect(finland).to_be_hidden()
        go_to(page, "2023-04-04")
        expect(finland).to_be_visible()


def needed_to_start() -> list[str]:
    """What the page cannot start without: the record, the entry, and a module of every folder."""
    late = {"brief", "trends", "world"}  # They come when they are asked for.
    modules = sorted(
        path for path in (ASSETS / "js").glob("*/*.js") if path.parent.name not in late
    )
    first = {module.parent.name: f"/assets/js/{module.parent.name}/{module.name}"
             for module in reversed(modules)}  # fmt: skip
    return ["/view.json", "/assets/js/main.js", *first.values()]


@pytest.mark.parametrize("part", needed_to_start())
def test_without_a_part_that_it_needs_the_page_stays_the_document_and_says_so(
    browser: Browser, address: str, document_day: str, part: str
) -> None:
    with without(browser, re.escape(part), address + THREE_OUT) as page:
        has_started(page, "failed")
        trouble = page.locator("#trouble")
        expect(trouble).to_be_visible()
        expect(trouble.locator("p:visible")).to_have_count(1)
        expect(trouble).to_contain_text("did not arrive")
        go_to(page, BEFORE)
        expect(page.locator("#headline")).to_contain_text(f"On {document_day}")
        expect(page.locator(WITHDRAWN)).to_have_count(OUT[document_day])
        assert is_of_one_day(page)
        assert BEFORE not in page.url


def test_without_a_style_sheet_the_page_answers_and_says_that_its_look_is_not_right(
    browser: Browser, address: str
) -> None:
    with without(browser, r"/assets/map\.css", address + THREE_OUT) as page:
        has_started(page)
        trouble = page.locator("#trouble")
        expect(trouble).to_contain_text("A style sheet of this page did not arrive")
        expect(trouble.locator("p:visible")).to_have_count(1)
        page.locator("#date-field").fill(BEFORE)
        page.locator("#date-field").dispatch_event("change")
        expect(page.locator("#headline")).to_contain_text("On 1 June 2024")
        expect(page.locator(WITHDRAWN)).to_have_count(0)
        assert is_of_one_day(page)
        page.unroute_all()
        # The link leads to the day that was gone to, not the one opened with.
        trouble.get_by_role("link").click()
        has_started(page)
        expect(trouble).to_be_hidden()
        expect(page.locator("#headline")).to_contain_text("On 1 June 2024")


def test_a_page_that_could_not_start_starts_when_it_is_loaded_anew(
    browser: Browser, address: str
) -> None:
    with without(browser, "/input/theme.js", address + THREE_OUT) as page:
        has_started(page, "failed")
        page.unroute_all()
        page.locator("#trouble").get_by_role("link").click()
        has_started(page)
        expect(page.locator("#trouble")).to_be_hidden()
        expect(page.locator("#headline")).to_contain_text("On 27 December 2025")


def test_a_page_that_never_starts_says_so_by_itself(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/view.json", lambda _: None)  # It is under way for ever.
    page.goto(address)
    trouble = page.locator("#trouble")
    expect(trouble).to_be_hidden()
    page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
    expect(trouble).to_be_visible()
    expect(trouble).to_contain_text("does not answer yet")
    expect(trouble.get_by_role("link")).to_be_visible()
    context.close()


SHOWS = {
    "explore/headline.js": "showHeadline",
    "explore/state_list.js": "showStateList",
    "explore/time_bar.js": "showTimeBar",
    "map/map.js": "showMap",
}
"""What shows parts of the page that speak of the day."""


@pytest.mark.parametrize(("module", "show"), SHOWS.items())
def test_a_part_that_cannot_follow_the_day_is_not_seen(
    browser: Browser, address: str, module: str, show: str
) -> None:
    def broken(route: Route) -> None:
        answer = route.fetch()
        fault = 'if (arguments[0].before) throw new Error("broken");'
        text, times = re.subn(rf"(function {show}\([^)]*\) {{)", rf"\1 {fault}", answer.text())
        assert times == 1
        route.fulfill(response=answer, body=text)

    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.route(re.compile(r"/plotly[^/]*\.min\.js"), lambda route: route.abort())
    page.route(f"**/{module}", broken)
    page.goto(address + THREE_OUT)
    has_started(page)
    go_to(page, BEFORE)
    expect(page.locator("#trouble")).to_contain_text("is not shown")
    expect(page.locator("body")).to_have_attribute("data-date", BEFORE)
    for text in ("On 27 December 2025", "27 Dec 2025"):
        assert page.get_by_text(text).and_(page.locator(":visible")).count() == 0
    if page.locator(WITHDRAWN).count():
        expect(page.locator(WITHDRAWN).first).to_be_hidden()
    context.close()


def test_a_part_that_cannot_show_the_first_day_is_not_seen_either(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()

    def broken(route: Route) -> None:
        answer = route.fetch()
        text = re.sub(r"(function showFigures\(.*?\) {)", r"\1 throw new Error();", answer.text())
        route.fulfill(response=answer, body=text)

    page.route("**/explore/figures.js", broken)
    page.goto(address + THREE_OUT)
    has_started(page, "broken")
    expect(page.locator("#trouble")).to_contain_text("is not shown")
    expect(page.locator("#headline")).to_be_hidden()
    context.close()
