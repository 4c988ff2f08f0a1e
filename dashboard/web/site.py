"""The whole site of one treaty pack: record and map joined, the app composed, its routes closed."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from threading import Lock
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from dash import Dash

from dashboard import __version__
from dashboard.app import create_app
from dashboard.atlas.agreement import open_with_map
from dashboard.atlas.boundaries import (
    read_backdrop,
    read_borders,
    read_boundaries,
    read_cut,
    read_labels,
)
from dashboard.atlas.join import join_standing
from dashboard.atlas.neighbours import neighbours
from dashboard.panels.contents import Contents
from dashboard.panels.first_map import FirstMap
from dashboard.panels.map_panel import Shapes
from dashboard.panels.opening import Opening
from dashboard.publish.geometry import Geometry
from dashboard.publish.preview import Previews
from dashboard.publish.takeaway import Takeaway
from dashboard.publish.tokens import light_colours
from dashboard.record.kinds import OnMap
from dashboard.record.ledger import Ledger
from dashboard.record.pack import Pack
from dashboard.web.compression import compress
from dashboard.web.data import add_data
from dashboard.web.front import FrontDoor
from dashboard.web.open_data import open_to_scripts
from dashboard.web.routes import SHAPES, add_previews, add_routes, keep_page
from dashboard.web.sharing import Sharing

PACK_FILES = (".csv", ".toml")


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


Clock = Callable[[], date]
"""Says what day it is."""


def edition(pack: Path, shapes: Shapes) -> str:
    """A short text that is another one as soon as a file of the record or the map is."""
    digest = hashlib.sha256(f"{__version__} {shapes.version}".encode())
    for file in sorted(pack.iterdir()):
        if file.suffix in PACK_FILES:
            digest.update(f"\0{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def open_site(
    front: FrontDoor,
    pack: Path,
    boundaries: Path,
    assets: Path,
    today: Clock,
    public_url: str = "",
) -> Pack:
    """Load everything, and open the front door to it. Returns the pack that was loaded.

    ``today`` only sets how far the time bar reaches: to the end of its year. When a new year
    begins, the site is composed anew.

    Raises:
        PackError: the pack is wrong in any cell, or speaks of other states than the map.
        AtlasError: the map's files are not as expected.
    """
    ledger = Ledger(open_with_map(pack, boundaries).pack)
    shapes = read_shapes(ledger, boundaries)

    def compose(day: date) -> Dash:
        contents = Contents.of(ledger, day, shapes.neighbours, edition(pack, shapes))
        return _composed(contents, shapes, boundaries, assets, public_url)

    site = YearlySite(compose, today)
    front.open(site, site.script_hashes)
    return ledger.pack


def _composed(
    contents: Contents, shapes: Shapes, boundaries: Path, assets: Path, public_url: str
) -> Dash:
    """The app with all that it answers."""
    ledger, frames = contents.ledger, contents.frames
    colours = light_colours(assets / "tokens.css")
    previews = Previews(ledger, frames, shapes.states, shapes.backdrop, colours)
    sharing = Sharing(ledger.pack.treaty, frames, contents.last_day, public_url)
    geometry = Geometry(shapes.states, shapes.borders, shapes.labels, read_cut(boundaries))
    takeaway = Takeaway(ledger, frames, geometry, public_url)
    opening = Opening(contents, FirstMap.of(shapes))
    app = create_app(contents, shapes, opening, assets)
    open_to_scripts(app.server)
    compress(app.server)
    add_routes(app.server, boundaries)
    add_previews(app.server, sharing, previews)
    add_data(app.server, sharing, takeaway)
    keep_page(app.server, sharing, opening)
    return app


class YearlySite:
    """A WSGI application that is composed anew in every year, as ``today`` tells it.

    The year turns a day early: somewhere on earth it has.
    """

    def __init__(self, compose: Callable[[date], Dash], today: Clock) -> None:
        self._compose = compose
        self._today = today
        self._composing = Lock()
        self._begin(self._day())

    def _day(self) -> date:
        return self._today() + timedelta(days=1)

    def _begin(self, day: date) -> None:
        app = self._compose(day)
        self.script_hashes: Sequence[str] = app.csp_hashes()
        self._app: WSGIApplication = app.server
        self._year = day.year

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if (day := self._day()).year > self._year:
            with self._composing:  # Who asks in the meantime waits: it is composed once.
                if day.year > self._year:
                    self._begin(day)
        return self._app(environ, start_response)
