"""Exports the site as a command: reads what is asked for, shows how far it is, says what it did."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

from dashboard.panels.kept import KINDS
from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.publish.export import ExportError
from dashboard.web.base_path import BasePath, public_address
from dashboard.web.copy.making import Origin
from dashboard.web.copy.opening import open_copy
from dashboard.web.copy.progress import shown
from dashboard.web.copy.write import write_copy
from dashboard.web.guard import Guard


def export_site(folder: Path, settings: Mapping[str, Any], without: str | None) -> str:
    """Write the whole site into a folder, and return what was done, in a line.

    Of the ``settings`` it takes packs, address, and what is said in headers.

    Raises:
        ExportError: it cannot be written, or is asked for in words that it does not know.
        PackError: a pack is wrong in any cell, or speaks of other states than the map.
        AtlasError: the map's files are not as expected.
    """
    kinds, packs = _kinds(without), settings["pack"]
    begun = monotonic()
    guard = Guard(settings["embed_hosts"], hsts=settings["hsts"])
    copied = open_copy(
        packs, BOUNDARIES, ASSETS, date.today(), public_address(settings), kinds, guard=guard
    )
    origin = Origin(packs[0], BOUNDARIES, ASSETS / "tokens.css")
    with shown("Files made") as progress:
        done = write_copy(copied, origin, folder, BasePath.of(settings).path, progress)
    took = monotonic() - begun
    return (
        f"{folder}: {done.files:,} files, {done.size / 1e6:.1f} MB; {done.written:,} written, "
        f"{done.removed:,} removed, {took:.0f} s"
    )


def _kinds(without: str | None) -> list[str]:
    given = [word.strip().lower() for word in without.split(",")] if without else []
    for word in given:
        if word not in KINDS:
            raise ExportError(f"--without: {word!r} (expected some of {', '.join(KINDS)})")
    return given
