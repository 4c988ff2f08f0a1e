"""The shipped record, served and opened in a browser, for the tools beside the tests."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chromium import ARGUMENTS, provide
from playwright.sync_api import Page, sync_playwright

from dashboard.paths import DEFAULT_PACK


@contextmanager
def opened(view: str, pack: Path = DEFAULT_PACK) -> Iterator[Page]:
    """The page at 1440 × 900 with ``view`` in its address, the map drawn and all files there."""
    browser_path = str(provide())
    command = [sys.executable, "-m", "dashboard", "serve", "--port", "0", "--pack", str(pack)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = next(word for word in server.stdout.readline().split() if "://" in word)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=browser_path, args=[*ARGUMENTS]
                )
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                page.set_default_timeout(120_000)
                page.goto(address + view)
                page.wait_for_selector("#map[data-drawn=yes]")
                page.wait_for_load_state("networkidle")
                yield page
                browser.close()
        finally:
            server.terminate()
            server.communicate()
