"""Finds the headless Chromium of the browser tests, or gets one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = (
    *("chromium-headless-shell", "chromium"),
    *("chromium-browser", "google-chrome", "google-chrome-stable"),
)
"""The browsers that will do. The first is the same one without windows, menus and extensions: a
page takes it a quarter less work.
"""
PACKAGES = NAMES[:2]
"""Those that Debian has, the first in place of the second."""
VARIABLE = "FLANKWATCH_TEST_BROWSER"

WITHOUT = (
    # What Playwright leaves out itself: the browser reads the last such list alone.
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
    *("OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch"),
    # Pages of the address bar, which nobody sees: 0.7 s of a processor for every window.
    *("WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup", "AiMode"),
    *("OmniboxUIExperimentMaxAutocompleteMatches", "GlobalMediaControls", "Translate"),
)
"""Features of the browser that the tests do without."""
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(WITHOUT)}",
)
"""A browser in a container, which speaks to nobody but the server under test."""


def find() -> Path | None:
    """The browser named by the environment, installed on this machine, or fetched by Playwright."""
    named = os.environ.get(VARIABLE)
    installed = [named] if named else [shutil.which(name) for name in NAMES]
    candidates = [candidate for candidate in installed if candidate] or [_fetched()]
    return next((Path(path) for path in candidates if Path(path).is_file()), None)


def provide() -> Path:
    """The browser, installed first where there is none.

    On Debian and its kin one of its packages, elsewhere Playwright's own.

    Raises:
        SystemExit: it cannot be had; browser tests are never left out silently.
    """
    if browser := find():
        return browser
    for commands in (*map(_debian, PACKAGES), _playwright()):
        done = all(subprocess.run(command, check=False).returncode == 0 for command in commands)
        if done and (browser := find()):
            return browser
    raise SystemExit(
        "The tests need a Chromium and could not get one. Install it, or name it in "
        f"{VARIABLE}=/path/to/chromium."
    )


def _fetched() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _debian(package: str) -> list[list[str]]:
    if not shutil.which("apt-get"):
        return [["false"]]
    prefix = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    apt = [*prefix, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=600"]
    return [[*apt, "update"], [*apt, "install", "--yes", "--no-install-recommends", package]]


def _playwright() -> list[list[str]]:
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]
