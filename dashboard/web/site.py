"""Puts a site of treaty packs together: record, map, page, data files and routes of each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from itertools import product
from pathlib import Path
from threading import Lock
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from dash import Dash
from werkzeug.test import Client

from dashboard.app import Late, create_app
from dashboard.atlas.boundaries import read_cut
from dashboard.atlas.world.drawing import World
from dashboard.page_files import PageFiles
from dashboard.panels.brief.file import Briefs
from dashboard.panels.contents import Contents
from dashboard.panels.document import Documents
from dashboard.panels.explore.first_map import FirstMap
from dashboard.panels.explore.map_panel import Shapes
from dashboard.panels.explore.packed_shapes import packed, packed_address
from dashboard.panels.explore.shapes import read_shapes
from dashboard.panels.explore.world import PART as WORLD_PART
from dashboard.panels.explore.world import packed_world, shapes_address, world_part
from dashboard.panels.fragments import Fragments
from dashboard.panels.head import EARLY_HASH, head
from dashboard.panels.kept import Kept
from dashboard.panels.page_parts import PageParts, version_of, written
from dashboard.panels.screens import TRENDS
from dashboard.panels.trends.file import trend_files
from dashboard.panels.view_store import view_store
from dashboard.paths import WORLD
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
from dashboard.web.ready import Key, Ready, ReadyAnswers
from dashboard.web.routes import PageStyles, add_page, add_routes
from dashboard.web.shaping import shape_refusals
from dashboard.web.sharing import Sharing
from dashboard.web.slides import add_slides
from dashboard.web.sources import sources
from dashboard.web.treaties import ABOVE, Sites, places, read_treaties, with_one_another

Clock = Callable[[], date]
"""Returns the present day."""


def open_site(
    front: FrontDoor,
    packs: Sequence[Path],
    boundaries: Path,
    assets: Path,
    today: Clock,
    public_url: str = "",
) -> list[Pack]:
    """Load everything, and open the front door to it. Returns the packs that were loaded.

    The first of the ``packs`` is at the top of the site, the others below the names of their
    treaties. ``public_url`` is the address of the top, with a slash at its end, or nothing.

    ``today`` only sets how far the time bar reaches: to the end of its year. When a new year
    begins, the site is composed anew.

    Raises:
        PackError: a pack is wrong in any cell, or speaks of other states than the map.
        AtlasError: the map's files are not as expected.
    """
    records = read_records(packs, boundaries)

    def compose(day: date) -> tuple[WSGIApplication, list[str]]:
        version = version_in(day.year, packs, boundaries)
        pages = with_one_another([record.on(day) for record in records])
        app, inventories = composed_together(
            pages, records, boundaries, assets, public_url, version
        )
        where = places([record.ledger for record in records])
        return app, [
            f"/{place}{address}"
            for place, inventory in zip(where, inventories, strict=True)
            for address in inventory.first_visit()
            if not address.startswith(ABOVE)
        ]

    site = YearlySite(compose, today)
    front.open(site, SCRIPT_HASHES, site.at_hand)
    return [record.ledger.pack for record in records]


@dataclass(frozen=True)
class Record:
    """A record with the shapes of its states."""

    ledger: Ledger
    shapes: Shapes

    def on(self, day: date) -> Contents:
        """What its page is made from, when the day is ``day``."""
        return Contents.of(self.ledger, day, self.shapes.neighbours)


def read_records(packs: Sequence[Path], boundaries: Path) -> list[Record]:
    """Read the records of a site and join them to the map. It raises what ``open_site`` does."""
    return [
        Record(ledger, read_shapes(ledger, boundaries))
        for ledger in read_treaties(packs, boundaries)
    ]


def composed_together(
    pages: Sequence[Contents],
    records: Sequence[Record],
    boundaries: Path,
    assets: Path,
    public_url: str,
    version: str,
) -> tuple[WSGIApplication, list[Inventory]]:
    """The application that answers for the pages of all treaties, and what each page has."""
    apps, inventories = {}, list[Inventory]()
    for place, contents, record in zip(
        places([record.ledger for record in records]), pages, records, strict=True
    ):
        address = f"{public_url}{place}" if public_url else ""
        above = inventories[0] if inventories else None
        app, inventory = composed(
            contents, record.shapes, boundaries, assets, address, version, above
        )
        apps[contents.ledger.pack.treaty.id] = app.server
        inventories.append(inventory)
    first, *others = apps
    return Sites(first, apps[first], {name: apps[name] for name in others}), inventories


def version_in(year: int, packs: Sequence[Path], boundaries: Path) -> str:
    """The version of the pages that are made in a year: of records, map and program."""
    return version_of(*sources(*packs, boundaries), str(year).encode())


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
    above: Inventory | None = None,
) -> tuple[Dash, Inventory]:
    """The app with all that it answers, and the list of that.

    ``above`` lists what the page has that is a step above this one, where there is one: files that
    both need are asked for there.
    """
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

    def of_world() -> str:
        return written(
            world_part(contents, read_world(), standing_colours(colours["light"]), world_file)
        )

    others: dict[str, Callable[[], str]] = {**trend_files(contents), WORLD_PART: cache(of_world)}
    parts = PageParts(view_store(contents), fragments, version, others)
    app = create_app(contents, shapes, assets, standing_colours(colours["light"]), parts.folder)
    open_to_scripts(app.server)
    shape_refusals(app.server)
    compress(app.server)
    own_files, plotly = PageFiles.of(assets), plotly_address(assets)
    drawn = packed(shapes.drawn)
    world = read_world()
    kept = lasting(*own_files.versioned, plotly, packed_address(drawn), shapes_address(world))
    way = ABOVE if above else ""
    files, map_file = own_files.reached_by(way), packed_address(drawn)
    world_file = way + shapes_address(world)
    if above and map_file in above.late():
        map_file = way + map_file
    add_routes(app.server, boundaries, drawn, cache(partial(packed_world, world)), kept)
    workshop = Workshop()
    reader = RequestReader(ledger, addresses.last)
    add_pictures(app.server, addresses, Pictures(studio, workshop), reader)
    add_handouts(app.server, addresses, studio, workshop)
    add_slides(app.server, addresses, slides, workshop)
    add_data(app.server, addresses, takeaway)
    add_brief(app.server, addresses, Briefs(ledger, frames))

    @cache
    def late() -> Late:
        found = Late.of(app, own_files.generators)
        return Late(found.config, tuple(way + script for script in (plotly, *found.scripts)))

    @cache
    def written_head() -> str:
        files_of_map = {"scripts": late().scripts, "shapes": map_file}
        return head(contents, files, parts.folder, late().config, files_of_map)

    styles = PageStyles(files.styles, {TRENDS: files.trends[1]})
    add_page(app.server, addresses, sharing, documents, parts, written_head, styles)
    # The first reader shall not wait for it.
    app.server.test_client().get("/", headers={"Accept-Encoding": "br"})
    kept_days = contents.kept or Kept(contents.first_day, [])
    return app, Inventory(
        files,
        parts,
        lambda: (*late().scripts, map_file, world_file),
        takeaway,
        kept_days,
    )


def lasting(*addresses: str) -> frozenset[str]:
    """Those of the addresses that have the version of their content in them."""
    return frozenset(address for address in addresses if "?v=" in address)


@cache
def read_world() -> World:
    """The map of the world of this installation, which is the same under every treaty."""
    return World.read(WORLD)


class YearlySite:
    """A WSGI application that is composed anew in every year, as ``today`` tells it."""

    def __init__(
        self, compose: Callable[[date], tuple[WSGIApplication, list[str]]], today: Clock
    ) -> None:
        self._compose = compose
        self._today = today
        self._composing = Lock()
        self._begin(self._day())

    def _day(self) -> date:
        return self._today() + A_DAY

    def _begin(self, day: date) -> None:
        app, self._first_visit = self._compose(day)
        self._app = ReadyAnswers(app)
        self._year = day.year

    def at_hand(self, environ: WSGIEnvironment) -> Ready | None:
        """The answer to a request, if it is kept."""
        return self._app.at_hand(environ) if self._day().year <= self._year else None

    def first_visit(self) -> Sequence[str]:
        """The paths that a first visit to each page asks for."""
        return self._first_visit

    def ready(self, paths: Iterable[str], encodings: Iterable[str]) -> Mapping[Key, Ready]:
        """The answers for paths as browsers ask for them, as far as they are kept at all."""
        client, found = Client(self._app), {}
        for path, accepted in product(paths, encodings):
            client.get(path, headers={"Accept-Encoding": accepted}).close()
            name, _, query = path.partition("?")
            if answer := self._app.answer((name, query, accepted)):
                found[name, query, accepted] = answer
        return found

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if (day := self._day()).year > self._year:
            with self._composing:  # Who asks in the meantime waits: it is composed once.
                if day.year > self._year:
                    self._begin(day)
        return self._app(environ, start_response)
