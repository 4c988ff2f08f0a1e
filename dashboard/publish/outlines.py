"""The outlines of the map as numbers, for templates: cut to a window, as fine as it can show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import geopandas as gpd
import shapely
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from dashboard.publish.geometry import Geometry
from dashboard.publish.typesetting import as_json

GRID = 0.1
"""Points of the paper in a unit of the numbers; a point is 4/3 pixels."""
POINTS = 0.75
"""Points in a pixel."""
FINEST = 1.0
"""Pixels by which an outline may differ from that of the map's files."""
MARGIN = 4
"""Pixels beyond the window at which shapes are cut, so that no cut is seen."""
CLOSEST = 1_500_000.0
"""Height in metres of the closest window on a state, so that its neighbours are in it."""
AROUND = 1.7
"""Height and width of a window by those of the state in its middle."""
KEPT = 32
"""How many windows are kept once made; each takes some 100 kB."""


@dataclass(frozen=True)
class Window:
    """The part of the plane that a picture shows, and its size in pixels."""

    left: float
    top: float
    metres: float
    """Metres in a pixel."""
    size: tuple[int, int]

    @classmethod
    def of(cls, box: shapely.Polygon, size: tuple[int, int]) -> "Window":
        """The window on a box that has the shape of ``size``."""
        left, bottom, _, top = box.bounds
        return cls(left, top, (top - bottom) / size[1], size)

    def placed(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape of the plane in units of the numbers, with y running down."""
        scale = POINTS / GRID / self.metres
        return affine_transform(shape, [scale, 0, 0, -scale, -scale * self.left, scale * self.top])

    @property
    def area(self) -> tuple[float, float, float, float]:
        """Where shapes are cut, in units of the numbers."""
        width, height = (length * POINTS / GRID for length in self.size)
        margin = MARGIN * POINTS / GRID
        return -margin, -margin, width + margin, height + margin


class Outlines:
    """The map of one record for all templates. What was made is kept and made only once a run."""

    def __init__(self, geometry: Geometry) -> None:
        self._geometry = geometry
        self.window = lru_cache(KEPT)(self._window)

    def _window(self, size: tuple[int, int], state: str | None = None) -> str:
        """The outlines in a window of ``size`` pixels as JSON for a template.

        The window shows the whole view, or else a ``state`` (``iso_a3``) and its neighbours.
        ``land`` and each of ``states`` (by ``iso_a3``) are rings: lists of x and y in turn, in
        units of ``grid`` points; filled even-odd, they leave the holes free. ``names`` are the
        places of names that lie in the window, in the same units.
        """
        window = Window.of(self._box(size, state), size)
        states = dict(
            zip(self._geometry.states.index, self._cut(self._states, window), strict=True)
        )
        (land,) = self._cut(self._land, window)
        return as_json(
            {
                "grid": GRID,
                "size": size,
                "land": rings(land),
                "states": {iso: rings(shape) for iso, shape in states.items() if shape},
                "names": dict(self._places(window)),
            }
        )

    @cached_property
    def _states(self) -> Sequence[BaseGeometry]:
        return list(self._geometry.states.geometry.to_crs(self._geometry.view.crs))

    @cached_property
    def _land(self) -> Sequence[BaseGeometry]:
        return list(self._geometry.backdrop.geometry.to_crs(self._geometry.view.crs))

    @cached_property
    def _names(self) -> Mapping[str, shapely.Point]:
        labels = self._geometry.labels
        points = gpd.GeoSeries(map(shapely.Point, labels.values()), index=list(labels), crs=4326)
        return dict(points.to_crs(self._geometry.view.crs))

    def _box(self, size: tuple[int, int], state: str | None) -> shapely.Polygon:
        """What is shown of the plane: never beyond the land that the map's files hold."""
        aspect = size[0] / size[1]
        whole = self._geometry.view.box(aspect)
        if state not in self._geometry.states.index:  # None, or too small for a shape.
            return whole
        _, bottom, _, top = whole.bounds
        at = self._geometry.states.index.get_loc(state)
        west, south, east, north = self._states[at].bounds
        height = max(AROUND * (north - south), AROUND * (east - west) / aspect, CLOSEST)
        if height >= top - bottom:
            return whole
        west_end, south_end, east_end, _ = self._geometry.view.frame(self._geometry.view.crs).bounds
        x = _within((west + east) / 2, west_end, east_end, aspect * height)
        y = _within((south + north) / 2, south_end, top, height)
        return shapely.box(
            x - aspect * height / 2, y - height / 2, x + aspect * height / 2, y + height / 2
        )

    def _cut(self, shapes: Sequence[BaseGeometry], window: Window) -> list[BaseGeometry]:
        """The shapes in a window, still without gaps or overlaps between neighbours."""
        simplified = shapely.coverage_simplify(shapes, FINEST * window.metres)
        return [
            shapely.clip_by_rect(shapely.make_valid(window.placed(shape)), *window.area)
            for shape in simplified
        ]

    def _places(self, window: Window) -> Iterator[tuple[str, tuple[int, int]]]:
        width, height = (length * POINTS / GRID for length in window.size)
        for iso, point in self._names.items():
            place = window.placed(point)
            if 0 < place.x < width and 0 < place.y < height:
                yield iso, (round(place.x), round(place.y))


def _within(centre: float, least: float, most: float, length: float) -> float:
    """The centre of a stretch of ``length`` that stays between ``least`` and ``most``."""
    return min(max(centre, least + length / 2), most - length / 2)


def rings(shape: BaseGeometry) -> list[list[int]]:
    """The rings of areas, each a list of x and y in turn; rings that shrank to a line are left."""
    found = (
        _numbers(ring)
        for polygon in shapely.get_parts(shape)
        if isinstance(polygon, shapely.Polygon)
        for ring in (polygon.exterior, *polygon.interiors)
    )
    return [ring for ring in found if len(ring) > 4]


def _numbers(ring: BaseGeometry) -> list[int]:
    """The vertices in whole units, each once where several fall together."""
    numbers: list[int] = []
    for x, y in ring.coords[:-1]:
        place = [round(x), round(y)]
        if place != numbers[-2:]:
            numbers += place
    return numbers
