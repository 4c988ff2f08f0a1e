"""The map in a preview picture: drawn once, then coloured for any day by changing its palette."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import geopandas as gpd
from PIL import Image, ImageColor, ImageDraw
from shapely import LinearRing, Polygon, get_parts
from shapely.geometry.base import BaseGeometry

from dashboard.atlas.view import placed

SEA, LAND, LINE, FIRST_STATE = range(4)
"""What the number of a pixel stands for; each further state has the next number."""


@dataclass(frozen=True)
class Tones:
    """The colours (``#rrggbb``) of all but states: sea, land without standing, lines of borders."""

    sea: str
    land: str
    line: str


@dataclass(frozen=True)
class Ground:
    """The map as a palette image, in the projection of the page (``CONIC``).

    ``states`` are the codes (``iso_a3``) of the numbers from ``FIRST_STATE`` on.
    """

    drawing: Image.Image
    states: Sequence[str]

    @classmethod
    def drawn(
        cls, states: gpd.GeoDataFrame, backdrop: gpd.GeoDataFrame, size: tuple[int, int], line: int
    ) -> "Ground":
        """Draw ``states`` (indexed by ``iso_a3``) and ``backdrop``, both in EPSG:4326.

        ``size`` is width and height, ``line`` the width of lines, in pixels. The height shows the
        whole flank; the width shows as much beside it as there is room for.
        """
        drawing = Image.new("P", size, SEA)
        draw = ImageDraw.Draw(drawing)
        shapes = placed(states.geometry, size)
        numbered = [(shape, LAND) for shape in placed(backdrop.geometry, size)]
        numbered += zip(shapes, count(FIRST_STATE), strict=False)
        for ring, number in _rings(numbered):
            draw.polygon(list(ring.coords), fill=number)
        for outline in shapes.boundary.explode():
            draw.line(list(outline.coords), fill=LINE, width=line)
        return cls(drawing, tuple(states.index))

    def coloured(self, tones: Tones, fills: Mapping[str, str]) -> Image.Image:
        """The map in colours (``#rrggbb``): ``fills`` by ``iso_a3``; other states as land."""
        image = self.drawing.copy()
        states = [fills.get(iso, tones.land) for iso in self.states]
        colours = [tones.sea, tones.land, tones.line, *states]
        image.putpalette([part for colour in colours for part in ImageColor.getrgb(colour)])
        return image.convert("RGB")


def _rings(numbered: Iterable[tuple[BaseGeometry, int]]) -> Iterator[tuple[LinearRing, int]]:
    """All rings with their numbers, the largest first: the order in which to fill them.

    So a hole is filled (as sea) after the polygon around it, and before what lies in the hole.
    """
    found = []
    for shape, number in numbered:
        for polygon in get_parts(shape):
            found.append((polygon.exterior, number))
            found += [(hole, SEA) for hole in polygon.interiors]
    yield from sorted(found, key=lambda ring: (-Polygon(ring[0]).area, ring[1] != SEA))
