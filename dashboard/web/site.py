"""The whole site of one treaty pack: record and map joined, the app composed, its routes closed."""

import hashlib
from datetime import date
from pathlib import Path

from dashboard.app import create_app
from dashboard.atlas.boundaries import read_backdrop, read_borders, read_boundaries, read_labels
from dashboard.atlas.join import join_standing
from dashboard.atlas.neighbours import neighbours
from dashboard.panels.contents import Contents
from dashboard.panels.first_map import FirstMap
from dashboard.panels.map_panel import Shapes
from dashboard.panels.opening import Opening
from dashboard.publish.geometry import Geometry
from dashboard.publish.preview import Previews
from dashboard.publish.takeaway import Takeaway
from dashboard.publish.tokens import light_colours, standing_colours
from dashboard.record.kinds import OnMap
from dashboard.record.ledger import Ledger
from dashboard.record.pack import Pack
from dashboard.web.compression import compress
from dashboard.web.data import add_data
from dashboard.web.front import FrontDoor
from dashboard.web.routes import SHAPES, add_previews, add_routes, keep_page
from dashboard.web.sharing import Sharing


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
    )


def open_site(
    front: FrontDoor,
    pack: Path,
    boundaries: Path,
    assets: Path,
    today: date,
    public_url: str = "",
) -> Pack:
    """Load everything, and open the front door to it. Returns the pack that was loaded.

    ``today`` only sets how far the time bar reaches.

    Raises:
        PackError: the pack is wrong in any cell.
        AtlasError: the map's files are not as expected.
    """
    ledger = Ledger.read(pack)
    shapes = read_shapes(ledger, boundaries)
    contents = Contents.of(ledger, today, shapes.neighbours)
    colours = light_colours(assets / "tokens.css")
    previews = Previews(ledger, contents.frames, shapes.states, shapes.backdrop, colours)
    sharing = Sharing(ledger.pack.treaty, contents.frames, contents.last_day, public_url)
    geometry = Geometry(shapes.states, shapes.borders, shapes.labels, shapes.backdrop)
    takeaway = Takeaway(ledger, contents.frames, geometry, public_url, colours)
    opening = Opening(contents, FirstMap.of(shapes))
    app = create_app(contents, shapes, opening, assets, standing_colours(colours))
    compress(app.server)
    add_routes(app.server, boundaries)
    add_previews(app.server, sharing, previews)
    add_data(app.server, sharing, takeaway)
    keep_page(app.server, sharing, opening)
    front.open(app.server, app.csp_hashes())
    return ledger.pack
