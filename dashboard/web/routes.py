"""The routes for the page, its files and the map's geometry; all else is 404."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dash.exceptions import DependencyException
from flask import Flask, Response, abort, request, send_from_directory

from dashboard.panels.document import Documents
from dashboard.panels.explore.packed_shapes import PACKED
from dashboard.panels.explore.shapes import SHAPES
from dashboard.panels.explore.world import NAME as WORLD
from dashboard.panels.page_parts import PageParts
from dashboard.panels.screens import Screen
from dashboard.panels.view import View
from dashboard.paths import is_public
from dashboard.web.address import Addresses
from dashboard.web.compression import keep_briefly
from dashboard.web.front import EMBEDDED
from dashboard.web.ranges import PAGE
from dashboard.web.ready import CHANGES_BY_ITSELF
from dashboard.web.sharing import Sharing

CATCH_ALL = "/<path:path>"
ASSET = "/assets/<path:filename>"
FOR_GOOD = "public, max-age=31536000, immutable"
"""Cache-Control for files whose address changes when their content does: kept for a year."""


@dataclass(frozen=True)
class PageStyles:
    """The addresses of the style sheets: ``always``, and ``own`` ones of screens that come late.

    Without scripts nothing would fetch those.
    """

    always: Sequence[str]
    own: Mapping[Screen, str]

    def more(self, screen: Screen) -> str:
        """The link to the sheet of a screen that a document holds, if it has one of its own."""
        address = self.own.get(screen)
        return f'<link rel="stylesheet" href="{address}">\n' if address else ""


def add_routes(
    server: Flask,
    boundaries: Path,
    packed: bytes,
    world: Callable[[], bytes],
    lasting: Collection[str],
) -> None:
    """Serve the map's geometry from the folder ``boundaries`` and as it was ``packed`` for the
    page, that of the ``world``, and answer 404 to unknown paths.

    ``lasting`` are the addresses, from that of the page on, that change with what is there:
    browsers need not ask for them again. With another version in it, an address is none of them.
    Dash by itself answers an unknown path with the page, and an unknown component file with 500.
    Files in ``assets`` that build or test the page are 404, too.
    """

    @server.before_request
    def only_known_paths() -> None:
        rule = request.url_rule.rule if request.url_rule else ""
        name = (request.view_args or {}).get("filename", "")
        if rule == CATCH_ALL or (rule == ASSET and not is_public(PurePosixPath(name))):
            abort(404)

    @server.errorhandler(404)
    @server.errorhandler(DependencyException)
    def not_found(_: Exception) -> tuple[str, int, dict[str, str]]:
        return "There is no such page.\n", 404, {"Content-Type": "text/plain; charset=utf-8"}

    @server.after_request
    def ask_again(response: Response) -> Response:
        """Let browsers ask whether a file has changed, unless its address changes with it."""
        if request.full_path.removeprefix("/") in lasting and response.status_code < 400:
            response.headers["Cache-Control"] = FOR_GOOD
            request.environ[CHANGES_BY_ITSELF] = False
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    @server.get("/geodata/<name>")
    def geometry(name: str) -> Response:
        if name not in SHAPES:
            abort(404)
        return send_from_directory(boundaries, name, mimetype="application/geo+json", max_age=3600)

    @server.get(f"/geodata/{PACKED}")
    def packed_geometry() -> Response:
        return Response(packed, mimetype="application/json")

    @server.get(f"/geodata/{WORLD}")
    def world_geometry() -> Response:
        return Response(world(), mimetype="application/json")


def add_page(
    server: Flask,
    addresses: Addresses,
    sharing: Sharing,
    documents: Documents,
    parts: PageParts,
    head: Callable[[], str],
    styles: PageStyles,
) -> None:
    """Serve ``/``, the document of the view in the address, and the files that scripts add to it.

    ``head`` writes the head of the document, without the tags for previews; ``styles`` are the
    addresses of the style sheets.
    """

    contents = documents.contents
    kept = contents.kept.attribute if contents.kept else ""

    def embedded(view: View, page: str = "") -> Response:
        keep_briefly()
        request.environ[EMBEDDED] = True
        text = documents.embedded(view, styles.always, page)
        return Response(text, headers={"Cache-Control": "public, max-age=300"}, mimetype=PAGE)

    def document() -> Response:
        query = list(request.args.items(multi=True))
        view, (day, is_day_wrong) = addresses.view(query), addresses.asked(query)
        if addresses.is_embedded(query):
            return embedded(view)
        if (view, is_day_wrong) != (View(contents.first_day), False):
            keep_briefly()
        text = (
            f'<!DOCTYPE html>\n<html lang="en" dir="ltr"{kept}>\n<head>\n{head()}'
            f"{styles.more(view.screen)}{sharing.tags(query, day)}</head>\n"
            f"{documents.body(view, is_day_wrong)}</html>\n"
        )
        return Response(text, headers={"Cache-Control": "no-cache"}, mimetype=PAGE)

    server.view_functions["/"] = document

    @server.get("/embed/<name>.html")
    def frame(name: str) -> Response:
        """The page for a frame as a file: its address says nothing after a question mark."""
        day = addresses.day(name)
        if day is None:
            abort(404)
        return embedded(View(day), "../")

    @server.get(f"/{parts.folder}<path:name>")
    def part(name: str) -> Response:
        found = parts.file(name)
        if found is None:
            abort(404)
        content, mimetype = found
        return Response(content, headers={"Cache-Control": FOR_GOOD}, mimetype=mimetype)

    @server.get("/page/<version>/<path:_>")
    def part_of_another_version(**_: str) -> Response:
        """410, so that scripts can tell it from a file that was merely lost on its way (404)."""
        return Response("This is of another record.\n", 410, mimetype="text/plain")
