"""``flankwatch geodata``: builds the map's boundaries anew, or those of the world."""

import argparse
from pathlib import Path

from dashboard.record.pack import read_pack


def add_options(command: argparse.ArgumentParser) -> None:
    """The options of the command."""
    command.add_argument(
        "--atlas",
        type=Path,
        metavar="FILE",
        help="countries-10m.json of world-atlas 2.0.2; fetched with npm where it is not given",
    )
    command.add_argument(
        "--world",
        action="store_true",
        help="build the map of the world instead; then --atlas is the folder of world-atlas 2.0.2",
    )
    command.add_argument(
        "--out",
        type=Path,
        metavar="FOLDER",
        help="where to write it. Default: where this installation reads it",
    )


def geodata(options: argparse.Namespace, pack: Path, boundaries: Path, world: Path) -> int:
    """Build what is asked for, and say what was written.

    The map is that of the ``pack``; without a folder in the options it goes to ``boundaries``, that
    of the world to ``world``.

    Raises:
        AtlasError: see ``build`` and ``build_world``.
    """
    from dashboard.atlas.build import build
    from dashboard.atlas.states import MapPlan
    from dashboard.atlas.world.building import build_world

    if options.world:
        out = options.out or world
        print(f"Wrote {build_world(options.atlas, out)} states to {out}")
        return 0
    out = options.out or boundaries
    report = build(options.atlas, MapPlan.of(read_pack(pack)), out)
    print(f"Wrote {report.states} states with {report.vertices:,} points to {out}")
    return 0
