"""The map of a picture: every state drawn once as a number, and coloured anew for every day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import geopandas as gpd
from PIL import Image, ImageColor, ImageDraw
from shapely import LinearRing, Polygon, get_parts
from shapely.geometry.base import BaseGeometry

from dashboard.atlas.view import placed

SEA, LAND, LINE, FIRST_STATE = range(4)
"""Pixels of the drawing are numbers: what lies there; the states in order from the last one on."""


@dataclass(frozen=True)
class Tones:
    """What is not a state: colours of sea, of land without standing, and of the lines between."""

    sea: str
    land: str
    line: str


@dataclass(frozen=True)
class Ground:
    """The view of the flank as numbers, in the projection of the page."""

    drawing: Image.Image
    states: Sequence[str]

    @classmethod
    def drawn(
        cls, states: gpd.GeoDataFrame, backdrop: gpd.GeoDataFrame, size: tuple[int, int], line: int
    ) -> "Ground":
        """Draw ``states`` (indexed by ``iso_a3``) and ``backdrop``, both in EPSG:4326.

        ``size`` is width and height, ``line`` the width of lines, in pixels. The view is as high
        as that of the page, and as wide as there is room.
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
        """The map in colours: ``fills`` by the codes of states, and as land all others."""
        image = self.drawing.copy()
        states = [fills.get(iso, tones.land) for iso in self.states]
        colours = [tones.sea, tones.land, tones.line, *states]
        image.putpalette([part for colour in colours for part in ImageColor.getrgb(colour)])
        return image.convert("RGB")


def _rings(numbered: Iterable[tuple[BaseGeometry, int]]) -> Iterator[tuple[LinearRing, int]]:
    """All rings in the order in which to fill them; holes are sea until something is in them.

    What lies in a hole is no larger than the hole, and that no larger than the polygon around it.
    """
    found = []
    for shape, number in numbered:
        for polygon in get_parts(shape):
            found.append((polygon.exterior, number))
            found += [(hole, SEA) for hole in polygon.interiors]
    yield from sorted(found, key=lambda ring: (-Polygon(ring[0]).area, ring[1] != SEA))
