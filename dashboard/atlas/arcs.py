"""Takes shapes apart into arcs: the line between two neighbours is one arc of both."""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import shapely

from dashboard.atlas.degrees import DECIMALS

UNIT = 10**DECIMALS
"""Steps to a degree: the map's files have no finer coordinates."""

Point = tuple[int, int]
"""Longitude and latitude, in steps."""
Arc = tuple[Point, ...]
Ring = list[int]
"""The arcs of a ring in their order, by number; ``~number`` is the arc from its end."""
Parts = list[list[Ring]]
"""Polygons, of which each is an exterior ring and the rings of its holes."""


class Arcs:
    """The arcs of some shapes, in the order in which the shapes first take them.

    There are ``unit`` steps to a degree.
    """

    def __init__(self, shapes: list[shapely.Geometry], unit: int = UNIT) -> None:
        self._unit = unit
        beside: defaultdict[Point, set[frozenset[Point]]] = defaultdict(set)
        rings = (part for shape in shapes for part in _parts(shape, unit))
        for points in (points for part in rings for points in part):
            for place, point in enumerate(points):
                beside[point].add(frozenset((points[place - 1], points[place + 1 - len(points)])))
        self._ends = {point for point, pairs in beside.items() if len(pairs) > 1}
        self._numbers: dict[Arc, int] = {}

    @property
    def all(self) -> list[Arc]:
        """Every arc, in the order of the numbers."""
        return [*self._numbers]

    def parts(self, shape: shapely.Geometry) -> Parts:
        """The shape as numbers of arcs. A ring may begin at another of its points than before."""
        return [[self._ring(points) for points in part] for part in _parts(shape, self._unit)]

    def _ring(self, points: list[Point]) -> Ring:
        cuts = [place for place, point in enumerate(points) if point in self._ends] or [0]
        ends = [*cuts[1:], cuts[0] + len(points)]
        twice = points + points
        return [
            self._number(tuple(twice[begin : end + 1]))
            for begin, end in zip(cuts, ends, strict=True)
        ]

    def _number(self, arc: Arc) -> int:
        if (turned := arc[::-1]) in self._numbers:
            return ~self._numbers[turned]
        return self._numbers.setdefault(arc, len(self._numbers))


def _parts(shape: shapely.Geometry, unit: int) -> Iterator[list[list[Point]]]:
    """The rings of every polygon of a shape, each without its last point, which is its first."""
    for polygon in shapely.get_parts(shape):
        yield [_points(ring, unit) for ring in (polygon.exterior, *polygon.interiors)]


def _points(ring: shapely.LinearRing, unit: int) -> list[Point]:
    steps = np.rint(shapely.get_coordinates(ring)[:-1] * unit).astype(int)
    return [(x, y) for x, y in steps.tolist()]
