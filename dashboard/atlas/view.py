"""The view of the map: its projection, and the frame that its data must fill."""

from dataclasses import dataclass
from math import asin, atan, cos, degrees, exp, log, pi, radians, sin, tan

import geopandas as gpd
import shapely
from pyproj import Transformer

from dashboard.record.view import Projection, View

DEGREES = "EPSG:4326"
SPHERE = 6371008.8
"""The radius of the globe that the browser draws, in metres."""

WIDEST = 2.4
"""Width by height of the widest view that the data fill."""
BEYOND = {"sides": 100_000.0, "north": 1_150_000.0, "south": 700_000.0}
"""Metres by which the data reach beyond that view. On upright screens the width rules the scale and
more of north and south is seen."""

WITHIN = 1e-4
"""Degrees by which what plotly draws stays within the view, so that no rounding leads beyond it."""

EDGE = 50_000.0
"""Longest straight edge, in metres, that may be drawn without a vertex."""


@dataclass(frozen=True)
class MapView:
    """A view in degrees, as the pack asks for it. ``parallels`` are empty without a cone."""

    centre: tuple[float, float]
    north: float
    south: float
    parallels: tuple[float, ...]

    @classmethod
    def of(cls, view: View) -> "MapView":
        """The view of a pack."""
        is_conic = view.projection is Projection.CONIC
        parallels = (view.parallels or ()) if is_conic else ()
        return cls(view.centre, view.north, view.south, parallels)

    @property
    def equal_area(self) -> str:
        """A projection around the centre; the build measures areas and tolerances in its metres."""
        lon, lat = self.centre
        return f"+proj=laea +lat_0={lat:g} +lon_0={lon:g} +datum=WGS84 +units=m +no_defs"

    @property
    def crs(self) -> str:
        """What the reader sees, in metres on a sphere, as the browser draws it."""
        lon, lat = self.centre
        if not self.parallels:
            return f"+proj=merc +lon_0={lon:g} +R={SPHERE} +units=m +no_defs"
        first, second = self.parallels
        return (
            f"+proj=lcc +lat_1={first:g} +lat_2={second:g} +lat_0={lat:g} +lon_0={lon:g} "
            f"+R={SPHERE} +units=m +no_defs"
        )

    def box(self, aspect: float) -> shapely.Polygon:
        """The view at a width-by-height ratio, as a rectangle in metres of ``crs``."""
        to_view = Transformer.from_crs(DEGREES, self.crs, always_xy=True)
        _, bottom = to_view.transform(self.centre[0], self.south)
        _, top = to_view.transform(self.centre[0], self.north)
        half = aspect * (top - bottom) / 2
        return shapely.box(-half, bottom, half, top)

    def placed(self, shapes: gpd.GeoSeries, size: tuple[int, int]) -> gpd.GeoSeries:
        """Geometries at their places in a picture of the view, with y running down.

        ``size`` is the picture's width and height in its own units. It is as high as the view, and
        shows as much to the sides as there is room.
        """
        width, height = size
        left, _, right, top = self.box(width / height).bounds
        scale = width / (right - left)
        to_picture = [scale, 0, 0, -scale, -scale * left, scale * top]
        return shapes.to_crs(self.crs).affine_transform(to_picture)

    def frame(self, crs: str) -> shapely.Polygon:
        """The area that the data fill, in another CRS: the widest view and what lies beyond."""
        left, bottom, right, top = self.box(WIDEST).bounds
        box = shapely.box(
            left - BEYOND["sides"],
            bottom - BEYOND["south"],
            right + BEYOND["sides"],
            top + BEYOND["north"],
        )
        dense = gpd.GeoSeries([shapely.segmentize(box, EDGE)], crs=self.crs)
        outline: shapely.Polygon = dense.to_crs(crs).iloc[0]
        return outline

    @property
    def ranges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Longitudes and latitudes whose projected box is as wide as the widest view, and as high
        as the view; the page shows the middle of it, as much as there is room.

        plotly fits this box to the drawing and cuts the map to it; any other box leaves empty
        strips.
        """
        half, lower, upper = self._extent
        lon = self.centre[0]
        return (_rounded(lon - half), _rounded(lon + half)), (_rounded(lower), _rounded(upper))

    @property
    def middle(self) -> float:
        """The latitude on the central meridian that lies halfway up the view."""
        if not self.parallels:
            return _rounded(_latitude((_height(self.south) + _height(self.north)) / 2))
        side, cone = self._cone
        radius = (cone.radius(self.south * side) + cone.radius(self.north * side)) / 2
        return _rounded(side * cone.latitude(radius))

    @property
    def _cone(self) -> tuple[int, "_Cone"]:
        """The cone as if it were one of the north, and the sign of its latitudes."""
        side = 1 if self.parallels[0] > 0 else -1
        return side, _Cone.of(*(parallel * side for parallel in self.parallels))

    @property
    def _extent(self) -> tuple[float, float, float]:
        """Half the longitudes of the box, and its latitudes from below."""
        if not self.parallels:
            high = _height(self.north) - _height(self.south)
            return degrees(WIDEST * high / 2), self.south, self.north
        side, cone = self._cone
        far, near = sorted([self.south * side, self.north * side])
        wide = WIDEST * (cone.radius(far) - cone.radius(near)) / 2
        angle = asin(wide / cone.radius(far))
        end = cone.latitude(cone.radius(near) / cos(angle)) - WITHIN
        lower, upper = sorted([side * far, side * end])
        return degrees(angle / cone.n), lower, upper


def _rounded(angle: float) -> float:
    return round(angle, 4)


def _height(latitude: float) -> float:
    """How high a latitude lies in Mercator's projection of a sphere of radius 1."""
    return log(tan(pi / 4 + radians(latitude) / 2))


def _latitude(height: float) -> float:
    return degrees(2 * atan(exp(height)) - pi / 2)


@dataclass(frozen=True)
class _Cone:
    """A conformal cone over the north of a sphere: distances from its apex by latitude."""

    n: float

    @classmethod
    def of(cls, first: float, second: float) -> "_Cone":
        if first == second:
            return cls(sin(radians(first)))
        ratio = log(cos(radians(first)) / cos(radians(second)))
        return cls(ratio / (_height(second) - _height(first)))

    def radius(self, latitude: float) -> float:
        return exp(-self.n * _height(latitude))

    def latitude(self, radius: float) -> float:
        return _latitude(-log(radius) / self.n)
