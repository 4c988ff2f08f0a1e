"""Writes geometries as SVG paths in whole units, which keeps the document small."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry


def areas(shape: BaseGeometry) -> str:
    """The SVG path of areas, in whole units; areas below one unit are left out."""
    rings = (
        ring
        for polygon in shapely.get_parts(shape)
        for ring in (polygon.exterior, *polygon.interiors)
    )
    return "".join(_path(points[:-1]) + "z" for ring in rings if len(points := _points(ring)) > 3)


def lines(shape: BaseGeometry) -> str:
    """The SVG path of lines, in whole units."""
    return "".join(
        _path(points) for line in shapely.get_parts(shape) if len(points := _points(line)) > 1
    )


def _points(line: BaseGeometry) -> list[tuple[int, int]]:
    """The vertices in whole units, each once where several fall together."""
    places = [(round(x), round(y)) for x, y in line.coords]
    return [
        place for before, place in zip([None, *places], places, strict=False) if place != before
    ]


def _path(points: Sequence[tuple[int, int]]) -> str:
    """From the first point on, each place as its distance from the one before."""
    (x, y), *_ = points
    steps = " ".join(_steps(points)).replace(" -", "-")
    return f"M{x} {y}l{steps}"


def _steps(points: Sequence[tuple[int, int]]) -> Iterator[str]:
    for (x, y), (next_x, next_y) in pairwise(points):
        yield f"{next_x - x} {next_y - y}"
