"""Reads the map's shapes from their files and joins them to the record."""

import hashlib
from pathlib import Path

from dashboard.atlas.boundaries import read_backdrop, read_borders, read_boundaries, read_labels
from dashboard.atlas.join import join_standing
from dashboard.atlas.neighbours import neighbours
from dashboard.atlas.view import MapView
from dashboard.panels.explore.map_panel import Shapes
from dashboard.record.kinds import OnMap
from dashboard.record.ledger import Ledger

SHAPES = ("states.geojson", "backdrop.geojson")
"""The files that the map in the browser is drawn from."""


def read_shapes(ledger: Ledger, boundaries: Path) -> Shapes:
    """Read the map and join it to the standings of the last day that the record vouches for.

    Raises:
        AtlasError: a file is missing or damaged, or the map and the record name other states.
    """
    drawn = [iso for iso, state in ledger.pack.states.items() if state.map is OnMap.DRAWN]
    backdrop = read_backdrop(boundaries)
    states = join_standing(
        read_boundaries(boundaries),
        ledger.standings(ledger.pack.treaty.verified_through),
        drawn,
    )
    digest = hashlib.sha256(b"".join((boundaries / name).read_bytes() for name in SHAPES))
    return Shapes(
        version=digest.hexdigest()[:12],
        states=states,
        backdrop=backdrop,
        labels=read_labels(boundaries),
        borders=read_borders(boundaries),
        neighbours=neighbours(states),
        view=MapView.of(ledger.pack.treaty.view),
    )
