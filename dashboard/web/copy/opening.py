"""Puts together the site that a copy is taken of: it answers as the copy shall."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dashboard.panels.contents import Contents
from dashboard.panels.kept import Kept
from dashboard.panels.page_parts import version_of
from dashboard.paths import PACKAGE
from dashboard.publish.takeaway import DAY_KINDS
from dashboard.web.front import FrontDoor
from dashboard.web.guard import Guard
from dashboard.web.inventory import Inventory
from dashboard.web.site import (
    A_DAY,
    SCRIPT_HASHES,
    composed_together,
    read_records,
    version_in,
)
from dashboard.web.sources import libraries
from dashboard.web.treaties import TOP, places, with_one_another


@dataclass(frozen=True)
class Below:
    """What the page of a treaty has, ``place`` (with a slash at its end) below the top."""

    place: str
    pack: Path
    inventory: Inventory


@dataclass(frozen=True)
class Copied:
    """A site that answers as a copy of it in plain files shall, and what that is to hold.

    What is made of the same packs and map, by the same program and libraries, is of one
    ``version``. ``pack`` is that of the first treaty, whose page is at the top; the others are
    ``below``.
    """

    front: FrontDoor
    guard: Guard
    inventory: Inventory
    version: str
    pack: Path
    below: Sequence[Below] = ()

    @property
    def all(self) -> list[Below]:
        """What each treaty's page has, with where that is: the first one's at the top."""
        return [Below(TOP, self.pack, self.inventory), *self.below]


def open_copy(
    packs: Sequence[Path],
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
        PackError: a pack is wrong in any cell, or speaks of other states than the map.
        AtlasError: the map's files are not as expected.
    """
    records, day = read_records(packs, boundaries), today + A_DAY
    pages = with_one_another(
        [_keeping(record.on(day), frozenset(without), days) for record in records]
    )
    version = version_in(day.year, packs, boundaries)
    app, inventories = composed_together(pages, records, boundaries, assets, public_url, version)
    guard = guard or Guard()
    front = FrontDoor(guard)
    front.open(app, SCRIPT_HASHES)
    drawn_by = version_of(version.encode(), *_looks(assets), *libraries())
    first, *others = [
        Below(place, pack, _with_days(inventory, bool(days)))
        for place, pack, inventory in zip(
            places([record.ledger for record in records]), packs, inventories, strict=True
        )
    ]
    return Copied(front, guard, first.inventory, drawn_by, first.pack, others)


def _keeping(contents: Contents, without: frozenset[str], days: Collection[date]) -> Contents:
    """The contents with the days that a copy keeps of them."""
    kept = sorted({contents.first_day, *(days or [frame.day for frame in contents.frames])})
    return replace(contents, kept=Kept(contents.first_day, kept, without))


def _with_days(inventory: Inventory, are_few: bool) -> Inventory:
    """With the standings of the days kept, and of all changes unless those days ``are_few``."""
    changes = {} if are_few else inventory.takeaway.kept_days
    return replace(
        inventory, data_days={**changes, **dict.fromkeys(inventory.kept.days, DAY_KINDS)}
    )


def _looks(assets: Path) -> Iterator[bytes]:
    """The content of what says how pictures, handouts and slides look."""
    for path in sorted([*PACKAGE.rglob("*.typ"), *assets.glob("*.css")]):
        yield path.read_bytes()
