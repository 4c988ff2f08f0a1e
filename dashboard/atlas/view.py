"""The projections of the map, and the frame that its data must fill."""

import geopandas as gpd
import shapely
from pyproj import Transformer

DEGREES = "EPSG:4326"

EQUAL_AREA = "+proj=laea +lat_0=57 +lon_0=26 +datum=WGS84 +units=m +no_defs"
"""Centred on the flank; areas and tolerances of the build are measured here, in metres."""

PARALLELS = (48, 66)
"""The standard parallels of what the reader sees, in degrees north."""
CENTRAL_LONGITUDE = 26.0
CONIC = (
    f"+proj=lcc +lat_1={PARALLELS[0]} +lat_2={PARALLELS[1]} +lat_0=57 +lon_0={CENTRAL_LONGITUDE:g} "
    "+R=6371008.8 +units=m +no_defs"
)
"""What the reader sees: conformal conic on a sphere, as the browser draws it."""

NORTH = 71.9
"""Latitude at the top of the view, on the central meridian: a little beyond the North Cape."""
SOUTH = 40.6
"""Latitude at its foot, on the central meridian: a little beyond Bulgaria."""

WIDEST = 2.4
"""Width by height of the widest view that the data fill."""
BEYOND = {"sides": 100_000.0, "north": 1_150_000.0, "south": 700_000.0}
"""Metres by which the data reach beyond that view. On upright screens the width rules the scale and
more of north and south is seen; in the north, Svalbard comes whole."""

EDGE = 50_000.0
"""Longest straight edge, in metres, that may be drawn without a vertex."""


def view_box(aspect: float) -> shapely.Polygon:
    """Return the view of the flank at a width-by-height ratio, as a rectangle in `CONIC` metres."""
    to_conic = Transformer.from_crs(DEGREES, CONIC, always_xy=True)
    _, bottom = to_conic.transform(CENTRAL_LONGITUDE, SOUTH)
    _, top = to_conic.transform(CENTRAL_LONGITUDE, NORTH)
    half = aspect * (top - bottom) / 2
    return shapely.box(-half, bottom, half, top)


def placed(shapes: gpd.GeoSeries, size: tuple[int, int]) -> gpd.GeoSeries:
    """Return geometries at their places in a picture of the view, with y running down.

    ``size`` is the picture's width and height in its own units. It is as high as the flank, and
    shows as much to the sides as there is room.
    """
    width, height = size
    left, _, right, top = view_box(width / height).bounds
    scale = width / (right - left)
    to_picture = [scale, 0, 0, -scale, -scale * left, scale * top]
    return shapes.to_crs(CONIC).affine_transform(to_picture)


def frame(crs: str) -> shapely.Polygon:
    """Return the area that the data fill, in another CRS: the widest view and what lies beyond."""
    left, bottom, right, top = view_box(WIDEST).bounds
    box = shapely.box(
        left - BEYOND["sides"],
        bottom - BEYOND["south"],
        right + BEYOND["sides"],
        top + BEYOND["north"],
    )
    dense = gpd.GeoSeries([shapely.segmentize(box, EDGE)], crs=CONIC)
    outline: shapely.Polygon = dense.to_crs(crs).iloc[0]
    return outline
