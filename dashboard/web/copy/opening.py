"""Puts together the site that a copy is taken of: it answers as the copy shall."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import distributions
from pathlib import Path

from dashboard.atlas.agreement import open_with_map
from dashboard.panels.contents import Contents
from dashboard.panels.explore.shapes import read_shapes
from dashboard.panels.kept import Kept
from dashboard.panels.page_parts import version_of
from dashboard.paths import PACKAGE
from dashboard.publish.takeaway import DAY_KINDS
from dashboard.record.ledger import Ledger
from dashboard.web.front import FrontDoor
from dashboard.web.guard import Guard
from dashboard.web.inventory import Inventory
from dashboard.web.site import A_DAY, SCRIPT_HASHES, composed, version_in


@dataclass(frozen=True)
class Copied:
    """A site that answers as a copy of it in plain files shall, and what that is to hold.

    What is made of the same pack and map, by the same program and libraries, is of one ``version``.
    """

    front: FrontDoor
    guard: Guard
    inventory: Inventory
    version: str


def open_copy(
    pack: Path,
    boundaries: Path,
    assets: Path,
    today: date,
    public_url: str = "",
    without: Collection[str] = (),
    days: Collection[date] = (),
    guard: Guard | None = None,
) -> Copied:
    """Load everything for a copy with the files of the ``days``, ``without`` some kinds of them.

    Without ``days`` it is all on which a standing on the page changes; the opening day is added.

    ``today`` only sets how far the time bar reaches, as it does for a server; ``guard`` makes the
    headers that hosts are to send.

    Raises:
        PackError: the pack is wrong in any cell, or speaks of other states than the map.
        AtlasError: the map's files are not as expected.
    """
    ledger = Ledger(open_with_map(pack, boundaries).pack)
    shapes = read_shapes(ledger, boundaries)
    day = today + A_DAY
    plain = Contents.of(ledger, day, shapes.neighbours)
    kept = sorted({plain.first_day, *(days or [frame.day for frame in plain.frames])})
    contents = replace(plain, kept=Kept(plain.first_day, kept, frozenset(without)))
    version = version_in(day.year, pack, boundaries)
    app, inventory = composed(contents, shapes, boundaries, assets, public_url, version)
    guard = guard or Guard()
    front = FrontDoor(guard)
    front.open(app.server, SCRIPT_HASHES)
    changes = {} if days else inventory.takeaway.kept_days
    data_days = {**changes, **dict.fromkeys(kept, DAY_KINDS)}
    drawn_by = version_of(version.encode(), *_looks(assets), *_libraries())
    whole = replace(inventory, data_days=data_days)
    return Copied(front, guard, whole, drawn_by)


def _looks(assets: Path) -> Iterator[bytes]:
    """The content of what says how pictures, handouts and slides look."""
    for path in sorted([*PACKAGE.rglob("*.typ"), *assets.glob("*.css")]):
        yield path.read_bytes()


def _libraries() -> Iterator[bytes]:
    """The libraries that are installed, with their versions."""
    yield from sorted(f"{each.name} {each.version}".encode() for each in distributions())
