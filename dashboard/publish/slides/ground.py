"""The map's shapes as paths: made once for all slides of a ratio, coloured anew on each."""

from collections.abc import Iterator, Mapping, Sequence

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.atlas.view import DEGREES, MapView
from dashboard.publish.drawingml import Box, Path
from dashboard.publish.slides.paths import path_of
from dashboard.story.standings import HATCHED

FINENESS = 2
"""Pixels of the map's own scale in a point: the height of a slide is 1080 of them."""
TOLERANCE = 1.0
"""Pixels: what is smaller is not drawn."""
HATCH = 14.0
"""Pixels from one line of the hatching to the next, along the horizontal."""


class Ground:
    """The map in a box of a slide (points): land, states by ``iso_a3``, places of their names.

    ``states`` (indexed by ``iso_a3``) and ``backdrop`` are in EPSG:4326, ``labels`` in degrees.
    """

    def __init__(
        self,
        states: gpd.GeoDataFrame,
        backdrop: gpd.GeoDataFrame,
        labels: Mapping[str, tuple[float, float]],
        box: Box,
        view: MapView,
    ) -> None:
        self.box, self._map_view = box, view
        size = (round(box.width * FINENESS), round(box.height * FINENESS))
        self._view = shapely.box(0, 0, *size)
        names = list(states.index)
        series = gpd.GeoSeries([*states.geometry, *backdrop.geometry], crs=DEGREES)
        valid = shapely.make_valid(view.placed(series, size).to_numpy())
        polygons = [_areas(shape) for shape in valid]
        simple = shapely.coverage_simplify(polygons, TOLERANCE)
        seen = [_areas(shape.intersection(self._view)) for shape in shapely.make_valid(simple)]
        self._shapes = {
            iso: shape for iso, shape in zip(names, seen, strict=False) if not shape.is_empty
        }
        self.land = self._closed(shapely.union_all(seen[len(names) :]))
        self.states = {
            iso: path
            for iso, shape in self._shapes.items()
            if (path := self._closed(shape)) is not None
        }
        self.labels = self._placed_labels(labels, size)
        self._hatchings: dict[tuple[str, int], Path | None] = {}

    def hatching(self, iso_a3: str, turn: int) -> Path | None:
        """Lines that rise (45) or fall (-45) to the right, as far as the state reaches."""
        key = (iso_a3, turn)
        if key not in self._hatchings:
            cut = self._diagonals(turn).intersection(self._shapes[iso_a3])
            lines = [part.coords for part in _parts(cut) if part.geom_type == "LineString"]
            self._hatchings[key] = path_of(_points(lines), self.box[:2], closed=False)
        return self._hatchings[key]

    @property
    def paths(self) -> Mapping[str, str]:
        """Every path made so far, by the mark that stands for it."""
        made = (self.land, *self.states.values(), *self._hatchings.values())
        return {path.mark: path.xml for path in made if path}

    def width(self, iso_a3: str) -> float:
        """How wide a state is, in points."""
        left, _, right, _ = self._shapes[iso_a3].bounds
        return float(right - left) / FINENESS

    def _diagonals(self, turn: int) -> shapely.MultiLineString:
        _, _, width, height = self._view.bounds
        starts = range(-int(height), int(width), round(HATCH))
        if turn == HATCHED_UP:
            return shapely.MultiLineString([[(x, height), (x + height, 0)] for x in starts])
        return shapely.MultiLineString([[(x, 0), (x + height, height)] for x in starts])

    def _closed(self, shape: BaseGeometry) -> Path | None:
        rings = [
            ring.coords
            for polygon in shapely.get_parts(shape)
            for ring in (polygon.exterior, *polygon.interiors)
        ]
        return path_of(_points(rings), self.box[:2], closed=True)

    def _placed_labels(
        self, labels: Mapping[str, tuple[float, float]], size: tuple[int, int]
    ) -> dict[str, tuple[float, float]]:
        """Where names stand, in points of the slide; those beyond the map are left out."""
        points = gpd.GeoSeries.from_xy(*zip(*labels.values(), strict=True), crs=DEGREES)
        return {
            iso: (self.box.left + point.x / FINENESS, self.box.top + point.y / FINENESS)
            for iso, point in zip(labels, self._map_view.placed(points, size), strict=True)
            if self._view.contains(point)
        }


HATCHED_UP = max(HATCHED.values())


def _parts(shape: BaseGeometry) -> Sequence[BaseGeometry]:
    return list(shapely.get_parts(shape))


def _areas(shape: BaseGeometry) -> shapely.MultiPolygon:
    """The areas of a shape without the lines and points that making it valid left."""
    flat = [part for one in shapely.get_parts(shape) for part in shapely.get_parts(one)]
    return shapely.MultiPolygon([part for part in flat if part.geom_type == "Polygon"])


def _points(lines: Sequence[Sequence[tuple[float, ...]]]) -> Iterator[list[tuple[float, float]]]:
    """The places of lines in points."""
    for line in lines:
        yield [(x / FINENESS, y / FINENESS) for x, y, *_ in line]
