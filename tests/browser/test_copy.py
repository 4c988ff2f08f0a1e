"""A copy of the site in plain files, on a host that knows nothing but files, at any path."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from conftest import readers
from explore_page import ExplorePage, Reader
from playwright.sync_api import Browser, expect
from web.copies import few_days, write

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@contextmanager
def plain_host(folder: Path) -> Iterator[str]:
    """The address of a host of plain files; it sends no headers of its own."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as host:
        assert host.stdout is not None
        found = re.search(r"\((http://\S+)\)", host.stdout.readline())
        try:
            assert found is not None
            yield found[1]
        finally:
            host.terminate()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds a copy in its folder ``mines``."""
    folder = tmp_path_factory.mktemp("www")
    days = (date(1999, 3, 1), date(2025, 12, 27), date(2026, 2, 20), date(2026, 3, 3))
    write(few_days("pictures", "previews", days=days), folder / "mines")
    return folder


@pytest.fixture(params=["", "mines/"], ids=["root", "sub-path"])
def arrive(browser: Browser, copy: Path, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Makes readers of the copy, at the root of its host and below it."""
    root = copy if request.param else copy / "mines"
    with (
        plain_host(root) as address,
        readers(browser, f"{address}{request.param}", plotly=True) as reader,
    ):
        yield reader


def test_any_day_and_state_is_shown_with_plotlys_map(arrive: Reader) -> None:
    page = arrive("?date=2025-12-30&state=FIN")
    page.shows("2025-12-30", "FIN")
    expect(page.headline).to_contain_text("On 30 December 2025")
    expect(page.profile).to_contain_text("Finland")
    page.go_to("2004-03-01")
    page.shows("2004-03-01", "FIN")


def test_record_and_briefing_open_and_say_which_day_they_are_of(arrive: Reader) -> None:
    page = arrive("?date=2025-12-30&view=record")
    link = page.page.locator("[data-day-file=csv]")
    expect(link).to_have_attribute("href", "data/standing/2025-12-27.csv")
    with page.page.expect_download() as download:
        link.click()
    assert "FIN,Finland" in download.value.path().read_text(encoding="utf-8-sig")
    page.page.keyboard.press("b")
    stage = page.page.locator("#brief")
    expect(stage).to_contain_text("These scenes are of 27 December 2025")
    page.page.keyboard.press("ArrowRight")
    expect(stage).not_to_have_attribute("data-scene", "now")


def test_what_is_taken_away_is_of_the_last_day_that_there_are_files_of(arrive: Reader) -> None:
    page = arrive("?date=2026-02-25&state=FIN", **CLIPBOARD)
    page.page.get_by_role("button", name="Take away", exact=True).click()
    dialog = page.page.get_by_role("dialog", name="Take away")
    expect(dialog.locator("#take-what")).to_have_text("20 February 2026")
    with page.page.expect_download() as download:
        dialog.get_by_role("link", name="Handout").click()
    assert download.value.suggested_filename == "flankwatch-mine-ban-2026-02-20.pdf"
    assert download.value.path().read_bytes().startswith(b"%PDF-1.7")
    dialog.get_by_role("button", name="Copy the frame").click()
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.page.evaluate("navigator.clipboard.readText()")
    assert f'<iframe src="{page.address}embed/2026-02-20.html" title="20 February' in copied
    framed = page.page.request.get(f"{page.address}embed/2026-02-20.html")
    assert 'href="../?date=2026-02-20"' in framed.text()


WATCH = """new MutationObserver((_, observer) => {
  if (!document.querySelector("#key-figures")) return;
  const { visibility } = getComputedStyle(document.querySelector(".page"));
  window.before = `${document.documentElement.dataset.start || ""}${visibility}`;
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })"""


@pytest.mark.parametrize(
    ("query", "before"),
    [
        ("", "visible"),
        ("?date=2026-03-03", "visible"),
        ("?date=2025-12-30", "hidden"),
        ("?view=record", "hidden"),
    ],
)
def test_no_other_day_is_painted_before_the_one_asked_for(
    browser: Browser, copy: Path, query: str, before: str
) -> None:
    with plain_host(copy) as address:
        page = browser.new_page()
        page.add_init_script(WATCH)
        shown = ExplorePage(page, f"{address}mines/").open(query)
        assert page.evaluate("window.before") == before
        expect(page.locator(".page")).to_have_css("visibility", "visible")
        expect(shown.headline).to_be_visible()
        page.close()
