"""Whatever part of the page does not arrive: nothing seen is of two days, and the page says so."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser.conftest import serving
from playwright.sync_api import Browser, Page, Route, expect
from samples import PackCopy

from dashboard.paths import ASSETS

THREE_OUT = "?date=2025-12-27"
BEFORE = "2024-06-01"
WITHDRAWN = '.first-map .land-layer path[data-standing="withdrawn"]'
SEEN = """() => {
  const standings = selector => Object.fromEntries(
    [...document.querySelectorAll(selector)].map(({ dataset }) => [dataset.iso, dataset.standing]));
  return [standings(".first-map path[data-iso]"), standings("#state-list [data-iso]")];
}"""


@contextmanager
def without(browser: Browser, parts: str, address: str) -> Iterator[Page]:
    """A page whose line never delivers the files that a pattern finds."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.route(re.compile(parts), lambda route: route.abort())
    page.goto(address)
    yield page
    context.close()


@pytest.mark.parametrize("part", [r"plotly\.min\.js", r"states\.geojson", r"async-graph"])
def test_the_map_follows_the_day_where_the_finer_one_does_not_arrive(
    browser: Browser, address: str, part: str
) -> None:
    with without(browser, part, address + THREE_OUT) as page:
        expect(page.locator("html")).to_have_attribute("data-start", "done")
        expect(page.locator(WITHDRAWN)).to_have_count(3)
        page.locator("#date-field").fill(BEFORE)
        page.locator("#date-field").press("Enter")
        expect(page.locator("#headline")).to_contain_text("On 1 June 2024")
        expect(page.locator(WITHDRAWN)).to_have_count(0)
        on_map, in_list = page.evaluate(SEEN)
        assert len(in_list) > 14
        assert {iso: on_map[iso] for iso in in_list if iso in on_map}.items() <= in_list.items()
        expect(page.locator(".first-map")).to_be_visible()
        name = page.locator(".first-map span", has_text="Estonia")
        expect(name).to_have_attribute("data-standing", "party")
        hatched = page.locator('.first-map path[style*="hatch"]')
        expect(hatched).to_have_count(0)
        expect(page.locator("#trouble")).to_be_hidden()


def test_the_first_map_has_the_borders_of_the_members_on_the_day(
    browser: Browser, address: str
) -> None:
    with without(browser, r"plotly\.min\.js", f"{address}?date=2023-04-03") as page:
        finland = page.locator('.first-map path[data-border="FIN"]')
        expect(page.locator("html")).to_have_attribute("data-start", "done")
        expect(finland).to_be_hidden()
        page.locator("#date-field").fill("2023-04-04")
        page.locator("#date-field").press("Enter")
        expect(finland).to_be_visible()


def test_the_first_map_chooses_states_and_tells_their_standing(
    browser: Browser, address: str
) -> None:
    with without(browser, r"plotly\.min\.js", address + THREE_OUT) as page:
        expect(page.locator("html")).to_have_attribute("data-start", "done")
        poland = page.locator('.first-map path[data-iso="POL"]')
        poland.hover()
        expect(page.locator("#map-tip")).to_contain_text("Poland: Notice given")
        poland.click()
        expect(page.locator("body")).to_have_attribute("data-state", "POL")
        expect(poland).to_have_attribute("data-chosen", "true")


def scripts_and_styles() -> list[str]:
    """Every file of ours that the page asks for."""
    return sorted(file.name for file in ASSETS.iterdir() if file.suffix in (".js", ".css"))


@pytest.mark.parametrize("name", scripts_and_styles())
def test_without_any_one_of_its_files_the_page_is_of_one_day_and_says_what_is_wrong(
    browser: Browser, address: str, name: str
) -> None:
    with without(browser, rf"/assets/{re.escape(name)}", address + THREE_OUT) as page:
        if name == "watch.js":  # Nobody watches, and nothing is missing that is seen.
            expect(page.locator("html")).to_have_attribute("data-start", "done")
            return
        trouble = page.locator("#trouble")
        expect(trouble).to_be_visible()
        expect(trouble.locator("p:visible")).to_have_count(1)
        started = name.endswith(".css")
        if started:
            expect(page.locator("html")).to_have_attribute("data-start", "done")
        else:
            expect(page.locator("html")).to_have_attribute("data-start", "failed")
            expect(trouble).to_contain_text("did not arrive")
        page.locator("#date-field").evaluate(
            """(field, day) => {
              field.value = day;
              field.dispatchEvent(new Event("change", { bubbles: true }));
            }""",
            BEFORE,
        )
        day = "1 June 2024" if started else "27 December 2025"
        expect(page.locator("#headline")).to_contain_text(f"On {day}")
        expect(page.locator(WITHDRAWN)).to_have_count(0 if started else 3)
        on_map, in_list = page.evaluate(SEEN)
        assert {iso: on_map[iso] for iso in in_list if iso in on_map}.items() <= in_list.items()
        assert ("date=2024-06-01" in page.url) is started


@pytest.mark.parametrize(("name", "day"), [("theme.js", "27 December 2025"), ("map.css", "1 June")])
def test_the_page_is_whole_when_it_is_loaded_anew(
    browser: Browser, address: str, name: str, day: str
) -> None:
    with without(browser, rf"/assets/{name}", address + THREE_OUT) as page:
        trouble = page.locator("#trouble")
        expect(trouble).to_be_visible()
        if day == "1 June":  # The link leads to the day that was gone to, not the one opened with.
            expect(page.locator("html")).to_have_attribute("data-start", "done")
            page.locator("#date-field").fill(BEFORE)
            page.locator("#date-field").press("Enter")
            expect(page.locator("#headline")).to_contain_text(f"On {day}")
        page.unroute_all()
        trouble.get_by_role("link").click()
        expect(page.locator("html")).to_have_attribute("data-start", "done")
        expect(trouble).to_be_hidden()
        expect(page.locator("#headline")).to_contain_text(f"On {day}")


def test_a_page_that_never_starts_says_so_by_itself(browser: Browser, address: str) -> None:
    with without(browser, r"watch\.js|wiring\.js|_dash-layout", address) as page:
        trouble = page.locator("#trouble")
        expect(trouble).to_be_hidden()
        page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
        expect(trouble).to_be_visible()
        expect(trouble).to_contain_text("does not answer yet")
        expect(trouble.get_by_role("link")).to_be_visible()


def test_without_scripts_nothing_is_said_about_waiting(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".without-scripts")).to_be_visible()
    assert page.locator("#trouble").evaluate("it => getComputedStyle(it).display") == "none"
    context.close()


@pytest.mark.parametrize("part", ["finding", "states", "timeBar", "firstMap", "screens"])
def test_a_part_that_cannot_follow_the_day_is_not_seen(
    browser: Browser, address: str, part: str
) -> None:
    with without(browser, r"plotly\.min\.js", address + THREE_OUT) as page:
        expect(page.locator("html")).to_have_attribute("data-start", "done")
        page.evaluate("name => { flankwatch[name].show = () => { throw new Error(name); }; }", part)
        page.evaluate("day => flankwatch.take({ kind: 'date', value: day })", BEFORE)
        expect(page.locator("#trouble")).to_contain_text("is not shown")
        expect(page.locator("body")).to_have_attribute("data-date", BEFORE)
        for text in ("On 27 December 2025", "27 Dec 2025"):
            assert page.get_by_text(text).and_(page.locator(":visible")).count() == 0
        if page.locator(WITHDRAWN).count():
            expect(page.locator(WITHDRAWN).first).to_be_hidden()


def test_a_page_of_another_record_does_not_start(browser: Browser, address: str) -> None:
    """As where the document comes out of a cache, and the record from a server begun anew."""
    context = browser.new_context()
    page = context.new_page()

    def old(route: Route) -> None:
        answer = route.fetch()
        body = re.sub(r'data-record="[^"]+"', 'data-record="older"', answer.text())
        route.fulfill(response=answer, body=body)

    page.route(address + THREE_OUT, old)
    page.goto(address + THREE_OUT)
    trouble = page.locator("#trouble")
    expect(trouble).to_contain_text("The record has changed")
    expect(page.locator("#headline")).to_contain_text("On 27 December 2025")
    expect(page.locator(WITHDRAWN)).to_have_count(3)
    page.unroute_all()
    trouble.get_by_role("link").click()
    expect(page.locator("html")).to_have_attribute("data-start", "done")
    expect(trouble).to_be_hidden()
    context.close()


def test_back_to_a_page_whose_server_now_has_another_record(
    browser: Browser, tmp_path: Path
) -> None:
    pack = PackCopy(tmp_path / "pack")
    pack.write("events.csv", pack.text("events.csv") + "\n")
    context = browser.new_context()
    page = context.new_page()
    root = page.locator("html")
    with serving() as address:
        page.goto(address + THREE_OUT)
        expect(root).to_have_attribute("data-start", "done")
        before = root.get_attribute("data-record")
        page.goto(f"{address}healthz")
    port = str(urlsplit(address).port)
    with serving("--pack", str(pack.folder), "--port", port):
        page.go_back()
        expect(root).to_have_attribute("data-start", re.compile("done|changed"))
        if root.get_attribute("data-start") == "changed":  # The document came out of a cache.
            expect(page.locator("#trouble")).to_contain_text("The record has changed")
            page.locator("#trouble").get_by_role("link").click()
        expect(root).to_have_attribute("data-start", "done")
        assert root.get_attribute("data-record") != before
        context.close()
