"""Flankwatch beside a plain Dash choropleth: cold visits of both in one run, medians, ratios."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import fields
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory
from time import sleep
from urllib.error import URLError
from urllib.request import urlopen

from bench import tables
from bench.tables import Row, table
from bench.visits import NEVER, PATIENCE, Visit, visit
from chromium import ARGUMENTS, provide
from playwright.sync_api import Browser, sync_playwright
from web.servers import Server
from wheels import built, copied, installed

PLAIN, CHECKOUT, INSTALLED = "plain Dash", "Flankwatch, checkout", "Flankwatch, installed"
PLAIN_PORT = 8151
CONDITIONS = {
    "at full speed": (False, 5),
    "at slow 4G (1.6 Mbit/s, 150 ms), processor four times slower": (True, 3),
}
"""Whether a visit is slowed down, and how many visits there are."""
PLACE = "waking"
"""Its place in the README."""


def seconds(value: float) -> str:
    return f"{value / 1000:.2f} s"


def milliseconds(value: float) -> str:
    return f"{value:,.0f} ms"


def kilobytes(value: float) -> str:
    return f"{value / 1000:,.0f} kB"


def number(value: float) -> str:
    return f"{value:.0f}"


def shift(value: float) -> str:
    return f"{value:.3f}"


ROWS: dict[str, tuple[str, Callable[[float], str]]] = {
    "painted": ("first paint of anything", seconds),
    "answered": ("everything answers: the day moves and the map follows", seconds),
    "drawn": ("plotly’s map is there", seconds),
    "blocked": ("main thread blocked, in all", milliseconds),
    "longest": ("longest task", milliseconds),
    "shifts": ("layout shift", shift),
    "requests_first": ("requests until everything answers", number),
    "bytes_first": ("bytes until then", kilobytes),
    "requests": ("requests of the first visit", number),
    "bytes": ("bytes of the first visit", kilobytes),
    "step": ("step of the date, until the map shows it", milliseconds),
    "elsewhere": ("requests to other hosts", number),
}


@contextmanager
def plain() -> Iterator[str]:
    """The address of the plain page."""
    script = Path(__file__).with_name("plain_dash.py")
    command = [sys.executable, str(script), str(PLAIN_PORT)]
    address = f"http://127.0.0.1:{PLAIN_PORT}/"
    with Popen(command, stdout=DEVNULL, stderr=DEVNULL) as server:
        try:
            while not _answers(address):
                if server.poll() is not None:
                    raise SystemExit(f"the plain page cannot be served at {address}")
                sleep(0.2)
            yield address
        finally:
            server.terminate()


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=5):
            return True
    except (URLError, OSError):
        return False


@contextmanager
def sites() -> Iterator[dict[str, str]]:
    """The addresses of all that is compared: the installed one serves what a wheel was built of."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        (folder / "wheel").mkdir()
        command = installed(built(copied(folder), folder / "wheel"), folder / "installed")
        alone = {"PYTHONPATH": ""}
        own = Server(command=command, folder=folder, variables=alone)
        yield {
            PLAIN: stack.enter_context(plain()),
            CHECKOUT: stack.enter_context(Server()).address,
            INSTALLED: stack.enter_context(own).address,
        }


def middle(visits: Sequence[Visit]) -> Visit:
    """The median of each figure."""
    return Visit(
        **{each.name: median(getattr(one, each.name) for one in visits) for each in fields(Visit)}
    )


def measured(
    browser: Browser, addresses: dict[str, str], slow: bool, runs: int
) -> dict[str, Visit]:
    """The medians of several cold visits of each page, one page after the other every time."""
    visits: dict[str, list[Visit]] = {name: [] for name in addresses}
    for _ in range(runs):
        for name, address in addresses.items():
            visits[name].append(visit(browser, address, slow))
    return {name: middle(found) for name, found in visits.items()}


def compared(found: dict[str, Visit]) -> str:
    """The figures as a table in Markdown; what is compared with the plain page stands last."""
    rows: list[Row] = []
    for name, (words, written) in ROWS.items():
        values = [getattr(one, name) for one in found.values()]
        before, after = values[0], values[-1]
        ratio = f"{after / before:.2g} ×" if before and NEVER not in (before, after) else "–"
        told = ["never" if value == NEVER else written(value) for value in values]
        rows.append([words, *told, ratio])
    return table(["", *found, "against plain Dash"], rows)


def never(found: dict[str, Visit]) -> str:
    """What "never" in a table means, where it stands there."""
    if all(NEVER not in (one.answered, one.drawn) for one in found.values()):
        return ""
    return f"\n\n(Never: not within {PATIENCE} s. Dash gives up on plotly’s file after 30 s.)"


def compare(write: bool, visits: int | None = None) -> None:
    """Print the tables of all conditions; ``write`` puts them into the README, too.

    ``visits`` is how many there are of each page, instead of the usual numbers.
    """
    browser_path = str(provide())
    told = []
    with sites() as addresses, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=[*ARGUMENTS])
        for words, (slow, usual) in CONDITIONS.items():
            runs = visits or usual
            found = measured(browser, addresses, slow, runs)
            told.append(
                f"Medians of {runs} cold visits {words}:\n\n{compared(found)}{never(found)}"
            )
            print(f"\n{told[-1]}", flush=True)
        browser.close()
    if write:
        tables.write(PLACE, told)
