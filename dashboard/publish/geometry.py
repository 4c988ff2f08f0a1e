"""The map in published files: drawn states, borders and label points of one record."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import geopandas as gpd

from dashboard.atlas.boundaries import (
    read_backdrop,
    read_borders,
    read_boundaries,
    read_cut,
    read_labels,
)
from dashboard.atlas.join import join_standing
from dashboard.atlas.view import MapView
from dashboard.publish.rows import Wholeness
from dashboard.record.kinds import OnMap
from dashboard.record.ledger import Ledger


@dataclass(frozen=True)
class Geometry:
    """States (indexed by ``iso_a3``), borders and the land around them in EPSG:4326, label points
    in degrees.

    ``cut`` says of the states that are not whole how many km² are left out.
    """

    states: gpd.GeoDataFrame
    borders: gpd.GeoDataFrame
    labels: Mapping[str, tuple[float, float]]
    cut: Mapping[str, int]
    backdrop: gpd.GeoDataFrame
    view: MapView

    @classmethod
    def read(cls, ledger: Ledger, boundaries: Path) -> "Geometry":
        """Read the map's files.

        Raises:
            AtlasError: a file is missing or damaged, or map and record name other states.
        """
        drawn = [iso for iso, state in ledger.pack.states.items() if state.map is OnMap.DRAWN]
        standings = ledger.standings(ledger.pack.treaty.verified_through)
        return cls(
            join_standing(read_boundaries(boundaries), standings, drawn),
            read_borders(boundaries),
            read_labels(boundaries),
            read_cut(boundaries),
            read_backdrop(boundaries),
            MapView.of(ledger.pack.treaty.view),
        )

    def wholeness(self, iso_a3: str) -> Wholeness | None:
        """How much of a state is drawn; None of a state that is not drawn at all."""
        if iso_a3 not in self.states.index:
            return None
        return Wholeness(whole=iso_a3 not in self.cut, left_out_km2=self.cut.get(iso_a3))

    @cached_property
    def turned(self) -> gpd.GeoSeries:
        """The shapes of the states as RFC 7946 wants them: exterior rings counter-clockwise.

        In the map's files, made for d3, they run clockwise.
        """
        return self.states.geometry.orient_polygons(exterior_cw=False)
