"""Puts the site of one treaty pack together: record, map, page, data files and routes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from threading import Lock
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from dash import Dash

from dashboard.app import Late, create_app
from dashboard.atlas.agreement import open_with_map
from dashboard.atlas.boundaries import read_cut
from dashboard.page_files import PageFiles
from dashboard.panels.brief.file import Briefs
from dashboard.panels.contents import Contents
from dashboard.panels.document import Documents
from dashboard.panels.first_map import FirstMap
from dashboard.panels.fragments import Fragments
from dashboard.panels.head import EARLY_HASH, head
from dashboard.panels.map_panel import Shapes
from dashboard.panels.page_parts import PageParts, version_of
from dashboard.panels.shapes import read_shapes
from dashboard.panels.view_store import view_store
from dashboard.paths import PACKAGE
from dashboard.plotly_file import plotly_address
from dashboard.publish.geometry import Geometry
from dashboard.publish.preview import Previews
from dashboard.publish.takeaway import Takeaway
from dashboard.publish.tokens import light_colours, standing_colours
from dashboard.record.ledger import Ledger
from dashboard.record.pack import Pack
from dashboard.web.address import Addresses
from dashboard.web.brief import add_brief
from dashboard.web.compression import compress
from dashboard.web.data import add_data
from dashboard.web.front import FrontDoor
from dashboard.web.open_data import open_to_scripts
from dashboard.web.routes import add_page, add_previews, add_routes
from dashboard.web.sharing import Sharing

Clock = Callable[[], date]
"""Returns the present day."""


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
        contents = Contents.of(ledger, day, shapes.neighbours)
        version = version_of(*_sources(pack, boundaries), str(day.year).encode())
        return _composed(contents, shapes, boundaries, assets, public_url, version)

    site = YearlySite(compose, today)
    front.open(site, site.script_hashes)
    return ledger.pack


def _sources(*folders: Path) -> Iterator[bytes]:
    """The content of every file that the page is made from: the program, and these folders."""
    for folder in (PACKAGE, *folders):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in MADE_FROM:
                yield path.read_bytes()


MADE_FROM = frozenset({".py", ".csv", ".toml", ".geojson"})


def _composed(
    contents: Contents,
    shapes: Shapes,
    boundaries: Path,
    assets: Path,
    public_url: str,
    version: str,
) -> Dash:
    """The app with all that it answers."""
    ledger, frames = contents.ledger, contents.frames
    colours = light_colours(assets / "tokens.css")
    previews = Previews(ledger, frames, shapes.states, shapes.backdrop, colours)
    sharing = Sharing(ledger.pack.treaty, frames, public_url)
    addresses = Addresses(contents)
    geometry = Geometry(
        shapes.states, shapes.borders, shapes.labels, read_cut(boundaries), shapes.backdrop
    )
    takeaway = Takeaway(ledger, frames, geometry, public_url, colours)
    fragments = Fragments(contents)
    documents = Documents(contents, fragments, FirstMap.of(shapes))
    parts = PageParts(view_store(contents), fragments, version)
    app = create_app(contents, shapes, assets, standing_colours(colours), parts.folder)
    open_to_scripts(app.server)
    compress(app.server)
    files, plotly = PageFiles.of(assets), plotly_address(assets)
    kept = lasting(*files.styles, files.entry, *files.stage, files.icon, plotly, *shapes.urls)
    add_routes(app.server, boundaries, kept)
    add_previews(app.server, addresses, previews)
    add_data(app.server, addresses, takeaway)
    add_brief(app.server, addresses, Briefs(ledger, frames))

    @cache
    def written_head() -> str:
        late = Late.of(app)
        scripts = (plotly, *late.scripts)
        files_of_map = {"scripts": scripts, "shapes": shapes.urls}
        return head(contents, files, parts.folder, late.config, files_of_map)

    add_page(app.server, addresses, sharing, documents, parts, written_head)
    # The first reader shall not wait for it.
    app.server.test_client().get("/", headers={"Accept-Encoding": "br"})
    return app


def lasting(*addresses: str) -> frozenset[str]:
    """Those of the addresses that have the version of their content in them."""
    return frozenset(address for address in addresses if "?v=" in address)


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
        self.script_hashes: Sequence[str] = [f"'{EARLY_HASH}'"]
        self._app: WSGIApplication = app.server
        self._year = day.year

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if (day := self._day()).year > self._year:
            with self._composing:  # Who asks in the meantime waits: it is composed once.
                if day.year > self._year:
                    self._begin(day)
        return self._app(environ, start_response)
