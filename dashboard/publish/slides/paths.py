"""Paths of many points: made as text, and put into the slides when these are done."""

import re
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from dashboard.publish.drawingml import Box, Path

MARK = re.compile(rb"<!--(path [0-9a-f]+)-->")
UNIT = 0.2
"""Points in a unit of a path."""


def path_of(
    contours: Iterable[Sequence[tuple[float, float]]], origin: tuple[float, float], closed: bool
) -> Path | None:
    """A path of contours (points from ``origin`` on); None where nothing is left of them.

    Open contours are lines: they are not filled.
    """
    whole = [_whole(contour) for contour in contours]
    kept = [contour for contour in whole if len(contour) > 1 + closed]
    if not kept:
        return None
    left = min(x for contour in kept for x, _ in contour)
    top = min(y for contour in kept for _, y in contour)
    width = max(max(x for contour in kept for x, _ in contour) - left, 1)
    height = max(max(y for contour in kept for _, y in contour) - top, 1)
    drawn = "".join(
        f'<a:moveTo><a:pt x="{contour[0][0] - left}" y="{contour[0][1] - top}"/></a:moveTo>'
        + "".join(f'<a:lnTo><a:pt x="{x - left}" y="{y - top}"/></a:lnTo>' for x, y in contour[1:])
        + ("<a:close/>" if closed else "")
        for contour in kept
    )
    box = Box(origin[0] + left * UNIT, origin[1] + top * UNIT, width * UNIT, height * UNIT)
    filled = "" if closed else ' fill="none"'
    mark = f"path {sha256(drawn.encode()).hexdigest()[:16]}"
    return Path(box, f'<a:path w="{width}" h="{height}"{filled}>', mark, drawn)


def with_paths(slide: bytes, paths: Mapping[str, str]) -> bytes:
    """The XML of a slide with every mark of a path replaced by that path."""
    return MARK.sub(lambda found: paths[found[1].decode()].encode(), slide)


def _whole(contour: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """The points of a contour in whole units, each but once in a row."""
    found: list[tuple[int, int]] = []
    for x, y in contour:
        point = (round(x / UNIT), round(y / UNIT))
        if not found or found[-1] != point:
            found.append(point)
    return found[:-1] if len(found) > 2 and found[0] == found[-1] else found
