"""What the processes do that share the work: make the files of single days, compress files."""

import signal
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dashboard.atlas.agreement import open_with_map
from dashboard.garbage import look_seldom_for_garbage
from dashboard.publish.brief_file import Materials
from dashboard.publish.day_files import MAKERS, DayFiles
from dashboard.publish.precompressed import Quality, write_compressed
from dashboard.publish.tokens import all_colours
from dashboard.record.ledger import Ledger


@dataclass(frozen=True)
class Origin:
    """What everything is made from: the pack, the map's folder and the style sheet of colours."""

    pack: Path
    boundaries: Path
    style_sheet: Path


@cache
def _day_files(origin: Origin) -> DayFiles:
    ledger = Ledger(open_with_map(origin.pack, origin.boundaries).pack)
    return DayFiles(Materials.of(ledger, origin.boundaries, all_colours(origin.style_sheet)))


def begin() -> None:
    """Be one that works for another, to whom it is left to end when Ctrl-C is pressed."""
    look_seldom_for_garbage()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def write_day_file(
    origin: Origin, template: str, day: date, path: Path, quality: Quality | None
) -> None:
    """Make the file of a day and write it; where a ``quality`` is given, compress it so."""
    _, make = MAKERS[template]
    content = make(_day_files(origin), day)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if quality:
        write_compressed(path, quality)
