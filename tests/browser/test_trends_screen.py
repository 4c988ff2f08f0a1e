"""The Trends screen in a browser: charts follow day and state, lead to days, and can be taken."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from browser.conftest import readers
from browser.cut_line import without
from explore_page import DESKTOP, ExplorePage, Reader
from legibility import small_targets, unreadable, violations
from playwright.sync_api import Browser, Locator, expect
from samples import PackCopy

from dashboard.panels.contents import Contents
from dashboard.panels.fragments import Fragments
from dashboard.record.ledger import Ledger

TRENDS = ("parties", "joins", "standings", "votes", "intervals", "statements")
THREE_OUT = "?view=trends&date=2025-12-27"
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
}
WALL: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}}
PNG = b"\x89PNG\r\n\x1a\n"


class TrendsScreen:
    """What a reader's page has on the Trends screen."""

    def __init__(self, reader: ExplorePage) -> None:
        self.reader = reader
        self.page = reader.page

    def trend(self, id_: str) -> Locator:
        return self.page.locator(f"#trend-{id_}")

    def says(self, id_: str) -> Locator:
        return self.trend(id_).locator(".trend-says")

    def is_drawn(self, count: int = len(TRENDS)) -> "TrendsScreen":
        expect(self.page.locator(".trend[data-drawn]")).to_have_count(count, timeout=60_000)
        return self

    def unfold(self, id_: str) -> Locator:
        self.trend(id_).locator("summary").first.click()
        return self.trend(id_).get_by_role("region")


@pytest.fixture(scope="module")
def shared(browser: Browser, address: str) -> Iterator[TrendsScreen]:
    """One page for the tests that go on from wherever it is."""
    with readers(browser, address) as reader:
        screen = TrendsScreen(reader("?date=2025-12-27"))
        asked: list[str] = []
        screen.page.on("request", lambda request: asked.append(request.url))
        screen.page.keyboard.press("c")
        screen.is_drawn()
        # Nothing of it comes before; plotly's file comes once.
        assert len([url for url in asked if "/trends.js" in url]) == 1
        assert len([url for url in asked if "plotly" in url and url.endswith("min.js")]) <= 1
        yield screen


def go_to(screen: TrendsScreen, day: str) -> None:
    screen.reader.field.fill(day)
    screen.reader.field.press("Enter")


def test_it_follows_the_day_and_says_which(shared: TrendsScreen) -> None:
    shared.reader.has_in_address(view="trends")
    go_to(shared, "2012-03-03")
    expect(shared.says("parties")).to_contain_text("On 3 March 2012, 159 states are parties")
    for id_ in TRENDS:
        expect(shared.trend(id_).locator(".trend-day")).to_have_text("3 Mar 2012")
    before = shared.trend("parties").locator(".trend-line").bounding_box()
    go_to(shared, "2025-12-27")
    expect(shared.says("parties")).to_contain_text("On 27 December 2025, 163 states are parties")
    after = shared.trend("parties").locator(".trend-line").bounding_box()
    assert before
    assert after
    assert after["x"] > before["x"] + 100
    rows = shared.unfold("parties").locator("tbody tr")
    expect(rows.last).to_have_class("ahead")
    expect(rows.first).not_to_have_class("ahead")


def test_a_point_and_a_row_lead_to_their_days(shared: TrendsScreen) -> None:
    go_to(shared, "2025-12-27")
    plot = shared.trend("intervals").locator(".nsewdrag")
    plot.scroll_into_view_if_needed()
    dot = shared.trend("intervals").locator(".scatterlayer path.point").last
    dot.hover(force=True)
    tip = shared.trend("intervals").locator(".trend-tip")
    expect(tip).to_contain_text(re.compile(r"\d{4}After [\d,]+ days"))
    when = re.search(r"(\d{4})After", tip.inner_text().replace("\n", ""))
    assert when
    dot.click(force=True)
    expect(shared.reader.body).to_have_attribute("data-date", re.compile(f"^{when[1]}-"))
    link = shared.unfold("joins").get_by_role("link").last
    link.focus()
    link.press("Enter")
    expect(shared.reader.body).to_have_attribute("data-date", "2026-02-20")
    shared.page.go_back()
    expect(shared.reader.body).to_have_attribute("data-date", re.compile(f"^{when[1]}-"))


def test_the_chosen_state_is_marked(shared: TrendsScreen) -> None:
    go_to(shared, "2025-12-27")
    shared.page.locator('.finding [data-choose-state="FIN"]').first.click()
    chosen = shared.trend("votes").locator(".trend-chosen")
    expect(chosen).to_have_text("Marked: Finland.")
    # Finland acceded without a signature of its own.
    expect(shared.trend("intervals").locator(".trend-chosen")).to_have_text("Finland is not in it.")
    votes = shared.trend("votes").locator(".scatterlayer .trace").last.locator("path.point")
    expect(votes).to_have_count(2)
    shared.page.keyboard.press("Escape")
    expect(chosen).to_be_hidden()


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_charts_can_be_taken_as_pictures(shared: TrendsScreen, kind: str, tmp_path: Path) -> None:
    go_to(shared, "2025-12-27")
    expect(shared.says("votes")).to_contain_text("27 December 2025")
    with shared.page.expect_download() as download:
        shared.trend("votes").locator(f'[data-picture="{kind}"]').click()
    assert download.value.suggested_filename == f"flankwatch-trends-votes-2025-12-27.{kind}"
    download.value.save_as(tmp_path / kind)
    content = (tmp_path / kind).read_bytes()
    if kind == "png":
        assert content.startswith(PNG)
        return
    text = " ".join(ElementTree.fromstring(content).itertext())
    for said in ("Votes in parliaments", "27 December 2025", "events.csv", "Poland, 25 June 2025"):
        assert said in text
    assert b"var(--" not in content


def test_keys_for_map_and_list_lead_to_the_screen_that_has_them(shared: TrendsScreen) -> None:
    shared.trend("parties").locator(".record-title").click()
    shared.page.keyboard.press("+")
    shared.reader.has_in_address(view="trends")
    shared.page.keyboard.press("s")
    shared.reader.has_in_address(view=None)
    expect(shared.page.locator("#state-list :focus")).to_have_count(1)
    # There, letters are first letters of states.
    shared.page.locator("a.screen[data-screen=trends]").click()
    expect(shared.trend("parties")).to_be_visible()


def test_it_takes_the_theme_and_paper_without_being_drawn_anew(shared: TrendsScreen) -> None:
    field = shared.trend("standings").locator(".scatterlayer .fills path").first
    colour = "one => getComputedStyle(one).fill"
    light = field.evaluate(colour)
    shared.reader.theme.click()
    dark = field.evaluate(colour)
    assert light != dark
    shared.page.emulate_media(media="print")
    assert field.evaluate(colour) == light
    expect(shared.trend("standings").locator(".trend-details")).to_be_hidden()
    shared.page.emulate_media(media="screen")
    shared.reader.theme.click()


@pytest.mark.parametrize(("habits", "theme"), [(WALL, "light"), (PHONE, "dark")])
def test_it_can_be_read_pressed_and_heard(
    reader: Reader, habits: dict[str, Any], theme: str
) -> None:
    page = reader(f"{THREE_OUT}&state=POL", color_scheme=theme, **habits)
    screen = TrendsScreen(page).is_drawn()
    assert violations(screen.page, each_look_once=True) == []
    assert small_targets(screen.page, 44 if habits is PHONE else 24) == []
    # Tables of many columns are pushed sideways where there is too little room.
    screen.page.locator("details").evaluate_all(
        "all => all.forEach((one) => { one.open = false; })"
    )
    assert unreadable(screen.page) == []
    width = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert screen.page.evaluate(width)
    cut = """() => [...document.querySelectorAll(".trend-plot svg text")].filter((text) => {
      const parts = [text, text.closest(".trend-plot")];
      const [own, plot] = parts.map((one) => one.getBoundingClientRect());
      return own.left < plot.left - 1 || own.right > plot.right + 1;
    }).map(({ textContent }) => textContent)"""
    assert screen.page.evaluate(cut) == []


@pytest.mark.parametrize("part", [r"/plotly[^/]*\.min\.js", "/trends.js"])
def test_what_does_not_come_says_so_and_can_be_tried_again(
    browser: Browser, address: str, part: str
) -> None:
    with without(browser, part, f"{address}{THREE_OUT}") as page:
        failed = page.locator(".trend-figure", has_text="The chart could not be loaded.")
        expect(failed).to_have_count(len(TRENDS))
        page.locator("#date-field").fill("2012-03-03")
        page.locator("#date-field").press("Enter")
        says = page.locator("#trend-parties .trend-says")
        expect(says).not_to_contain_text("2025")
        page.unroute_all()
        failed.first.get_by_role("button", name="Try again").click()
        expect(page.locator("#trend-parties[data-drawn]")).to_have_count(1, timeout=60_000)
        expect(says).to_contain_text("On 3 March 2012")
        page.close()


def test_where_there_is_nothing_of_a_kind_words_say_so_instead_of_a_chart(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    pack = PackCopy(tmp_path / "mine-ban")
    pack.write_records("quotes.csv", pack.records("quotes.csv")[:1])
    empty = Fragments(Contents.of(Ledger(pack.read()), date(2026, 3, 3))).html("trends/statements")
    with readers(browser, address) as reader:
        screen = TrendsScreen(reader("?date=2025-12-27"))
        screen.page.route("**/trends/statements.html", lambda route: route.fulfill(body=empty))
        screen.page.keyboard.press("c")
        screen.is_drawn(len(TRENDS) - 1)
        expect(screen.says("statements")).to_have_text("No quote is on record.")
        expect(screen.trend("statements").locator(".trend-chart")).to_have_count(0)


@pytest.mark.live
def test_without_scripts_there_are_sentences_and_tables(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{address}?view=trends&date=2012-03-03")
    expect(page.locator("#trend-parties .trend-says")).to_contain_text("On 3 March 2012, 159")
    expect(page.locator(".trend-chart:visible")).to_have_count(0)
    page.locator("#trend-joins summary").first.click()
    page.locator("#trend-joins").get_by_role("link", name="2025").click()
    expect(page.locator("#trend-parties .trend-says")).to_contain_text("2025")
    context.close()
