"""Cut the world down to the frame, in the equal-area projection."""

import geopandas as gpd
import shapely

from dashboard.atlas.view import DEGREES, MapView


def parts_near_frame(world: gpd.GeoDataFrame, view: MapView) -> gpd.GeoDataFrame:
    """Return the polygons that lie near the frame, one a row, valid and in the view's equal-area
    projection.

    Land on the far side of the globe goes before projecting: there the projection tears it apart.
    """
    parts = world.explode(ignore_index=True)
    parts = parts[parts.intersects(shapely.box(*view.frame(DEGREES).bounds))].to_crs(
        view.equal_area
    )
    valid = parts.make_valid(method="structure", keep_collapsed=False)
    return parts.set_geometry(valid).explode(ignore_index=True)


def cut_to_frame(coverage: gpd.GeoSeries, view: MapView) -> gpd.GeoSeries:
    """Return a coverage without what lies outside the frame; keeps every row, even if empty."""
    cut = coverage.intersection(view.frame(str(coverage.crs)))
    return gpd.GeoSeries(
        [_areas(geometry) for geometry in cut], index=coverage.index, crs=coverage.crs
    )


def _areas(geometry: shapely.Geometry) -> shapely.MultiPolygon:
    parts = shapely.get_parts(geometry)
    return shapely.MultiPolygon([part for part in parts if isinstance(part, shapely.Polygon)])
