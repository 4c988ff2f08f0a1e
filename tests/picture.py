"""``python -m tests.picture``: takes the README's picture of the running program anew."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from chromium import ARGUMENTS, provide
from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).resolve().parent.parent / ".readme" / "explore.png"
VIEW = "?date=2025-12-27&state=FIN"


def main() -> None:
    """Serve the shipped record, open one telling day, and save what a reader sees."""
    browser_path = str(provide())
    command = [sys.executable, "-m", "dashboard", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = next(word for word in server.stdout.readline().split() if "://" in word)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=browser_path, args=[*ARGUMENTS])
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(address + VIEW)
            page.wait_for_selector("#map[data-drawn=yes]")
            page.wait_for_load_state("networkidle")
            page.screenshot(path=PICTURE)
            browser.close()
        server.terminate()
        server.communicate()


if __name__ == "__main__":
    main()
