"""The page in a frame on another site, which is allowed nothing but to open a link."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from legibility import names_on_names, unreadable, violations
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.live  # What files have in place of this is told in test_copy.py.
FRAME = """<!DOCTYPE html><title>An article</title><link rel="icon" href="data:,">
  <body style="margin: 0"><iframe
  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" loading="lazy" title="Map"
  width="100%" height="640" style="border: 0; display: block"
  src="{address}?view=embed&amp;date=2025-12-27&amp;state=FIN">
  </iframe><p>Below.</p></body>"""


@pytest.fixture
def article(tmp_path: Path, address: str) -> Iterator[str]:
    """The address of another site, which shows the page in a frame."""
    (tmp_path / "index.html").write_text(FRAME.format(address=address), encoding="utf-8")
    handler = functools.partial(Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def opened(browser: Browser, address: str, width: int, said: list[str]) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 700}).new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    return page


@pytest.mark.parametrize("width", [320, 640, 1200])
def test_another_site_shows_map_finding_and_day(browser: Browser, article: str, width: int) -> None:
    said: list[str] = []
    page = opened(browser, article, width, said)
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_contain_text("On 27 December 2025, Estonia, Latvia")
    expect(frame.get_by_text("Finland: Notice of withdrawal received on 10 July")).to_be_visible()
    expect(frame.locator('[data-iso="EST"][data-standing="withdrawn"]').first).to_be_visible()
    inner = page.frames[1]
    inner.wait_for_load_state()  # Its style sheet, too: a frame that is loaded late does not wait.
    assert inner.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert inner.evaluate("document.scripts.length") == 0
    assert page.context.cookies() == []
    assert said == []
    page.context.close()


def test_it_leads_to_the_same_view_and_leaves_the_keys_to_the_article(
    browser: Browser, article: str, address: str
) -> None:
    page = opened(browser, article, 640, [])
    page.keyboard.press("ArrowRight")
    expect(page.frame_locator("iframe").locator("h1")).to_contain_text("27 December 2025")
    with page.expect_popup() as popup:
        page.frame_locator("iframe").get_by_role("link", name="Open in Flankwatch").click()
    expect(popup.value).to_have_url(f"{address}?date=2025-12-27&state=FIN")
    page.context.close()


@pytest.mark.parametrize("width", [320, 1200])
def test_everything_in_it_can_be_read(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, f"{address}?view=embed&date=2025-12-27&state=FIN", width, [])
    assert unreadable(page) == []
    assert names_on_names(page) == []
    assert violations(page) == []
    page.context.close()
