"""Copies of the shipped site that hold the files of few days, so that they are made quickly."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from dashboard.panels.kept import KINDS
from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.publish.folder import Outcome
from dashboard.web.copy.making import Origin
from dashboard.web.copy.opening import Copied, open_copy
from dashboard.web.copy.write import Progress, write_copy

TODAY, OPENING = date(2026, 2, 20), date(2026, 3, 3)
DAYS = (date(1999, 3, 1), date(2025, 12, 27), OPENING)
QUICK = {"br": 1, "gz": 1}
"""How hard tests compress texts; a copy for readers takes most of its time for that."""
ORIGIN = Origin(DEFAULT_PACK, BOUNDARIES, ASSETS / "tokens.css")


def few_days(*without: str, days: tuple[date, ...] = DAYS) -> Copied:
    """The shipped site as it is copied, of three days only."""
    return open_copy([DEFAULT_PACK], BOUNDARIES, ASSETS, TODAY, without=without, days=days)


def without_scripts() -> Copied:
    """The same without what takes long: without Dash and Plotly, and without what is drawn."""
    copied = few_days(*KINDS)
    kept = replace(copied.inventory.kept, opening=date.min)  # Not even the preview of the page.
    return replace(copied, inventory=replace(copied.inventory, late=list, kept=kept))


def write(
    copied: Copied,
    folder: Path,
    base_path: str = "/",
    progress: Progress = lambda _done, _total: None,
) -> Outcome:
    """Write a copy, whose texts are compressed in a hurry."""
    return write_copy(copied, ORIGIN, folder, base_path, progress, QUICK)


def lying(folder: Path) -> dict[str, bytes]:
    """The content of every file below a folder, by its path there."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
