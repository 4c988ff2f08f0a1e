"""Puts the site of one treaty pack together: record, map, page, data files and routes."""

from collections.abc import Callable, Iterable, Iterator
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
from dashboard.panels.explore.first_map import FirstMap
from dashboard.panels.explore.map_panel import Shapes
from dashboard.panels.explore.packed_shapes import packed, packed_address
from dashboard.panels.explore.shapes import read_shapes
from dashboard.panels.fragments import Fragments
from dashboard.panels.head import EARLY_HASH, head
from dashboard.panels.kept import Kept
from dashboard.panels.page_parts import PageParts, version_of
from dashboard.panels.screens import TRENDS
from dashboard.panels.trends.file import trend_files
from dashboard.panels.view_store import view_store
from dashboard.paths import PACKAGE
from dashboard.plotly_file import plotly_address
from dashboard.publish.geometry import Geometry
from dashboard.publish.outlines import Outlines
from dashboard.publish.picture import Studio
from dashboard.publish.picture_request import RequestReader
from dashboard.publish.pictures import Pictures
from dashboard.publish.slides.deck import Slides
from dashboard.publish.takeaway import Takeaway
from dashboard.publish.tokens import all_colours, standing_colours
from dashboard.publish.workshop import Workshop
from dashboard.record.ledger import Ledger
from dashboard.record.pack import Pack
from dashboard.web.address import Addresses
from dashboard.web.brief import add_brief
from dashboard.web.compression import compress
from dashboard.web.data import add_data
from dashboard.web.front import FrontDoor
from dashboard.web.handouts import add_handouts
from dashboard.web.inventory import Inventory
from dashboard.web.open_data import open_to_scripts
from dashboard.web.pictures import add_pictures
from dashboard.web.ready import ReadyAnswers
from dashboard.web.routes import PageStyles, add_page, add_routes
from dashboard.web.shaping import shape_refusals
from dashboard.web.sharing import Sharing
from dashboard.web.slides import add_slides

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
        version = version_in(day.year, pack, boundaries)
        return composed(contents, shapes, boundaries, assets, public_url, version)[0]

    front.open(YearlySite(compose, today), SCRIPT_HASHES)
    return ledger.pack


def version_in(year: int, pack: Path, boundaries: Path) -> str:
    """The version of the page that is made in a year: of record, map and program."""
    return version_of(*_sources(pack, boundaries), str(year).encode())


def _sources(*folders: Path) -> Iterator[bytes]:
    """The content of every file that the page is made from: the program, and these folders."""
    for folder in (PACKAGE, *folders):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in MADE_FROM:
                yield path.read_bytes()


MADE_FROM = frozenset({".py", ".csv", ".toml", ".geojson"})
SCRIPT_HASHES = (f"'{EARLY_HASH}'",)
"""What the Content-Security-Policy allows beside files of this host."""
A_DAY = timedelta(days=1)
"""The year turns a day early: somewhere on earth it has."""


def composed(
    contents: Contents,
    shapes: Shapes,
    boundaries: Path,
    assets: Path,
    public_url: str,
    version: str,
) -> tuple[Dash, Inventory]:
    """The app with all that it answers, and the list of that."""
    ledger, frames = contents.ledger, contents.frames
    colours = all_colours(assets / "tokens.css")
    slides = Slides(ledger, frames, shapes.states, shapes.backdrop, shapes.labels, colours["light"])
    sharing = Sharing(ledger.pack.treaty, frames, public_url)
    addresses = Addresses(contents)
    geometry = Geometry(
        shapes.states,
        shapes.borders,
        shapes.labels,
        read_cut(boundaries),
        shapes.backdrop,
        shapes.view,
    )
    studio = Studio(ledger, frames, Outlines(geometry), colours)
    takeaway = Takeaway(ledger, frames, geometry, public_url, colours["light"])
    fragments = Fragments(contents)
    documents = Documents(contents, fragments, FirstMap.of(shapes))
    parts = PageParts(view_store(contents), fragments, version, trend_files(contents))
    app = create_app(contents, shapes, assets, standing_colours(colours["light"]), parts.folder)
    open_to_scripts(app.server)
    shape_refusals(app.server)
    compress(app.server)
    files, plotly = PageFiles.of(assets), plotly_address(assets)
    drawn = packed(shapes.drawn)
    own = (
        *files.styles,
        files.entry,
        *files.stage,
        *files.trends,
        files.icon,
        files.generators,
    )
    kept = lasting(*own, plotly, packed_address(drawn))
    add_routes(app.server, boundaries, drawn, kept)
    workshop = Workshop()
    reader = RequestReader(ledger, addresses.last)
    add_pictures(app.server, addresses, Pictures(studio, workshop), reader)
    add_handouts(app.server, addresses, studio, workshop)
    add_slides(app.server, addresses, slides, workshop)
    add_data(app.server, addresses, takeaway)
    add_brief(app.server, addresses, Briefs(ledger, frames))

    @cache
    def late() -> Late:
        found = Late.of(app, files.generators)
        return Late(found.config, (plotly, *found.scripts))

    @cache
    def written_head() -> str:
        files_of_map = {"scripts": late().scripts, "shapes": packed_address(drawn)}
        return head(contents, files, parts.folder, late().config, files_of_map)

    styles = PageStyles(files.styles, {TRENDS: files.trends[1]})
    add_page(app.server, addresses, sharing, documents, parts, written_head, styles)
    # The first reader shall not wait for it.
    app.server.test_client().get("/", headers={"Accept-Encoding": "br"})
    kept_days = contents.kept or Kept(contents.first_day, [])
    return app, Inventory(
        files,
        parts,
        lambda: (*late().scripts, packed_address(drawn)),
        takeaway,
        kept_days,
    )


def lasting(*addresses: str) -> frozenset[str]:
    """Those of the addresses that have the version of their content in them."""
    return frozenset(address for address in addresses if "?v=" in address)


class YearlySite:
    """A WSGI application that is composed anew in every year, as ``today`` tells it."""

    def __init__(self, compose: Callable[[date], Dash], today: Clock) -> None:
        self._compose = compose
        self._today = today
        self._composing = Lock()
        self._begin(self._day())

    def _day(self) -> date:
        return self._today() + A_DAY

    def _begin(self, day: date) -> None:
        app = self._compose(day)
        self._app: WSGIApplication = ReadyAnswers(app.server)
        self._year = day.year

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if (day := self._day()).year > self._year:
            with self._composing:  # Who asks in the meantime waits: it is composed once.
                if day.year > self._year:
                    self._begin(day)
        return self._app(environ, start_response)
